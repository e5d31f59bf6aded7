import type { Court } from '../dmp-memory.js';
import { institutionsOf } from '../received-lot.js';
import { SoapFault } from '../refusal.js';
import type { RegistryObject } from '../registry-objects.js';

/**
 * M14: an author of the object is of the structure that the VIHF states, or of an establishment of it. Nothing is demanded without a VIHF.
 *
 * @throws {SoapFault} No author is.
 */
export function demandInstitution(object: RegistryObject, { vihf, memory }: Pick<Court, 'vihf' | 'memory'>): void {
  if (!vihf || institutionsOf(object).some((institution) => memory.vihf.isOf(institution, vihf.structure))) return;
  throw new SoapFault('SIM-M14', "Aucun AuthorInstitution ne correspond à l'utilisateur du VIHF");
}
