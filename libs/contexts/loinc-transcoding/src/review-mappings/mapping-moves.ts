import { PlatformError } from '@segur/errors';
import type { MappingStatus } from '@segur/terminology';
import type { MappingDeed, ReviewedMapping } from './reviewed-mapping.js';

/** What a mapping may become. `rejected` and `obsolete` are the end: a new mapping is made instead. @see loinc-transcoding.md §2.3 */
export const MAPPING_MOVES: Readonly<Record<MappingStatus, readonly MappingStatus[]>> = {
  proposed: ['validated', 'rejected', 'no_match'],
  validated: ['obsolete'],
  no_match: ['obsolete'],
  rejected: [],
  obsolete: [],
};

/** The history of a mapping does not allow what was asked. */
export class MappingMoveForbidden extends PlatformError {
  readonly code = 'mapping-move-forbidden';
  readonly kind = 'rejected';

  constructor(from: MappingStatus | 'nothing', to: MappingStatus) {
    super(`A mapping cannot go from ${from} to ${to}`, { from, to });
  }
}

/**
 * The state of a mapping after one more deed.
 *
 * @param before - Absent: the mapping does not exist yet.
 * @throws {MappingMoveForbidden}
 */
export function afterDeed(before: ReviewedMapping | undefined, deed: MappingDeed): ReviewedMapping {
  if (deed.deed === 'proposed') {
    if (before || deed.mapping.status !== 'proposed')
      throw new MappingMoveForbidden(before?.status ?? 'nothing', deed.mapping.status);
    return deed.mapping;
  }
  const allowed = before && MAPPING_MOVES[before.status].includes(deed.deed);
  // `validated` names a code and `no_match` names none: one cannot stand for the other.
  const fits = deed.deed === 'validated' ? before?.target !== undefined : deed.deed !== 'no_match' || !before?.target;
  if (!before || !allowed || !fits) throw new MappingMoveForbidden(before?.status ?? 'nothing', deed.deed);

  if (deed.deed === 'rejected') return { ...before, status: 'rejected', validator: deed.by };
  if (deed.deed === 'obsolete') return { ...before, status: 'obsolete', validTo: deed.validTo };
  return { ...before, status: deed.deed, validator: deed.by, validFrom: deed.validFrom };
}
