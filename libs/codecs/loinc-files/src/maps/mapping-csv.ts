import type { ReadRows } from '../findings.js';
import { isLoincCode } from '../loinc-code.js';
import { readTable, type TableFormat, type TableLine } from '../text/read-table.js';
import { writeCsv } from '../text/write-csv.js';
import { RECORD_EQUIVALENCES, RECORD_STATUSES, type MappingRecord } from './mapping-record.js';

/** Columns of the file, in order, and what they hold. */
const COLUMNS = {
  local_code: 'localCode',
  label: 'label',
  unit: 'unit',
  specimen: 'specimen',
  method: 'method',
  loinc: 'loinc',
  loinc_label: 'loincLabel',
  status: 'status',
  equivalence: 'equivalence',
  origin: 'origin',
  score: 'score',
  rank: 'rank',
  explanation: 'explanation',
  loinc_release: 'loincRelease',
  value_set_version: 'valueSetVersion',
  algorithm_version: 'algorithmVersion',
  lexicon_version: 'lexiconVersion',
  author: 'author',
  authored_at: 'authoredAt',
  validator: 'validator',
  validated_at: 'validatedAt',
  comment: 'comment',
  valid_from: 'validFrom',
  valid_to: 'validTo',
  unit_policy: 'unitPolicy',
  supersedes: 'supersedes',
  result_type: 'resultType',
  chapter: 'chapter',
  fingerprint: 'fingerprint',
  volume_12m: 'volume12m',
  source: 'source',
} as const satisfies Record<string, keyof MappingRecord>;

type Column = keyof typeof COLUMNS;
const NAMES = Object.keys(COLUMNS) as Column[];
const REQUIRED = ['local_code', 'label', 'loinc'] as const satisfies readonly Column[];
const NUMBERS: ReadonlySet<Column> = new Set(['score', 'rank', 'volume_12m']);
const WORDS: Readonly<Partial<Record<Column, readonly string[]>>> = { status: RECORD_STATUSES, equivalence: RECORD_EQUIVALENCES };

const FORMAT: TableFormat<Column, MappingRecord> = {
  required: REQUIRED,
  optional: NAMES.filter((name) => !(REQUIRED as readonly Column[]).includes(name)),
  toRow: (line) => {
    const [localCode, loinc] = [line.text('local_code'), line.text('loinc')];
    if (localCode === '') return void line.report('loinc-file-cell-missing', 'local_code');
    if (loinc !== '' && !isLoincCode(loinc)) return void line.report('loinc-file-check-digit', 'loinc');
    if (loinc !== '' && line.text('loinc_label') === '') line.report('loinc-file-name-missing', 'loinc_label');
    const said = NAMES.map((name) => [COLUMNS[name], valueIn(line, name)] as const).filter(([, value]) => value !== undefined);
    return { ...(Object.fromEntries(said) as Partial<MappingRecord>), localCode, label: line.text('label') };
  },
};

/**
 * Reads a map with the full record of each mapping. `local_code`, `label` and `loinc` are the columns that must be there, so that the files
 * of other tools (`local_code,label,unit,specimen,method,loinc,source`) are read too. Columns are known by name, in any order.
 */
export function readMappingRecords(text: string): ReadRows<MappingRecord> {
  return readTable(text, FORMAT);
}

/** Writes a map with a header and all columns; {@link readMappingRecords} gives the same records back. */
export function writeMappingRecords(records: Iterable<MappingRecord>): string {
  const lines = Array.from(records, (record) => NAMES.map((name) => said(record[COLUMNS[name]])));
  return writeCsv([NAMES, ...lines], ',');
}

function said(value: string | number | undefined): string | undefined {
  return typeof value === 'number' ? String(value) : value;
}

function valueIn(line: TableLine<Column>, column: Column): string | number | undefined {
  const text = line.text(column);
  if (text === '') return undefined;
  const value = NUMBERS.has(column) ? Number(text) : text;
  const right = typeof value === 'number' ? Number.isFinite(value) : (WORDS[column]?.includes(value) ?? true);
  return right ? value : void line.report('loinc-file-value', column);
}
