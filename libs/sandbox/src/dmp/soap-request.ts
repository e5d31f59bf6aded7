import type { XmlElement } from 'libxml2-wasm';
import { MalformedInput } from '@segur/errors';
import { elements, isNamed, value, withXml } from '../xml/foreign-xml.js';
import { readMediaType, readMultipart, type MediaType, type MimePart } from './multipart-reader.js';
import { OPERATIONS, type Endpoint, type Transaction } from './operations.js';
import { SoapFault } from './refusal.js';

/** A request as it left the wire: the envelope, and its attachments by Content-ID without the angle brackets. */
export interface SoapPackage {
  readonly envelope: Buffer;
  readonly attachments: ReadonlyMap<string, Buffer>;
  readonly multipart: boolean;
  /** The `action` of the Content-Type, where it has one. */
  readonly action?: string;
}

/** The request's name and its one body element. Valid inside `readEnvelope` only. */
export interface SoapRequest {
  readonly messageId: string;
  readonly transaction: Transaction;
  /** The action of the answer. */
  readonly answerAction: string;
  readonly header: XmlElement;
  readonly body: XmlElement;
}

/**
 * Unpacks a request: MTOM on the repository, MTOM or plain SOAP 1.2 on the other services (rule T3).
 *
 * @throws {SoapFault} The packaging is not that of the DMP's guide.
 */
export function unpack(endpoint: Endpoint, contentType: string, body: Buffer): SoapPackage {
  const media = readMediaType(contentType);
  if (!media) throw new SoapFault('SIM-T3', 'the Content-Type cannot be read');
  const action = media.parameters.get('action');
  const stated = action === undefined ? {} : { action };
  if (media.type === 'multipart/related') return { ...unpackMtom(media, body), multipart: true, ...stated };
  if (endpoint === 'repository') throw new SoapFault('SIM-T3', 'the repository speaks multipart/related (MTOM)');
  if (media.type !== 'application/soap+xml') throw new SoapFault('SIM-T2', 'the Content-Type of SOAP 1.2 is application/soap+xml');
  return { envelope: body, attachments: new Map(), multipart: false, ...stated };
}

function unpackMtom(media: MediaType, body: Buffer): Pick<SoapPackage, 'envelope' | 'attachments'> {
  const demanded = (name: string): string => {
    const text = media.parameters.get(name);
    if (!text) throw new SoapFault('SIM-T3', `the Content-Type has no ${name}`);
    return text;
  };
  const [boundary, start] = [demanded('boundary'), demanded('start')];
  if (demanded('type') !== 'application/xop+xml')
    throw new SoapFault('SIM-T3', 'the type of the Content-Type is application/xop+xml');
  if (!demanded('start-info').startsWith('application/soap+xml')) {
    throw new SoapFault('SIM-T3', 'the start-info of the Content-Type is application/soap+xml');
  }
  const parts = new Map<string, MimePart>();
  for (const part of multipart(body, boundary)) {
    const id = /^<(.+)>$/.exec(part.headers.get('content-id') ?? '')?.[1];
    if (!id) throw new SoapFault('SIM-T3', 'a part has no Content-ID between angle brackets');
    if (parts.has(id)) throw new SoapFault('SIM-T3', 'two parts have the same Content-ID');
    if (!['binary', '8bit'].includes(part.headers.get('content-transfer-encoding')?.toLowerCase() ?? '')) {
      throw new SoapFault('SIM-T3', 'the parts of an MTOM message are binary');
    }
    parts.set(id, part);
  }
  const root = parts.get(start.replace(/^<(.+)>$/, '$1'));
  if (!root) throw new SoapFault('SIM-T3', 'no part has the Content-ID that start names');
  if (readMediaType(root.headers.get('content-type') ?? '')?.type !== 'application/xop+xml') {
    throw new SoapFault('SIM-T3', 'the Content-Type of the root part is application/xop+xml');
  }
  const attachments = [...parts].filter(([, part]) => part !== root).map(([id, { bytes }]) => [id, bytes] as const);
  return { envelope: root.bytes, attachments: new Map(attachments) };
}

function multipart(body: Buffer, boundary: string): MimePart[] {
  try {
    return readMultipart(body, boundary);
  } catch (error) {
    if (error instanceof MalformedInput) throw new SoapFault('SIM-T3', error.message);
    throw error;
  }
}

/**
 * Reads the envelope and holds it to SOAP 1.2, WS-Addressing and the endpoint (rule T2).
 *
 * @throws {SoapFault} One of them is not respected.
 */
export function readEnvelope<T>(endpoint: Endpoint, { envelope, action }: SoapPackage, read: (request: SoapRequest) => T): T {
  try {
    return withXml(envelope, (root) => read(addressed(endpoint, root, action)));
  } catch (error) {
    if (error instanceof MalformedInput) throw new SoapFault('SIM-T2', error.message);
    throw error;
  }
}

function addressed(endpoint: Endpoint, root: XmlElement, contentTypeAction: string | undefined): SoapRequest {
  if (!isNamed(root, 's12', 'Envelope')) throw new SoapFault('SIM-T2', 'the root is not a SOAP 1.2 envelope');
  const [header, ...otherHeaders] = elements(root, 's12:Header');
  const [body, ...otherBodies] = elements(root, 's12:Body/*');
  if (!header || otherHeaders.length > 0) throw new SoapFault('SIM-T2', 'one SOAP header is needed');
  if (!body || otherBodies.length > 0) throw new SoapFault('SIM-T2', 'the SOAP body holds one element');

  const once = (name: string, xpath: string): string => {
    if (elements(header, name).length > 1) throw new SoapFault('SIM-T2', `${name} stands twice`);
    const text = value(header, xpath);
    if (!text) throw new SoapFault('SIM-T2', `${name} is missing or empty`);
    return text;
  };
  const [messageId, action] = [once('wsa:MessageID', 'wsa:MessageID'), once('wsa:Action', 'wsa:Action')];
  once('wsa:To', 'wsa:To');
  once('wsa:ReplyTo', 'wsa:ReplyTo/wsa:Address');

  const known = OPERATIONS[endpoint].find((candidate) => candidate.action === action);
  if (!known) throw new SoapFault('SIM-T2', `wsa:Action is not one of the ${endpoint}`);
  if (!isNamed(body, known.prefix, known.body)) throw new SoapFault('SIM-T2', 'the body is not the one that wsa:Action announces');
  if (contentTypeAction !== undefined && contentTypeAction !== action) {
    throw new SoapFault('SIM-T2', 'the action of the Content-Type is not wsa:Action');
  }
  return { messageId, transaction: known.transaction, answerAction: known.answer, header, body };
}
