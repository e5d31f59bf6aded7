import type { Finding } from '@segur/errors';

/** What a file of a map says of itself. */
export interface MapFileFacts {
  /** ISO 8601 date of the transcoding. Absent: the file does not say. */
  readonly date?: string | undefined;
  /** Rows as the file has them, with a code or without. Absent: the format need not have all. */
  readonly rows?: number | undefined;
}

/** What the platform gave away and has now. */
export interface CurrentMap {
  /** ISO 8601, when the release in force was published. Absent: there is none. */
  readonly publishedAt?: string | undefined;
  /** How many rows the files had from which this one may have been made. Empty: not known. */
  readonly exportedRows: readonly number[];
}

/** A warning that holds an import back until somebody says that it is meant. */
export const FILE_OLDER = 'map-file-older';

/**
 * What a person should know of a file before its lines are taken.
 *
 * Days are compared: a file bears no time, and one that was written on the day of the release is not older than it.
 *
 * @see portability-and-events.md A2, import of LOINC_4/5/6
 */
export function mapFileRemarks({ date, rows }: MapFileFacts, { publishedAt, exportedRows }: CurrentMap): readonly Finding[] {
  const findings: Finding[] = [];
  if (date !== undefined && publishedAt !== undefined && date.slice(0, 10) < publishedAt.slice(0, 10)) {
    const message = `The file is of ${date.slice(0, 10)}, the map in force of ${publishedAt.slice(0, 10)}`;
    findings.push({ severity: 'warning', code: FILE_OLDER, location: 'file', message });
  }
  if (rows !== undefined && exportedRows.length > 0 && !exportedRows.includes(rows)) {
    const exported = [...new Set(exportedRows)].join(' or ');
    const message = `The file has ${rows} rows, what was exported has ${exported}`;
    findings.push({ severity: 'warning', code: 'map-row-count', location: 'file', message });
  }
  return findings;
}
