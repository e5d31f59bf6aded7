import { element, type Xml } from '@segur/xml';
import { MalformedXds } from './malformed-xds.js';
import type { SubmissionSet } from './metadata.js';
import { assertOids, slot, writeSet } from './registry-objects.js';
import { NAMESPACES, SCHEMES, STATUSES } from './schemes.js';

/** A document that is to be shown to nobody any more, or again. */
export interface StatusUpdate {
  /** `urn:uuid:`…, asked for just before: it changes with every change of the metadata. */
  readonly entryUuid: string;
  /** What the registry says now; it refuses an update that was made from another status. */
  readonly from: 'approved' | 'archived';
  /** `deleted` is final. */
  readonly to: 'approved' | 'archived' | 'deleted';
}

const ENTRY_UUID = /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Writes the body of ITI-57 for a change of status: TD3.3c (deletion) and TD3.3d (archive). It carries no document and no signature.
 *
 * @param set - A lot of its own, with an id that was never sent.
 * @throws {MalformedXds} An identifier is no OID, the entry is not named by a UUID, or the status would stay.
 * @see IHE ITI TF-2, 3.57.4.1.3.3.2; dmp.md §7.4
 */
export function encodeStatusUpdate(set: SubmissionSet, { entryUuid, from, to }: StatusUpdate): Xml {
  assertOids([set.uniqueId, set.sourceId]);
  if (!ENTRY_UUID.test(entryUuid)) throw new MalformedXds('An entry is named by the UUID that the registry gave it');
  if (from === (to as string)) throw new MalformedXds('An update changes the status');
  let next = 0;
  const id = () => `id${(next += 1)}`;
  const written = writeSet(set, id);
  const { association } = SCHEMES;
  return element(
    'lcm:SubmitObjectsRequest',
    { 'xmlns:lcm': NAMESPACES.lcm, 'xmlns:rim': NAMESPACES.rim },
    element(
      'rim:RegistryObjectList',
      {},
      written,
      element(
        'rim:Association',
        {
          id: id(),
          objectType: association.objectType,
          associationType: association.updateStatus,
          sourceObject: set.entryId,
          targetObject: entryUuid,
        },
        slot('OriginalStatus', STATUSES[from]),
        slot('NewStatus', STATUSES[to]),
      ),
    ),
  );
}
