import { lineKey, type MapLine } from './map-line.js';

/** One line that is not the same in two maps. */
export interface MapDifference {
  readonly localCode: string;
  readonly label: string;
  readonly unit?: string;
  readonly specimen?: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Absent when there was no line, or a line without a code. */
  readonly before?: string;
  readonly after?: string;
}

/** What using one map instead of another changes for what is sent, by local code. Labels of the laboratory do not count. */
export function compareMaps(before: readonly MapLine[], after: readonly MapLine[]): readonly MapDifference[] {
  const [was, is] = [byKey(before), byKey(after)];
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((key): readonly MapDifference[] => {
    const [old, now] = [was.get(key), is.get(key)];
    const { localCode, label, unit, specimen } = (now ?? old) as MapLine;
    const codes = { ...(old?.target && { before: old.target.loinc }), ...(now?.target && { after: now.target.loinc }) };
    const about = { localCode, label, ...(unit && { unit }), ...(specimen && { specimen }), ...codes };
    if (!old) return [{ ...about, kind: 'added' }];
    if (!now) return [{ ...about, kind: 'removed' }];
    const same = old.target?.loinc === now.target?.loinc && old.target?.loincLabel === now.target?.loincLabel;
    return same ? [] : [{ ...about, kind: 'changed' }];
  });
}

function byKey(lines: readonly MapLine[]): Map<string, MapLine> {
  return new Map(lines.map((line) => [lineKey(line), line]));
}
