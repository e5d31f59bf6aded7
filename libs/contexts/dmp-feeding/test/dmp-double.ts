import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { DevelopmentPki } from '@segur/crypto';
import { decodeMultipart, isMultipart } from '@segur/mime';

/** How the double treats the next submission; afterwards it accepts. */
export type Behaviour =
  | 'accept'
  | { readonly failure: string }
  | { readonly fault: 'Sender' | 'Receiver'; readonly code?: string }
  | { readonly status: number }
  | 'garbage'
  | 'drop-after-accept'
  | 'drop-before-commit'
  | 'silent-after-accept'
  /** Accepts once that resolves. */
  | { readonly hold: Promise<void> };

/** One ITI-41 request as it came. */
export interface SeenSubmission {
  readonly contentType: string;
  readonly declaredLength: number;
  readonly envelope: string;
  readonly document: Buffer;
  readonly client: string;
  readonly tls: string | null;
}

const SUCCESS = 'urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success';
const FAILURE = 'urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Failure';

interface SentLot {
  /** Of the document. */
  readonly uniqueId: string;
  /** entryUUID of the version that it replaces. */
  readonly replaced: string | undefined;
}

/** A repository that demands a client certificate, and misbehaves as told. What it thinks of our metadata is the judge's business. */
export class DmpDouble {
  readonly submissions: SeenSubmission[] = [];
  readonly lookups: string[] = [];
  readonly deletions: string[] = [];
  /** Envelopes of TD0.2. */
  readonly questions: string[] = [];
  /** uniqueId → entryUUID of what it keeps. */
  readonly kept = new Map<string, string>();
  /** uniqueId → status, where that is not Approved. */
  readonly statuses = new Map<string, 'Deprecated' | 'urn:asip:ci-sis:2010:StatusType:Deleted'>();
  next: Behaviour[] = [];
  /** How the next deletions are treated: a code they are refused with, or an answer that is lost after it was done. */
  nextDeletions: ('accept' | 'drop-after-accept' | { readonly failure: string })[] = [];
  /** What the next tests of existence say. Afterwards: an open DMP. */
  nextRecords: ('open' | 'closed' | 'none')[] = [];
  private readonly server: Server;
  private port = 0;

  constructor({ server, caPem }: DevelopmentPki) {
    this.server = createServer(
      {
        key: server.keyPem,
        cert: server.certificatePem,
        ca: caPem,
        requestCert: true,
        rejectUnauthorized: true,
        maxVersion: 'TLSv1.2',
      },
      (request, response) => void this.serve(request, response),
    );
  }

  async listen(): Promise<string> {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
    return `https://127.0.0.1:${this.port}`;
  }

  /** Refuses connections until it listens again, at the same port. */
  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  /** What a patient finds in the DMP. */
  shown(): readonly string[] {
    return [...this.kept.keys()].filter((uniqueId) => !this.statuses.has(uniqueId));
  }

  forget(): void {
    for (const list of [this.submissions, this.lookups, this.deletions, this.questions]) list.length = 0;
    for (const map of [this.kept, this.statuses]) map.clear();
    [this.next, this.nextDeletions, this.nextRecords] = [[], [], []];
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat((await request.toArray()) as Buffer[]);
    if (request.url?.endsWith('/patients')) return this.tell(body.toString(), response);
    if (request.url?.endsWith('/registry')) {
      const envelope = body.toString();
      return envelope.includes('UpdateAvailabilityStatus')
        ? this.remove(envelope, request, response)
        : this.look(envelope, response);
    }
    const seen = toSeen(request, body);
    this.submissions.push(seen);
    const uniqueId = /XDSDocumentEntry\.uniqueId/.test(seen.envelope)
      ? (/identificationScheme="urn:uuid:2e82c1f6[^"]*" registryObject="[^"]*" value="([^"]*)"/.exec(seen.envelope)?.[1] ?? '')
      : '';
    const replaced = /AssociationType:RPLC"[^>]* targetObject="([^"]*)"/.exec(seen.envelope)?.[1];
    this.answer(this.next.shift() ?? 'accept', { uniqueId, replaced }, request, response);
  }

  private answer(behaviour: Behaviour, lot: SentLot, request: IncomingMessage, response: ServerResponse): void {
    const { uniqueId, replaced } = lot;
    const keep = () => {
      this.kept.set(uniqueId, `urn:uuid:00000000-0000-4000-8000-${String(this.kept.size).padStart(12, '0')}`);
      for (const [former, entry] of this.kept) if (entry === replaced) this.statuses.set(former, 'Deprecated');
    };
    if (typeof behaviour === 'object' && 'hold' in behaviour) {
      void behaviour.hold.then(() => this.answer('accept', lot, request, response));
      return;
    }
    if (behaviour === 'accept') {
      // A real registry takes no identifier twice.
      if (this.kept.has(uniqueId)) return reply(response, 200, registryResponse(FAILURE, 'XDSDuplicateUniqueIdInRegistry'));
      keep();
      return reply(response, 200, registryResponse(SUCCESS));
    }
    if (behaviour === 'drop-before-commit') return void request.socket.destroy();
    if (behaviour === 'drop-after-accept' || behaviour === 'silent-after-accept') {
      keep();
      if (behaviour === 'drop-after-accept') request.socket.destroy();
      return;
    }
    if (behaviour === 'garbage') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
    if ('status' in behaviour) return void response.writeHead(behaviour.status, { 'content-type': 'text/html' }).end('<p>no</p>');
    if ('failure' in behaviour) return reply(response, 200, registryResponse(FAILURE, behaviour.failure));
    const subcode = behaviour.code ? `<e:Subcode><e:Value>${behaviour.code}</e:Value></e:Subcode>` : '';
    reply(response, 500, `<e:Fault><e:Code><e:Value>e:${behaviour.fault}</e:Value>${subcode}</e:Code></e:Fault>`);
  }

  private tell(envelope: string, response: ServerResponse): void {
    this.questions.push(envelope);
    const record = this.nextRecords.shift() ?? 'open';
    const patient = `<patient><statusCode code="${record === 'open' ? 'active' : 'terminated'}"/></patient>`;
    const found =
      record === 'none'
        ? '<queryAck><queryResponseCode code="NF"/></queryAck>'
        : `<queryAck><queryResponseCode code="OK"/></queryAck>${patient}`;
    reply(
      response,
      200,
      `<PRPA_IN201308UV02 xmlns="urn:hl7-org:v3"><acknowledgement typeCode="AA"/><controlActProcess>${found}</controlActProcess></PRPA_IN201308UV02>`,
    );
  }

  private remove(envelope: string, request: IncomingMessage, response: ServerResponse): void {
    const entry = / targetObject="([^"]*)"/.exec(envelope)?.[1];
    const uniqueId = [...this.kept].find(([, known]) => known === entry)?.[0] ?? '';
    this.deletions.push(uniqueId);
    const behaviour = this.nextDeletions.shift() ?? 'accept';
    if (typeof behaviour === 'object') return reply(response, 200, registryResponse(FAILURE, behaviour.failure));
    if (this.statuses.has(uniqueId)) return reply(response, 200, registryResponse(FAILURE, 'XDSMetadataUpdateError'));
    this.statuses.set(uniqueId, 'urn:asip:ci-sis:2010:StatusType:Deleted');
    if (behaviour === 'drop-after-accept') return void request.socket.destroy();
    reply(response, 200, registryResponse(SUCCESS));
  }

  private look(envelope: string, response: ServerResponse): void {
    const uniqueId = /\('([^']*)'\)/.exec(envelope)?.[1] ?? '';
    this.lookups.push(uniqueId);
    const entry = this.kept.get(uniqueId);
    const status = this.statuses.get(uniqueId) ?? 'Approved';
    const urn = status.startsWith('urn:') ? status : `urn:oasis:names:tc:ebxml-regrep:StatusType:${status}`;
    const object = entry
      ? `<r:ExtrinsicObject xmlns:r="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0" id="${entry}" status="${urn}">
           <r:ExternalIdentifier identificationScheme="urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab" value="${uniqueId}"/></r:ExtrinsicObject>`
      : '';
    reply(
      response,
      200,
      `<AdhocQueryResponse status="${SUCCESS}"><RegistryObjectList>${object}</RegistryObjectList></AdhocQueryResponse>`,
    );
  }
}

function toSeen(request: IncomingMessage, body: Buffer): SeenSubmission {
  const contentType = request.headers['content-type'] ?? '';
  const { root, parts } = isMultipart(contentType) ? decodeMultipart(body, contentType) : { root: { body }, parts: [] };
  const socket = request.socket as TLSSocket;
  return {
    contentType,
    declaredLength: Number(request.headers['content-length']),
    envelope: root.body.toString(),
    document: parts[1]?.body ?? Buffer.alloc(0),
    client: String(socket.getPeerCertificate().subject.CN),
    tls: socket.getProtocol(),
  };
}

function registryResponse(status: string, code?: string): string {
  const errors = code
    ? `<RegistryErrorList><RegistryError errorCode="${code}" codeContext="why" severity="urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Error"/></RegistryErrorList>`
    : '';
  return `<RegistryResponse xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0" status="${status}">${errors}</RegistryResponse>`;
}

function reply(response: ServerResponse, status: number, body: string): void {
  const envelope = `<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body>${body}</e:Body></e:Envelope>`;
  const type = 'multipart/related; type="application/xop+xml"; boundary=answer; start-info="application/soap+xml"';
  response.writeHead(status, { 'content-type': type });
  response.end(`--answer\r\nContent-Type: application/xop+xml\r\nContent-ID: <r>\r\n\r\n${envelope}\r\n--answer--`);
}
