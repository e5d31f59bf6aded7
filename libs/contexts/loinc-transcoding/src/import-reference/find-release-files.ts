import type { ReleaseFile } from './release-source.js';

/** The files of a release that are read. */
export interface ReleaseFiles {
  /** Absent: it is no LOINC release. */
  readonly table?: ReleaseFile;
  readonly mapTo?: ReleaseFile;
  readonly french?: ReleaseFile;
  /** As the name of a folder says, e.g. `2.78` in `Loinc_2.78/LoincTable/Loinc.csv`. */
  readonly version?: string;
}

/**
 * Finds what is read in an official archive, however deep a person has packed it: the table with all columns, its replacements, and the
 * linguistic variant of France.
 */
export function findReleaseFiles(files: readonly ReleaseFile[]): ReleaseFiles {
  const named = (pattern: RegExp) =>
    files.filter(({ path }) => pattern.test(path)).sort((a, b) => a.path.length - b.path.length || (a.path < b.path ? -1 : 1));
  const [table] = named(/(?:^|\/)Loinc\.csv$/i);
  const folder = table?.path.slice(0, table.path.lastIndexOf('/') + 1) ?? '';
  const maps = named(/(?:^|\/)MapTo\.csv$/i);
  const mapTo = maps.find(({ path }) => path.startsWith(folder)) ?? maps[0];
  const [french] = named(/(?:^|\/)frFR\d*LinguisticVariant\.csv$/i);
  const version = files
    .map(({ path }) => /(?:^|\/)Loinc_?(\d\.\d{2})(?:[/_.-]|$)/i.exec(path)?.[1])
    .find((found) => found !== undefined);
  return { ...(table && { table }), ...(mapTo && { mapTo }), ...(french && { french }), ...(version !== undefined && { version }) };
}
