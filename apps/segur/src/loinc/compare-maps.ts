import { writeCsv, type MappingRecord } from '@segur/loinc-files';
import { isInForce } from './read-map-file.js';

/** One difference between two maps. Absent: the map says nothing of this analysis. */
export interface MapChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before?: MappingRecord;
  readonly after?: MappingRecord;
}

const HEADER = ['change', 'local_code', 'label', 'unit', 'specimen', 'loinc_before', 'name_before', 'loinc_after', 'name_after'];

/**
 * What one map says and the other does not, or says otherwise, of what is in force in both.
 *
 * An analysis is known by its code, unit and specimen. Another code, or another equivalence, is a change; another name of the same
 * code is none. In the order of the second map; what it lacks comes last.
 */
export function compareMaps(before: readonly MappingRecord[], after: readonly MappingRecord[]): readonly MapChange[] {
  const [old, current] = [inForce(before), inForce(after)];
  const kept = [...current].flatMap(([key, record]): readonly MapChange[] => {
    const earlier = old.get(key);
    if (!earlier) return [{ kind: 'added', after: record }];
    return saysOf(earlier) === saysOf(record) ? [] : [{ kind: 'changed', before: earlier, after: record }];
  });
  const gone = [...old].filter(([key]) => !current.has(key)).map(([, record]): MapChange => ({ kind: 'removed', before: record }));
  return [...kept, ...gone];
}

/** The differences as a table, each code with its name. */
export function writeChanges(changes: readonly MapChange[]): string {
  const rows = changes.map(({ kind, before, after }) => {
    const { localCode, label, unit, specimen } = after ?? before ?? { localCode: '', label: '' };
    return [kind, localCode, label, unit, specimen, before?.loinc, before?.loincLabel, after?.loinc, after?.loincLabel];
  });
  return writeCsv([HEADER, ...rows], ',');
}

function inForce(records: readonly MappingRecord[]): ReadonlyMap<string, MappingRecord> {
  return new Map(
    records
      .filter(isInForce)
      .map((record) => [JSON.stringify([record.localCode, record.unit ?? '', record.specimen?.toLowerCase() ?? '']), record]),
  );
}

function saysOf({ loinc = '', equivalence = 'equal' }: MappingRecord): string {
  return loinc === '' ? '' : `${loinc} ${equivalence}`;
}
