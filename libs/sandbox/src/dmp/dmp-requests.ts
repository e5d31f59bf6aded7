import type { XmlElement } from 'libxml2-wasm';
import type { Fault } from '../faults/fault.js';
import type { Sender } from '../sender.js';
import { value } from '../xml/foreign-xml.js';
import type { Court, DmpMemory, DmpPolicy } from './dmp-memory.js';
import { injectedFault, injectedRefusal, injectedRemark } from './injected-answers.js';
import { SoapFault, type Refusal } from './refusal.js';
import { qualifiedResponse, queryResponse, registryResponse } from './registry-answers.js';
import { SCHEME } from './registry-objects.js';
import { faultAnswer, soapAnswer, type AnswerTo, type HttpAnswer } from './soap-answer.js';
import type { Endpoint } from './operations.js';
import { readEnvelope, unpack, type SoapPackage, type SoapRequest } from './soap-request.js';
import { feed } from './transactions/feed.js';
import { lookUp } from './transactions/look-up.js';
import { testedPatient, testExistence } from './transactions/test-existence.js';
import { update } from './transactions/update.js';

/** A request to the DMP, off the wire. */
export interface DmpRequest {
  readonly endpoint: Endpoint;
  readonly contentType: string;
  readonly body: Buffer;
  readonly sender: Sender;
}

/** What a request is answered under. */
export interface Circumstances {
  readonly policy: DmpPolicy;
  readonly now: Date;
  /** How the DMP misbehaves in its answer. */
  readonly fault?: Fault | undefined;
}

/** Answers one request: judges it, and keeps what it accepts. */
export function handleRequest(request: DmpRequest, memory: DmpMemory, circumstances: Circumstances): HttpAnswer {
  const { endpoint, contentType, body, sender } = request;
  const { policy, now, fault } = circumstances;
  let to: AnswerTo = { multipart: contentType.toLowerCase().startsWith('multipart/') || fault?.mode === 'fault-as-multipart' };
  try {
    const soap = unpack(endpoint, contentType, body);
    return readEnvelope(endpoint, soap, (read) => {
      to = { ...to, action: read.answerAction, messageId: read.messageId, transaction: read.transaction };
      const broken = injectedFault(fault);
      if (broken) throw broken;
      const refused = injectedRefusal(endpoint, fault);
      if (refused && read.transaction !== 'test-existence') return soapAnswer(refusal(read, refused), to);
      const call = { structure: sender.structure, patient: patientOf(read.body), now };
      const vihf = policy.strictness.includes('vihf') ? memory.vihf.judge(read.header, call) : undefined;
      if (vihf?.mode === 'DIRECTE') throw denied('an organisation certificate does not go with the direct mode');
      const court: Court = { memory, policy, now, structure: sender.structure, vihf };
      return soapAnswer(perform(read, soap, sender, court, fault), to);
    });
  } catch (error) {
    if (error instanceof SoapFault) return faultAnswer(error, to);
    throw error;
  }
}

function perform(read: SoapRequest, { attachments }: SoapPackage, sender: Sender, court: Court, fault: Fault | undefined): string {
  switch (read.transaction) {
    case 'feed': {
      const refusals = feed(read, { attachments, sender, closedMeanwhile: fault?.mode === 'dmp-closed' }, court);
      const remark = refusals.length === 0 && injectedRemark(fault);
      return remark ? qualifiedResponse(...remark) : registryResponse(refusals);
    }
    case 'update':
      return registryResponse(update(read, court));
    case 'look-up':
      return lookUp(read, court.memory);
    case 'test-existence':
      return testExistence(read, court);
    case 'retrieve':
      throw denied('an organisation certificate may feed, and read nothing');
  }
}

/** A refusal in the vocabulary of the transaction. */
function refusal({ transaction }: SoapRequest, refused: Refusal): string {
  return transaction === 'look-up' ? queryResponse([refused], []) : registryResponse([refused]);
}

/** The patient whom the payload names, as CX: that of the set, or that of the test of existence. A look-up names none. */
function patientOf(body: XmlElement): string | undefined {
  const inSet = `descendant-or-self::lcm:SubmitObjectsRequest/rim:RegistryObjectList/rim:RegistryPackage/rim:ExternalIdentifier[@identificationScheme='urn:uuid:${SCHEME.setPatientId}']/@value`;
  return value(body, inSet) ?? testedPatient(body);
}

/** V10 */
function denied(reason: string): SoapFault {
  return new SoapFault('SIM-V10', reason, 'DMPAccessDeniedByRightsService');
}
