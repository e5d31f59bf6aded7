import { randomUUID } from 'node:crypto';
import type { XmlElement } from 'libxml2-wasm';
import { elements, escaped, value } from '../../xml/foreign-xml.js';
import type { Court } from '../dmp-memory.js';
import type { PatientState } from '../known-patients.js';
import { SoapFault } from '../refusal.js';
import { hasValidKey } from '../rules/patient.js';
import type { SoapRequest } from '../soap-request.js';

/** The patient whom a test of existence is about, as CX. Absent when it cannot be read. */
export function testedPatient(request: XmlElement): string | undefined {
  const tested = identified(request);
  return tested && `${tested.matricule}^^^&${tested.authority}&ISO^NH`;
}

/**
 * TD0.2: says whether a patient has a DMP, whether it is open, and whether it is attached to Mon espace santé.
 *
 * @throws {SoapFault} The request is not a test of existence of one patient of this environment (rule E1).
 */
export function testExistence({ body }: SoapRequest, { memory, policy, now }: Court): string {
  const control = 'hl7:controlActProcess';
  const demands: readonly (readonly [boolean, string])[] = [
    [value(body, 'hl7:interactionId/@extension') === 'PRPA_IN201307UV02', 'the interactionId is PRPA_IN201307UV02'],
    [
      value(body, 'hl7:id/@root') !== undefined && /^\d{14}$/.test(value(body, 'hl7:creationTime/@value') ?? ''),
      'a message has an id and a creationTime of 14 digits',
    ],
    [value(body, 'hl7:receiver/hl7:device/hl7:id/@root') === '1.2.250.1.213.4.1.1.1', 'the receiver is the DMP'],
    [value(body, 'hl7:sender/hl7:device/hl7:id/@root') !== undefined, 'the sender has an id'],
    [value(body, `${control}/hl7:reasonCode/@code`) === 'TEST_EXST', 'the reasonCode is TEST_EXST'],
    [value(body, `${control}/hl7:queryByParameter/hl7:statusCode/@code`) === 'new', 'the query is new'],
  ];
  for (const [met, message] of demands) if (!met) throw new SoapFault('SIM-E1', message);
  const tested = identified(body);
  if (!tested || !policy.insAuthorities.includes(tested.authority) || !hasValidKey(tested.matricule)) {
    throw new SoapFault('SIM-E1', 'one patientIdentifier holds an INS of this environment, with its key');
  }
  return answer(body, tested, memory.patients.stateOf(tested.matricule), now);
}

interface Tested {
  readonly matricule: string;
  readonly authority: string;
}

function identified(request: XmlElement): Tested | undefined {
  const path = 'hl7:controlActProcess/hl7:queryByParameter/hl7:parameterList/hl7:patientIdentifier/hl7:value';
  const [identifier, ...others] = elements(request, path);
  if (!identifier || others.length > 0) return undefined;
  return { matricule: value(identifier, '@extension') ?? '', authority: value(identifier, '@root') ?? '' };
}

/** Codes of what stands beside the patient. */
const AUTHORISATION = '1.2.250.1.213.4.1.2.6';

function answer(request: XmlElement, patient: Tested, state: PatientState, now: Date): string {
  const found = state !== 'absent';
  const id = (path: string): string =>
    `root="${escaped(value(request, `${path}/@root`) ?? '')}" extension="${escaped(value(request, `${path}/@extension`) ?? '')}"`;
  const device = (role: string, root: string): string =>
    `<${role} typeCode="${role === 'receiver' ? 'RCV' : 'SND'}"><device classCode="DEV" determinerCode="INSTANCE"><id root="${root}"/></device></${role}>`;
  const sender = escaped(value(request, 'hl7:sender/hl7:device/hl7:id/@root') ?? '');
  return (
    `<PRPA_IN201308UV02 xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ITSVersion="XML_1.0">` +
    `<id root="1.2.250.1.213.4.1.1.1" extension="${randomUUID()}"/><creationTime value="${now.toISOString().replace(/\D/g, '').slice(0, 14)}"/>` +
    `<interactionId root="2.16.840.1.113883.1.6" extension="PRPA_IN201308UV02"/>` +
    `<processingCode code="P"/><processingModeCode code="T"/><acceptAckCode code="NE"/>` +
    device('receiver', sender) +
    device('sender', '1.2.250.1.213.4.1.1.1') +
    `<acknowledgement typeCode="AA"><targetMessage><id ${id('hl7:id')}/></targetMessage></acknowledgement>` +
    (found
      ? attention('AUTORISATION', `${AUTHORISATION}.1`, `<value xsi:type="CE" code="VALIDE" codeSystem="${AUTHORISATION}.2"/>`)
      : '') +
    (found ? attention('STATUT_MT', `${AUTHORISATION}.3`, '<value xsi:type="BL" value="false"/>') : '') +
    `<controlActProcess classCode="CACT" moodCode="EVN">` +
    (found ? subject(patient, state, now) : '') +
    `<queryAck><queryId ${id('hl7:controlActProcess/hl7:queryByParameter/hl7:queryId')}/>` +
    `<queryResponseCode code="${found ? 'OK' : 'NF'}"/></queryAck></controlActProcess></PRPA_IN201308UV02>`
  );
}

function attention(keyword: string, system: string, content: string): string {
  return `<attentionLine><keyWordText code="${keyword}" codeSystem="${system}"/>${content}</attentionLine>`;
}

/** No trait of an identity: the sandbox knows none, and clients must not copy those of the DMP. */
function subject({ matricule, authority }: Tested, state: PatientState, now: Date): string {
  const closed = state === 'closed';
  const flag = (code: string, system: string, flagged: boolean): string =>
    `<subjectOf2 typeCode="SBJ"><administrativeObservation classCode="OBS"><code code="${code}" codeSystem="${system}"/>` +
    `<value xsi:type="BL" value="${flagged}"/></administrativeObservation></subjectOf2>`;
  return (
    `<subject typeCode="SUBJ"><registrationEvent classCode="REG" moodCode="EVN"><statusCode code="active"/>` +
    `<subject1 typeCode="SBJ"><patient classCode="PAT"><id root="${escaped(authority)}" extension="${escaped(matricule)}"/>` +
    `<statusCode code="${closed ? 'terminated' : 'active'}"/>` +
    (closed ? `<effectiveTime value="${now.toISOString().slice(0, 10).replaceAll('-', '')}"/>` : '') +
    `<patientPerson><name><family>NON RENSEIGNE</family><given>NON RENSEIGNE</given></name></patientPerson>` +
    flag('COMPTE_INTERNET_OUVERT', '1.2.250.1.213.4.1.2.9', false) +
    flag('RATTACHEMENT_ENS', '1.2.250.1.213.4.1.2.3', state === 'open') +
    `</patient></subject1></registrationEvent></subject>`
  );
}
