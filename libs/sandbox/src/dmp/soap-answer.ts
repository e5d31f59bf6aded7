import { randomUUID } from 'node:crypto';
import { escaped, NAMESPACES } from '../xml/foreign-xml.js';
import type { Transaction } from './operations.js';
import { codeContext, type SoapFault } from './refusal.js';

/** What became of a request. */
export interface Verdict {
  /** Absent: it could not be read so far. */
  readonly transaction?: Transaction;
  /** `refused`: in the vocabulary of the transaction. `fault`: in that of SOAP. */
  readonly outcome: 'accepted' | 'refused' | 'fault';
  /** Error codes, or the rule of a fault. */
  readonly codes: readonly string[];
}

/** An HTTP answer, ready to be sent. */
export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
  /** Absent: what answered is no DMP, but something before it. */
  readonly verdict?: Verdict;
}

/** What the answer refers to; a request that could not be read has neither. */
export interface AnswerTo {
  /** Of the answer. */
  readonly action?: string;
  readonly messageId?: string;
  readonly transaction?: Transaction;
  /** Whether the request was MTOM. The answer then is too, even without attachment, as the DMP's are. */
  readonly multipart: boolean;
}

/** The answer to a request that was understood: HTTP 200, be it a success or a refusal. */
export function soapAnswer(body: string, to: AnswerTo): HttpAnswer {
  const codes = [...body.matchAll(/ errorCode="([^"]*)"/g)].map(([, code = '']) => code);
  const outcome = body.includes(':ResponseStatusType:Failure"') ? 'refused' : 'accepted';
  return {
    ...packaged(200, envelope(to.action ?? '', to.messageId, body), to.multipart),
    verdict: { ...asked(to), outcome, codes },
  };
}

/** The answer to a request that was not understood, or whose sender has no right to it: HTTP 500. */
export function faultAnswer({ rule, message, subcode, blame }: SoapFault, to: AnswerTo): HttpAnswer {
  const nested = subcode ? `<s12:Subcode><s12:Value>${escaped(subcode)}</s12:Value></s12:Subcode>` : '';
  const reason = escaped(codeContext({ rule, message }));
  const fault =
    `<s12:Fault><s12:Code><s12:Value>s12:${blame}</s12:Value>${nested}</s12:Code>` +
    `<s12:Reason><s12:Text xml:lang="en">${reason}</s12:Text></s12:Reason></s12:Fault>`;
  return {
    ...packaged(500, envelope('http://www.w3.org/2005/08/addressing/soap/fault', to.messageId, fault), to.multipart),
    verdict: { ...asked(to), outcome: 'fault', codes: [rule] },
  };
}

function asked({ transaction }: AnswerTo): Pick<Verdict, 'transaction'> {
  return transaction === undefined ? {} : { transaction };
}

function envelope(action: string, messageId: string | undefined, body: string): Buffer {
  const relatesTo = messageId === undefined ? '' : `<wsa:RelatesTo>${escaped(messageId)}</wsa:RelatesTo>`;
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><s12:Envelope xmlns:s12="${NAMESPACES.s12}" xmlns:wsa="${NAMESPACES.wsa}"><s12:Header>` +
      `<wsa:Action s12:mustUnderstand="true">${escaped(action)}</wsa:Action>` +
      `<wsa:MessageID>urn:uuid:${randomUUID()}</wsa:MessageID>${relatesTo}</s12:Header><s12:Body>${body}</s12:Body></s12:Envelope>`,
  );
}

function packaged(status: number, soap: Buffer, multipart: boolean): HttpAnswer {
  if (!multipart) return { status, contentType: 'application/soap+xml; charset=UTF-8', body: soap };
  const [boundary, root] = [`uuid:${randomUUID()}`, `root.message@sandbox.dmp.example`];
  const head =
    `--${boundary}\r\nContent-Type: application/xop+xml; charset=UTF-8; type="application/soap+xml"\r\n` +
    `Content-Transfer-Encoding: binary\r\nContent-ID: <${root}>\r\n\r\n`;
  return {
    status,
    contentType:
      `multipart/related; type="application/xop+xml"; boundary="${boundary}"; start="<${root}>"; ` +
      `start-info="application/soap+xml"`,
    body: Buffer.concat([Buffer.from(head), soap, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
