import { cidUrlOf, encodeContentType, encodeMultipart } from '@segur/mime';
import type { Submission } from './metadata.js';
import { encodeProvideAndRegister } from './provide-and-register.js';
import { ACTIONS } from './schemes.js';
import { encodeEnvelope } from './soap.js';

/** A request as HTTP takes it. */
export interface MtomRequest {
  readonly contentType: string;
  /** The body; documents are not copied. */
  readonly chunks: readonly Buffer[];
  readonly sizeBytes: number;
}

/** A document of the lot: its entry and its bytes. */
export interface DocumentContent {
  readonly entryId: string;
  readonly bytes: Uint8Array;
  /** Without charset unless it is the true one. */
  readonly contentType: string;
}

/** What is new with each message, however often one lot is sent. */
export interface MessageIdentity {
  /** UUID; message id, boundary and content ids are made of it. */
  readonly messageId: string;
  /** The URL that is called. */
  readonly to: string;
  readonly securityHeader?: string;
}

// Content ids need a host part; it is never looked up.
const HOST = 'segur.invalid';

/**
 * Packs a lot as one ITI-41 request: SOAP 1.2 envelope and documents as MTOM parts.
 *
 * @throws {MalformedXds} As `encodeProvideAndRegister`.
 * @throws {MalformedMime} A document holds the boundary, which is made of the message id.
 * @see MTOM; XOP 1.0; dmp guide, TD2.1
 */
export function encodeIti41(
  submission: Submission,
  contents: readonly DocumentContent[],
  { messageId, to, securityHeader }: MessageIdentity,
): MtomRequest {
  const contentIds = new Map(contents.map(({ entryId }, index) => [entryId, `part${index + 1}.${messageId}@${HOST}`]));
  const rootId = `root.${messageId}@${HOST}`;
  const urls = new Map([...contentIds].map(([entryId, contentId]) => [entryId, cidUrlOf(contentId)]));
  const envelope = encodeEnvelope({
    action: ACTIONS.provideAndRegister,
    to,
    messageId,
    ...(securityHeader === undefined ? {} : { securityHeader }),
    body: encodeProvideAndRegister(submission, urls),
  });
  const rootType = encodeContentType('application/xop+xml', { charset: 'UTF-8', type: 'application/soap+xml' });
  const boundary = `mime-${messageId}`;
  const body = encodeMultipart(
    [
      { contentType: rootType, contentId: rootId, body: Buffer.from(envelope) },
      ...contents.map(({ entryId, bytes, contentType }) => ({
        contentType,
        contentId: contentIds.get(entryId) ?? '',
        body: bytes,
      })),
    ],
    boundary,
  );
  const contentType = encodeContentType('multipart/related', {
    boundary,
    type: 'application/xop+xml',
    start: `<${rootId}>`,
    'start-info': 'application/soap+xml',
    action: ACTIONS.provideAndRegister,
  });
  return { contentType, ...body };
}
