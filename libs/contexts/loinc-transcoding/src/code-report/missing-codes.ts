import type { Coding, MappingMissing, ObservationToCode } from '@segur/events';
import type { LoincMap } from './code-observations.js';

/** A local code that went out without LOINC, and why. */
export type MissingCode = MappingMissing['missing'][number];

/**
 * The local codes of one report that a biologist should look at: each code once, for a unit mismatch each unit once.
 *
 * A code that a biologist decided to send without LOINC is no gap. Answered in a stable order, so that two reports recorded
 * at a time wait for each other instead of deadlocking.
 */
export function missingCodes(
  observations: readonly ObservationToCode[],
  codings: readonly Coding[],
  map: LoincMap,
): readonly MissingCode[] {
  const missing = new Map<string, MissingCode>();
  observations.forEach(({ localCode, label, unitRaw }, index) => {
    const reason = codings[index]?.status;
    if (reason !== 'unmapped' && reason !== 'unit-mismatch') return;
    if (map.get(localCode)?.every(({ target }) => !target)) return;
    const entry = { localCode, label, ...(unitRaw !== undefined && { unitRaw }), reason };
    const key = missingKey(entry);
    if (!missing.has(key)) missing.set(key, entry);
  });
  return [...missing.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

/** What makes a gap new: the code, and the unit where the unit is the trouble. */
export function missingKey({ localCode, reason, unitRaw }: MissingCode): string {
  return JSON.stringify([localCode, reason, reason === 'unit-mismatch' ? (unitRaw ?? '') : '']);
}
