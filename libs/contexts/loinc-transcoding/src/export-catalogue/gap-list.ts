import { writeCsv } from '@segur/loinc-files';
import type { Gap } from './gap-list.query.js';

const HEADER = [
  ...['local_code', 'label', 'unit', 'specimen', 'method', 'chapter', 'volume_12m', 'source', 'sent_since'],
  ...['confidence', 'missing_facts', 'proposed_loinc', 'proposed_loinc_label'],
];

/** The gaps as a table for a spreadsheet: semicolons, one header line, the facts to ask for separated by `|`. */
export function writeGapList(gaps: readonly Gap[]): string {
  const rows = gaps.map(({ test, volume, source, sentSince, confidence, missingFacts, proposed }) => [
    ...[test.localCode, test.label, test.unit, test.specimen, test.method, test.chapter],
    ...[volume === null ? undefined : `${volume}`, source, sentSince?.toISOString()],
    ...[confidence ?? undefined, missingFacts?.join('|'), proposed?.loinc, proposed?.label],
  ]);
  return writeCsv([HEADER, ...rows], ';');
}
