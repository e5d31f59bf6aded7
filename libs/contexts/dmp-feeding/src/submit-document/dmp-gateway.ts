import type { KnownDocument, MtomRequest } from '@segur/xds';
import type { DmpReply } from './classify-reply.js';

/** What the DMP says of a document that we look up. */
export type Resolution =
  | { readonly kind: 'known'; readonly document: KnownDocument }
  | { readonly kind: 'absent' }
  /** The lookup itself failed: nothing is known. */
  | { readonly kind: 'unanswered'; readonly reply: DmpReply };

/** A lot on its way; made when the address is known, because the address stands in it. */
export type Packing = (to: string) => MtomRequest;

/** The DMP, as one laboratory reaches it. Never throws for what the network or the DMP does: that is a reply. */
export abstract class DmpGateway {
  /** TD2.1a and TD2.1b: ITI-41. */
  abstract submit(tenantId: string, pack: Packing): Promise<DmpReply>;
  /** TD3.1b: ITI-18 GetDocuments by the uniqueId that we gave. */
  abstract resolve(tenantId: string, uniqueId: string, securityHeader: string | undefined): Promise<Resolution>;
  abstract close(): Promise<void>;
}
