import { MalformedXds } from './malformed-xds.js';
import { childOf, descendants, readSoapBody, type XmlNode } from './soap-body.js';

/** One remark of a registry. */
export interface RegistryError {
  /** `XDSRegistryBusy`… or a code of the DMP. */
  readonly code: string;
  /** The registry's explanation. It may quote the request: never logged. */
  readonly context: string;
  readonly location?: string;
  readonly severity: 'error' | 'warning';
}

/** A SOAP fault: the request as such was refused. */
export interface SoapFault {
  readonly kind: 'fault';
  /** Whose fault it is said to be. */
  readonly blames: 'sender' | 'receiver' | 'other';
  /** Local names of the subcodes, and codes found in the detail. */
  readonly codes: readonly string[];
  /** Reason and detail. It may quote the request: never logged. */
  readonly text: string;
}

/** What a repository or registry answered. */
export type RegistryAnswer =
  | SoapFault
  | { readonly kind: 'response'; readonly status: 'success' | 'partial' | 'failure'; readonly errors: readonly RegistryError[] };

/**
 * Reads the answer to ITI-41, or the status of any answer of the family. The body decides; `wsa:Action` is known to be wrong at times.
 *
 * @param contentType - The header of the HTTP answer: answers and faults come plain or as multipart.
 * @throws {MalformedXds} Neither a fault nor a response with a known status.
 * @throws {MalformedMime} A multipart answer that was cut off.
 * @see IHE ITI TF-3, 4.2.4
 */
export function readRegistryResponse(bytes: Uint8Array, contentType: string): RegistryAnswer {
  return toAnswer(readSoapBody(bytes, contentType));
}

/** The same for a body that was read already. @throws {MalformedXds} */
export function toAnswer(body: XmlNode): RegistryAnswer {
  if (body.local === 'Fault') return toFault(body);
  const status = /:(Success|Failure|PartialSuccess)$/.exec(body.attributes['status'] ?? '')?.[1];
  if (status === undefined) throw new MalformedXds('The answer has no known status');
  const errors = descendants(body, 'RegistryError').map(toError);
  return { kind: 'response', status: status === 'Success' ? 'success' : status === 'Failure' ? 'failure' : 'partial', errors };
}

function toError({ attributes }: XmlNode): RegistryError {
  const location = attributes['location'];
  return {
    code: localName(attributes['errorCode'] ?? ''),
    context: attributes['codeContext'] ?? '',
    ...(location ? { location } : {}),
    severity: /:Warning$/.test(attributes['severity'] ?? '') ? 'warning' : 'error',
  };
}

function toFault(fault: XmlNode): SoapFault {
  const code = childOf(fault, 'Code');
  // SOAP 1.1 has `faultcode` and `faultstring` instead.
  const value = localName((childOf(code, 'Value') ?? childOf(fault, 'faultcode'))?.text ?? '');
  const subcodes = code ? descendants(code, 'Subcode').map((subcode) => localName(childOf(subcode, 'Value')?.text ?? '')) : [];
  const detail = childOf(fault, 'Detail') ?? childOf(fault, 'detail');
  const said = detail ? allText(detail) : [];
  const reasons = [...descendants(fault, 'Text'), ...fault.children.filter(({ local }) => local === 'faultstring')];
  return {
    kind: 'fault',
    blames: /^(Sender|Client)$/.test(value) ? 'sender' : /^(Receiver|Server)$/.test(value) ? 'receiver' : 'other',
    codes: [...subcodes, ...said].filter((text) => /^[A-Za-z][A-Za-z0-9_.-]{2,63}$/.test(text)),
    text: [...reasons.map(({ text }) => text), ...said].filter((text) => text !== '').join(' '),
  };
}

function allText(node: XmlNode): readonly string[] {
  return [node.text, ...node.children.flatMap(allText)].filter((text) => text !== '');
}

function localName(qualified: string): string {
  return qualified.slice(Math.max(qualified.lastIndexOf(':'), qualified.lastIndexOf('#')) + 1).trim();
}
