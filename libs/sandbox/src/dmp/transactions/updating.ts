import type { Court } from '../dmp-memory.js';
import type { HeldDocument } from '../held-documents.js';
import { institutionsOf } from '../received-lot.js';
import { SoapFault, type Refusal } from '../refusal.js';
import { identifier, SCHEME, type RegistryObject } from '../registry-objects.js';

/** An update that may be applied: to what, and how. */
export interface Update {
  readonly target: HeldDocument;
  readonly change: (document: HeldDocument) => HeldDocument;
}

/** Same patient, and a structure that wrote the document. */
export function strangerOf(
  set: RegistryObject,
  { metadata: held }: HeldDocument,
): Refusal | { readonly message: string } | undefined {
  if (identifier(set, SCHEME.setPatientId) !== identifier(held, SCHEME.documentPatientId)) {
    return {
      code: 'XDSPatientIdDoesNotMatch',
      rule: 'SIM-M3',
      message: 'the patient of the set is not that of the document',
      location: set.id,
    };
  }
  const authors = institutionsOf(held);
  return institutionsOf(set).some((institution) => authors.includes(institution))
    ? undefined
    : { message: 'only the structure that wrote a document changes it' };
}

/**
 * V10: archiving and changing who may see a document need a professional who is logged in.
 *
 * @throws {SoapFault} Nobody is.
 */
export function demandLogin({ vihf }: Court): void {
  if (vihf?.mode === 'INDIRECTE_RENFORCEE') return;
  throw new SoapFault('SIM-V10', 'an organisation certificate may delete, and nothing else', 'DMPAccessDeniedByRightsService');
}
