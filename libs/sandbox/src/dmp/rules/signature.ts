import { documentsOf, type ReceivedLot } from '../received-lot.js';
import type { Refusal } from '../refusal.js';
import { identifier, isSignature, SCHEME } from '../registry-objects.js';
import type { Seals } from '../security/seals.js';
import { lotSignatureProblem } from '../security/verify-lot-signature.js';

/** M13: the XAdES of the lot verifies, covers the lot and each document of it, and was made by the structure that sends. */
export function signatureRefusals(lot: ReceivedLot, seals: Seals, structure: string, now: Date): Refusal[] {
  return lot.entries.filter(isSignature).flatMap(({ id }) => {
    const message = lotSignatureProblem(lot.bytes.get(id) ?? Buffer.alloc(0), {
      setId: identifier(lot.set, SCHEME.setUniqueId) ?? '',
      documents: new Map(
        documentsOf(lot).map((entry) => [
          identifier(entry, SCHEME.documentUniqueId) ?? '',
          lot.bytes.get(entry.id) ?? Buffer.alloc(0),
        ]),
      ),
      judge: (certificate) => {
        const seal = seals.judge(certificate, now);
        if (typeof seal === 'string') return seal;
        return seal.structure === structure ? seal : 'the seal of the lot is not that of the structure that sends';
      },
    });
    return message === undefined ? [] : [{ code: 'XDSRepositoryMetadataError', rule: 'SIM-M13', message, location: id }];
  });
}
