import type { Fault } from '../faults/fault.js';
import type { Sender } from '../sender.js';
import type { HeldDocument, HeldDocuments } from './held-documents.js';
import { readLot } from './received-lot.js';
import { SoapFault, type Refusal } from './refusal.js';
import { queryResponse, registryResponse } from './registry-answers.js';
import { identifier, SCHEME } from './registry-objects.js';
import { judgeLot } from './rules/judge-lot.js';
import { faultAnswer, soapAnswer, type AnswerTo, type HttpAnswer } from './soap-answer.js';
import { readEnvelope, unpack, type Endpoint, type SoapPackage, type SoapRequest } from './soap-request.js';
import { readStoredQuery, type DocumentLookup } from './stored-query.js';
import { demandVihf } from './vihf.js';

/** What the sandbox's DMP demands beyond the rules that always hold. */
export interface DmpPolicy {
  /** `vihf`: the assertion and its attributes (V6, V7). `signature`: the XAdES entry of the lot and its association (M1). */
  readonly strictness: readonly ('vihf' | 'signature')[];
  /** OIDs of the INS of this environment. */
  readonly insAuthorities: readonly string[];
}

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
  /** What is answered in the place of the judgement. */
  readonly injected: Refusal | SoapFault | undefined;
}

/** Answers one request: judges it, and stores what it accepts. */
export function handleRequest(request: DmpRequest, documents: HeldDocuments, circumstances: Circumstances): HttpAnswer {
  let to: AnswerTo = { multipart: request.contentType.toLowerCase().startsWith('multipart/') };
  try {
    const soap = unpack(request.endpoint, request.contentType, request.body);
    return readEnvelope(request.endpoint, soap, (read) => {
      to = { ...to, action: read.action, messageId: read.messageId };
      if (circumstances.injected instanceof SoapFault) throw circumstances.injected;
      const answer =
        request.endpoint === 'repository'
          ? registryResponse(feed(read, soap, request.sender, documents, circumstances))
          : lookUp(read, documents, circumstances);
      return soapAnswer(answer, to);
    });
  } catch (error) {
    if (error instanceof SoapFault) return faultAnswer(error, to);
    throw error;
  }
}

/** ITI-41 */
function feed(
  { header, body }: SoapRequest,
  { attachments }: SoapPackage,
  sender: Sender,
  documents: HeldDocuments,
  { policy, now, injected }: Circumstances,
): readonly Refusal[] {
  if (injected) return [injected as Refusal];
  const lot = readLot(body, attachments, policy.strictness.includes('signature'));
  if (!('set' in lot)) return lot;
  if (policy.strictness.includes('vihf')) demandVihf(header, identifier(lot.set, SCHEME.setPatientId));
  const refusals = judgeLot(lot, { insAuthorities: policy.insAuthorities, now });
  return refusals.length > 0 ? refusals : documents.file(lot, sender, now);
}

/** ITI-18 */
function lookUp({ header, body }: SoapRequest, documents: HeldDocuments, { policy, injected }: Circumstances): string {
  if (injected) return queryResponse([injected as Refusal], []);
  if (policy.strictness.includes('vihf')) demandVihf(header, undefined);
  const lookup = readStoredQuery(body);
  return 'ids' in lookup ? queryResponse([], find(lookup, documents), lookup.returnType) : queryResponse([lookup], []);
}

function find({ by, ids }: DocumentLookup, documents: HeldDocuments): HeldDocument[] {
  const found = ids.map((id) => (by === 'uniqueId' ? documents.byUniqueId(id) : documents.byEntryUuid(id)));
  return found.filter((document) => document !== undefined);
}

/** What `reject` and `busy` answer; absent for the faults that are not an answer. */
export function injectedFailure(endpoint: Endpoint, fault: Fault | undefined): Refusal | SoapFault | undefined {
  const owner = endpoint === 'repository' ? 'XDSRepository' : 'XDSRegistry';
  const message = 'asked for by the fault of the sandbox';
  if (fault?.mode === 'busy') return { code: `${owner}Busy`, rule: 'SIM-FAULT', message };
  if (fault?.mode !== 'reject') return undefined;
  const { code = `${owner}Error` } = fault;
  return code.startsWith('DMP') ? new SoapFault('SIM-FAULT', message, code) : { code, rule: 'SIM-FAULT', message };
}
