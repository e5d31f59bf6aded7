import type { Sender } from '../../sender.js';
import type { Court } from '../dmp-memory.js';
import { readLot } from '../received-lot.js';
import { SoapFault, type Refusal } from '../refusal.js';
import { identifier, SCHEME } from '../registry-objects.js';
import { demandInstitution } from '../rules/institution.js';
import { judgeLot } from '../rules/judge-lot.js';
import { readPatientId } from '../rules/patient.js';
import { demandSchemaOrder } from '../rules/schema-order.js';
import type { SoapRequest } from '../soap-request.js';

/** What feeding depends on beside the court. */
export interface Feeding {
  readonly attachments: ReadonlyMap<string, Buffer>;
  readonly sender: Sender;
  /** The patient's DMP was closed since it was tested: a fault of the sandbox. */
  readonly closedMeanwhile: boolean;
}

/**
 * ITI-41 (TD2.1): judges a lot, and stores it whole or not at all (S7).
 *
 * @throws {SoapFault} M14, M15, or a DMP that is closed (M4).
 */
export function feed({ body }: SoapRequest, { attachments, sender, closedMeanwhile }: Feeding, court: Court): readonly Refusal[] {
  const { memory, policy, now, structure } = court;
  demandSchemaOrder(body);
  const sealed = policy.strictness.includes('signature');
  const lot = readLot(body, attachments, sealed);
  if (!('set' in lot)) return lot;
  const refusals = judgeLot(lot, {
    insAuthorities: policy.insAuthorities,
    now,
    ...(sealed ? { seal: { seals: memory.seals, structure } } : {}),
  });
  if (refusals.length > 0) return refusals;
  for (const object of [lot.set, ...lot.entries]) demandInstitution(object, court);
  const unknown = patientRefusal(identifier(lot.set, SCHEME.setPatientId) ?? '', closedMeanwhile, court);
  return unknown ? [unknown] : memory.documents.file(lot, sender, now);
}

/** M4 */
function patientRefusal(cx: string, closedMeanwhile: boolean, { memory }: Court): Refusal | undefined {
  const state = memory.patients.stateOf(readPatientId(cx)?.matricule ?? '');
  if (state === 'absent') return { code: 'XDSUnknownPatientId', rule: 'SIM-M4', message: 'the patient has no DMP' };
  if (state === 'closed' || closedMeanwhile) throw new SoapFault('SIM-M4', 'the DMP of the patient is closed', 'DMPClosed');
  return undefined;
}
