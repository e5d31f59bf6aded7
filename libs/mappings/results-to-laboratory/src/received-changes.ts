/** What a message says of results that earlier messages brought, by `observationId` or `isolateId`. */
export interface ReceivedChanges {
  /** To be taken out: OBX-11 D. */
  readonly removed: readonly string[];
  /** Final now, as they were said before: OBX-11 U. */
  readonly promoted: readonly string[];
  /** Labels of examinations that are whole now: nothing of them is awaited any more. */
  readonly settled: readonly string[];
}

/** A message that holds all it speaks of. */
export const NO_CHANGES: ReceivedChanges = { removed: [], promoted: [], settled: [] };
