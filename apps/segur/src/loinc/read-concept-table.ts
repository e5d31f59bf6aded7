import { parse } from 'csv-parse/sync';
import type { Finding } from '@segur/errors';
import { isLoincCode, linguisticVariantReader, loincTableReader, type RowReader } from '@segur/loinc-files';
import { toConcept, toFrenchNames } from '@segur/loinc-transcoding/core';
import type { LoincConcept } from '@segur/terminology';

/** A table of codes, and what is wrong in it. No concepts: it is none. */
export interface ConceptTable {
  readonly concepts: readonly LoincConcept[];
  readonly findings: readonly Finding[];
}

/** Columns of a plain table; those after the first two may be absent. */
type PlainColumn =
  | 'loinc_num'
  | 'long_common_name'
  | 'short_name'
  | 'component'
  | 'property'
  | 'time_aspct'
  | 'system'
  | 'scale_typ'
  | 'method_typ'
  | 'example_ucum_units'
  | 'fr_label'
  | 'fr_label_kind'
  | 'status';
type PlainRow = Readonly<Partial<Record<PlainColumn, string>>>;

/**
 * Reads `Loinc.csv` of a release, or a plain table whose first column is `loinc_num`. A line with a fault gives no concept.
 *
 * @param variant - The French variant of the release: names that may be sent, and words to find codes by.
 */
export function readConceptTable(text: string, variant?: string): ConceptTable {
  return /^\ufeff?"?loinc_num\b/.test(text) ? readPlainTable(text) : readRelease(text, variant);
}

function readRelease(text: string, variant: string | undefined): ConceptTable {
  const names = linguisticVariantReader();
  const french = new Map(variant === undefined ? [] : allOf(names, variant).map((row) => [row.code, toFrenchNames(row)]));
  const table = loincTableReader();
  const concepts = allOf(table, text).map((row) => toConcept(row, french.get(row.code), undefined));
  return { concepts, findings: variant === undefined ? table.findings : [...table.findings, ...names.findings] };
}

function allOf<Row>(reader: RowReader<Row>, text: string): readonly Row[] {
  const rows = reader.push(text);
  for (const row of reader.end()) rows.push(row);
  return rows;
}

function readPlainTable(text: string): ConceptTable {
  const findings: Finding[] = [];
  const refuse = (line: number, code: string, message: string) =>
    void findings.push({ severity: 'error', code, location: `line ${line}`, message });
  const concepts: LoincConcept[] = [];
  try {
    const records = parse(text, { bom: true, columns: true, trim: true, skip_empty_lines: true, info: true }) as unknown as {
      record: PlainRow;
      info: { lines: number };
    }[];
    for (const { record, info } of records) {
      const code = record.loinc_num ?? '';
      if (!isLoincCode(code)) refuse(info.lines, 'loinc-file-check-digit', 'Not a LOINC code, or its check digit is wrong');
      else if (!nameOf(record)) refuse(info.lines, 'loinc-file-cell-missing', 'A code without a name');
      else concepts.push(ofPlain(code, record));
    }
  } catch (error) {
    refuse((error as { lines?: number }).lines ?? 1, 'loinc-file-columns', 'The line is not of this table');
  }
  return { concepts, findings };
}

function ofPlain(code: string, row: PlainRow): LoincConcept {
  const { property = '', scale_typ: scale = '', short_name: shortName, fr_label: label } = row;
  // A French label of unknown kind is a help to find the code, not a name to send.
  const french = row.fr_label_kind === 'published' ? { frenchName: label ?? '' } : { frenchTerms: [label ?? ''] };
  return {
    code,
    status: row.status?.toUpperCase() === 'DEPRECATED' ? 'DEPRECATED' : 'ACTIVE',
    axes: {
      component: row.component ?? '',
      property,
      time: row.time_aspct ?? '',
      system: row.system ?? '',
      scale,
      method: row.method_typ ?? '',
    },
    longCommonName: nameOf(row),
    ...(shortName && { shortName }),
    ...(label && french),
    ...(property === '-' && { isPanel: true }),
    exampleUcumUnits: (row.example_ucum_units ?? '')
      .split(';')
      .map((unit) => unit.trim())
      .filter(Boolean),
  };
}

/** A table may know a code by its short name only. */
function nameOf({ long_common_name: long, short_name: short }: PlainRow): string {
  return long || short || '';
}
