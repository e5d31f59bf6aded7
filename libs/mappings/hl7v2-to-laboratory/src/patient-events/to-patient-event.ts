import { headerOf, type Hl7Message } from '@segur/hl7v2';
import { Remarks } from '../remarks.js';
import { toIdentity, type PatientContext } from '../report/patient.js';
import { toEncounter } from '../report/visit.js';
import { StatedTimes } from '../stated-times.js';
import { toConsent } from './consents.js';
import { toMergedIdentity } from './merged-identity.js';
import type { PatientEvent, PatientEventKind, PatientEventReading } from './patient-event.js';

const KINDS: Readonly<Record<string, PatientEventKind>> = {
  A01: 'admission',
  A04: 'registration',
  A08: 'update',
  A28: 'person-added',
  A31: 'person-updated',
  A40: 'merge',
};

/** Segments that this mapping reads, or that say nothing of the identity. */
const KNOWN = ['MSH', 'SFT', 'EVN', 'PID', 'PV1', 'MRG', 'ZFA', 'PD1', 'PV2', 'ROL', 'ZBE', 'ZFM', 'ZFP', 'ZFV', 'ZFD', 'NK1'];

/**
 * Reads what a hospital tells of a patient: ADT^A01, A04, A08, A28, A31, A40 of the French profile.
 *
 * @param context - Where local patient numbers without an authority belong.
 * @see PAM-FR 2.11; hl7v2.md §4.2
 */
export function toPatientEvent(message: Hl7Message, context: PatientContext & { readonly timeZone?: string }): PatientEventReading {
  const remarks = new Remarks(message.findings);
  const { messageCode, triggerEvent, version } = headerOf(message);
  if (messageCode !== 'ADT') remarks.add('hl7-message-type', message.header.location(9));
  else if (!Object.hasOwn(KINDS, triggerEvent)) remarks.add('hl7-event-not-read', message.header.location(9));
  if (!/^2\.[3-8]/.test(version)) remarks.add('hl7-version', message.header.location(12));
  if (remarks.refuses) return { status: 'refused', findings: remarks.findings };
  const event = assemble(message, context, remarks);
  return event && !remarks.refuses
    ? { status: 'read', event, findings: remarks.findings }
    : { status: 'refused', findings: remarks.findings };
}

function assemble(
  message: Hl7Message,
  context: PatientContext & { readonly timeZone?: string },
  remarks: Remarks,
): PatientEvent | undefined {
  const times = new StatedTimes(context.timeZone ?? 'Europe/Paris', remarks);
  const { triggerEvent, processingId } = headerOf(message);
  const [pid, second] = message.all('PID');
  const [visit, mrg, zfa, evn] = ['PV1', 'MRG', 'ZFA', 'EVN'].map((name) => message.first(name));
  if (second) remarks.add('hl7-several-patients-not-read', second.location());
  if (!pid) remarks.add('hl7-required', 'PID[1]');
  else if (pid.field(3).state !== 'value') remarks.add('hl7-required', pid.location(3));
  const identity = pid && toIdentity(pid, context, remarks);
  const isMerge = triggerEvent === 'A40';
  const merged = isMerge && mrg ? toMergedIdentity(mrg, context, remarks) : undefined;
  if (isMerge && !merged) remarks.add('hl7-required', mrg?.location(1) ?? 'MRG[1]-1');
  const consent = zfa && toConsent(zfa, times, remarks);
  const occurredAt = evn && (times.at(evn, 6) ?? times.at(evn, 2));
  const production = processingId === 'P';
  if (!production) remarks.add('hl7-test-message', message.header.location(11));
  for (const segment of message.segments) {
    if (segment.ordinal === 1 && !KNOWN.includes(segment.name)) remarks.add('hl7-segment-not-read', segment.location());
  }
  const kind = KINDS[triggerEvent];
  if (!identity || !kind) return undefined;
  return {
    kind,
    event: triggerEvent,
    ...(occurredAt && { occurredAt }),
    identity,
    ...(visit && visit.text(2) !== 'N' && { encounter: toEncounter(visit, times) }),
    ...(merged && { merged }),
    ...(consent && { consent }),
    production,
  };
}
