import { isLoincCode } from '../loinc-code.js';
import { TableReader, type RowReader, type TableFormat, type TableLine } from '../text/read-table.js';

/** The states of a code in the LOINC table. */
export const LOINC_STATUSES = ['ACTIVE', 'TRIAL', 'DISCOURAGED', 'DEPRECATED'] as const;

/** One code of `LoincTable/Loinc.csv`, in the table's own terms. Empty text: the table says nothing. */
export interface LoincTableRow {
  readonly code: string;
  readonly component: string;
  readonly property: string;
  readonly timeAspect: string;
  readonly system: string;
  readonly scale: string;
  readonly method: string;
  readonly class: string;
  /** 1 laboratory, 2 clinical, 3 claims attachments, 4 surveys. Absent in extracts of the table. */
  readonly classType?: number;
  readonly status: (typeof LOINC_STATUSES)[number];
  readonly statusReason: string;
  readonly orderOrObservation: string;
  readonly relatedNames: readonly string[];
  readonly shortName: string;
  /** Where the table gives none, the fully specified name. */
  readonly longCommonName: string;
  readonly displayName: string;
  readonly exampleUcumUnits: readonly string[];
  /** 1 first; absent: not ranked (the table says 0). */
  readonly commonTestRank?: number;
  readonly externalCopyrightNotice: string;
  /** `Panel`, `Convenience group`, `Organizer`; empty: no panel. */
  readonly panelType: string;
  /** Of the release in which the code last changed: the highest of a table is the table's own. */
  readonly versionLastChanged: string;
}

const REQUIRED = [
  'LOINC_NUM',
  'COMPONENT',
  'PROPERTY',
  'TIME_ASPCT',
  'SYSTEM',
  'SCALE_TYP',
  'METHOD_TYP',
  'STATUS',
  'LONG_COMMON_NAME',
] as const;
const OPTIONAL = [
  'CLASS',
  'CLASSTYPE',
  'STATUS_REASON',
  'ORDER_OBS',
  'RELATEDNAMES2',
  'SHORTNAME',
  'DisplayName',
  'EXAMPLE_UCUM_UNITS',
  'COMMON_TEST_RANK',
  'EXTERNAL_COPYRIGHT_NOTICE',
  'PanelType',
  'VersionLastChanged',
] as const;
type Column = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number];

const STATUSES: ReadonlySet<string> = new Set(LOINC_STATUSES);

const FORMAT: TableFormat<Column, LoincTableRow> = {
  required: REQUIRED,
  optional: OPTIONAL,
  keyOf: ({ code }) => code,
  keyColumn: 'LOINC_NUM',
  toRow: (line) => {
    const code = codeIn(line, 'LOINC_NUM');
    if (code === undefined) return undefined;
    // Extracts of the table leave it empty where there is nothing to say against a code.
    const status = line.text('STATUS').toUpperCase() || 'ACTIVE';
    if (!STATUSES.has(status)) return void line.report('loinc-file-status', 'STATUS');
    const [rank, classType] = [Number(line.text('COMMON_TEST_RANK')), Number(line.text('CLASSTYPE'))];
    return {
      code,
      component: line.text('COMPONENT'),
      property: line.text('PROPERTY'),
      timeAspect: line.text('TIME_ASPCT'),
      system: line.text('SYSTEM'),
      scale: line.text('SCALE_TYP'),
      method: line.text('METHOD_TYP'),
      class: line.text('CLASS'),
      ...(classType > 0 && { classType }),
      status: status as LoincTableRow['status'],
      statusReason: line.text('STATUS_REASON'),
      orderOrObservation: line.text('ORDER_OBS'),
      relatedNames: listIn(line.text('RELATEDNAMES2')),
      shortName: line.text('SHORTNAME'),
      longCommonName: line.text('LONG_COMMON_NAME') || fullySpecifiedName(line),
      displayName: line.text('DisplayName'),
      exampleUcumUnits: listIn(line.text('EXAMPLE_UCUM_UNITS')),
      ...(rank > 0 && { commonTestRank: rank }),
      externalCopyrightNotice: line.text('EXTERNAL_COPYRIGHT_NOTICE'),
      panelType: line.text('PanelType'),
      versionLastChanged: line.text('VersionLastChanged'),
    };
  },
};

/** The six parts as one name, LOINC's own way to call a code. */
function fullySpecifiedName(line: TableLine<Column>): string {
  return (['COMPONENT', 'PROPERTY', 'TIME_ASPCT', 'SYSTEM', 'SCALE_TYP', 'METHOD_TYP'] as const)
    .map((part) => line.text(part))
    .join(':')
    .replace(/:$/, '');
}

/** Reads `Loinc.csv` in pieces of text: a release has more than 100 000 codes. One row for each code; a code with a fault gives none. */
export function loincTableReader(): RowReader<LoincTableRow> {
  return new TableReader(FORMAT);
}

/** The LOINC code of a line; absent, and reported, when it is none. */
export function codeIn<C extends string>(line: TableLine<C>, column: C): string | undefined {
  const code = line.text(column);
  if (code === '') return void line.report('loinc-file-cell-missing', column);
  if (!isLoincCode(code)) return void line.report('loinc-file-check-digit', column);
  return code;
}

/** The items of a cell that LOINC separates by semicolons. */
export function listIn(text: string): readonly string[] {
  if (text === '') return [];
  return text
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
