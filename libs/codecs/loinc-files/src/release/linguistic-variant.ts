import { TableReader, type RowReader, type TableFormat } from '../text/read-table.js';
import { codeIn, listIn } from './loinc-table.js';

/** One code of a linguistic variant, e.g. `frFR8LinguisticVariant.csv`. Empty text: this variant does not translate it. */
export interface LinguisticVariantRow {
  readonly code: string;
  readonly component: string;
  readonly property: string;
  readonly timeAspect: string;
  readonly system: string;
  readonly scale: string;
  readonly method: string;
  readonly longCommonName: string;
  readonly displayName: string;
  readonly relatedNames: readonly string[];
}

const OPTIONAL = [
  'PROPERTY',
  'TIME_ASPCT',
  'SYSTEM',
  'SCALE_TYP',
  'METHOD_TYP',
  'LONG_COMMON_NAME',
  'LinguisticVariantDisplayName',
  'RELATEDNAMES2',
] as const;
type Column = 'LOINC_NUM' | 'COMPONENT' | (typeof OPTIONAL)[number];

const FORMAT: TableFormat<Column, LinguisticVariantRow> = {
  required: ['LOINC_NUM', 'COMPONENT'],
  optional: OPTIONAL,
  keyOf: ({ code }) => code,
  keyColumn: 'LOINC_NUM',
  toRow: (line) => {
    const code = codeIn(line, 'LOINC_NUM');
    if (code === undefined) return undefined;
    return {
      code,
      component: line.text('COMPONENT'),
      property: line.text('PROPERTY'),
      timeAspect: line.text('TIME_ASPCT'),
      system: line.text('SYSTEM'),
      scale: line.text('SCALE_TYP'),
      method: line.text('METHOD_TYP'),
      longCommonName: line.text('LONG_COMMON_NAME'),
      displayName: line.text('LinguisticVariantDisplayName'),
      relatedNames: listIn(line.text('RELATEDNAMES2')),
    };
  },
};

/** Reads a linguistic variant in pieces of text. */
export function linguisticVariantReader(): RowReader<LinguisticVariantRow> {
  return new TableReader(FORMAT);
}
