import type { ExistenceAnswer } from '@segur/dmp-patients';
import type { KnownDocument, MtomRequest } from '@segur/xds';
import type { Xml } from '@segur/xml';
import type { DmpReply } from './classify-reply.js';

/** What the DMP says of a document that we look up. */
export type Resolution =
  | { readonly kind: 'known'; readonly document: KnownDocument }
  | { readonly kind: 'absent' }
  /** The lookup itself failed: nothing is known. */
  | { readonly kind: 'unanswered'; readonly reply: DmpReply };

/** What the DMP says of a patient. */
export type Existence =
  | Exclude<ExistenceAnswer, { readonly kind: 'fault' }>
  /** The question was not answered, or not understood. */
  | { readonly kind: 'unanswered'; readonly reply: DmpReply };

/** A lot on its way; made when the address is known, because the address stands in it. */
export type Packing = (to: string) => MtomRequest;

/** What every call carries in its header, and the body of one. */
export interface DmpCall {
  /** Absent: nothing is signed. */
  readonly securityHeader: string | undefined;
  readonly body: Xml;
}

/** The DMP, as one laboratory reaches it. Never throws for what the network or the DMP does: that is a reply. */
export abstract class DmpGateway {
  /** TD2.1a and TD2.1b: ITI-41. */
  abstract submit(tenantId: string, pack: Packing): Promise<DmpReply>;
  /** TD3.1b: ITI-18 GetDocuments by the uniqueId that we gave. A deleted document is absent. */
  abstract resolve(tenantId: string, uniqueId: string, securityHeader: string | undefined): Promise<Resolution>;
  /** TD0.2: has the patient a DMP, and is it open? */
  abstract testExistence(tenantId: string, question: DmpCall): Promise<Existence>;
  /** TD3.3c: ITI-57, a change of status. */
  abstract updateStatus(tenantId: string, update: DmpCall): Promise<DmpReply>;
  abstract close(): Promise<void>;
}
