import type { Ids } from '@segur/clock';
import { EXISTENCE_TEST_ACTION, readExistenceAnswer, type ExistenceAnswer } from '@segur/dmp-patients';
import { PlatformError } from '@segur/errors';
import { ACTIONS, encodeEnvelope, encodeGetDocuments, readGetDocumentsResponse, readRegistryResponse } from '@segur/xds';
import { Agent, DecoratorHandler, type Dispatcher } from 'undici';
import type { DmpAccess } from '../structures.js';
import type { DmpReply } from './classify-reply.js';
import { DmpGateway, type DmpCall, type Existence, type Packing, type Resolution } from './dmp-gateway.js';

/** Limits of the calls. */
export interface DmpClientOptions {
  readonly callTimeoutMs: number;
  readonly connections: number;
}

interface Door {
  readonly access: DmpAccess;
  readonly agent: Agent;
}

interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly bytes: Buffer;
}

const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
const CONNECT_TIMEOUT_MS = 10_000;
// Alerts of the peer about our certificate, and our own verdict about the peer's.
const CERTIFICATE_REFUSED =
  /^ERR_SSL_.*(CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED|HANDSHAKE_FAILURE)|^(CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|ERR_TLS_CERT)/;

/** Calls the DMP over mutual TLS, on kept-alive connections: one agent per laboratory, so that none rides on another's session. */
export class DmpClient extends DmpGateway {
  private readonly doors = new Map<string, Door>();

  constructor(
    private readonly accessOf: (tenantId: string) => DmpAccess,
    private readonly options: DmpClientOptions,
    private readonly ids: Ids,
  ) {
    super();
  }

  async submit(tenantId: string, pack: Packing): Promise<DmpReply> {
    const door = this.door(tenantId);
    const url = door.access.repositoryUrl;
    const { contentType, chunks, sizeBytes } = pack(url);
    const answer = await this.post(door.agent, url, contentType, Buffer.concat(chunks, sizeBytes));
    return 'kind' in answer ? answer : read(answer, ({ bytes, contentType: type }) => readRegistryResponse(bytes, type));
  }

  async resolve(tenantId: string, uniqueId: string, securityHeader: string | undefined): Promise<Resolution> {
    const call = { securityHeader, body: encodeGetDocuments([uniqueId]) };
    const answer = await this.call(tenantId, 'registryUrl', ACTIONS.storedQuery, call);
    if ('kind' in answer) return { kind: 'unanswered', reply: answer };
    let documents: ReturnType<typeof readGetDocumentsResponse>['documents'] = [];
    const reply = read(answer, ({ bytes, contentType: type }) => {
      const response = readGetDocumentsResponse(bytes, type);
      documents = response.documents;
      return response.answer;
    });
    const succeeded = reply.kind === 'answer' && reply.answer.kind === 'response' && reply.answer.status === 'success';
    if (!succeeded) return { kind: 'unanswered', reply };
    const document = documents.find((known) => known.uniqueId === uniqueId && known.status !== 'deleted');
    return document ? { kind: 'known', document } : { kind: 'absent' };
  }

  async testExistence(tenantId: string, question: DmpCall): Promise<Existence> {
    const answer = await this.call(tenantId, 'patientsUrl', EXISTENCE_TEST_ACTION, question);
    if ('kind' in answer) return { kind: 'unanswered', reply: answer };
    let said: ExistenceAnswer | undefined;
    const reply = read(answer, ({ bytes, contentType }) => {
      said = readExistenceAnswer(bytes, contentType);
      return said.kind === 'fault' ? said : { kind: 'response', status: 'success', errors: [] };
    });
    return said === undefined || said.kind === 'fault' ? { kind: 'unanswered', reply } : said;
  }

  async updateStatus(tenantId: string, update: DmpCall): Promise<DmpReply> {
    const answer = await this.call(tenantId, 'registryUrl', ACTIONS.updateDocumentSet, update);
    return 'kind' in answer ? answer : read(answer, ({ bytes, contentType }) => readRegistryResponse(bytes, contentType));
  }

  async close(): Promise<void> {
    await Promise.all([...this.doors.values()].map(({ agent }) => agent.close()));
    this.doors.clear();
  }

  /** One SOAP call without documents. */
  private async call(
    tenantId: string,
    service: 'registryUrl' | 'patientsUrl',
    action: string,
    { securityHeader, body }: DmpCall,
  ): Promise<HttpAnswer | DmpReply> {
    const { access, agent } = this.door(tenantId);
    const to = access[service];
    const envelope = encodeEnvelope({
      action,
      to,
      messageId: this.ids.next(),
      ...(securityHeader === undefined ? {} : { securityHeader }),
      body,
    });
    return this.post(agent, to, `application/soap+xml; charset=UTF-8; action="${action}"`, Buffer.from(envelope));
  }

  private async post(agent: Agent, url: string, contentType: string, body: Buffer): Promise<HttpAnswer | DmpReply> {
    let left = false;
    const dispatcher = agent.compose(notingDeparture(() => (left = true)));
    try {
      const response = await dispatcher.request({
        origin: new URL(url).origin,
        path: new URL(url).pathname,
        method: 'POST',
        headers: { 'content-type': contentType },
        body,
      });
      const bytes = Buffer.from(await response.body.arrayBuffer());
      return { status: response.statusCode, contentType: response.headers['content-type']?.toString() ?? '', bytes };
    } catch (error) {
      if (left) return { kind: 'lost' };
      return { kind: CERTIFICATE_REFUSED.test(codeOf(error)) ? 'tls-refused' : 'unreachable' };
    }
  }

  private door(tenantId: string): Door {
    const known = this.doors.get(tenantId);
    if (known) return known;
    const access = this.accessOf(tenantId);
    const { callTimeoutMs, connections } = this.options;
    const agent = new Agent({
      connections,
      connect: { ...access.tls, timeout: Math.min(callTimeoutMs, CONNECT_TIMEOUT_MS) },
      headersTimeout: callTimeoutMs,
      bodyTimeout: callTimeoutMs,
      maxResponseSize: MAX_ANSWER_BYTES,
    });
    const door = { access, agent };
    this.doors.set(tenantId, door);
    return door;
  }
}

/** Tells when a request is handed to an open connection. Before that, a failure is known to have changed nothing. */
function notingDeparture(note: () => void): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => dispatch(options, new Departure(handler, note));
}

class Departure extends DecoratorHandler {
  constructor(
    private readonly next: Dispatcher.DispatchHandler,
    private readonly note: () => void,
  ) {
    super(next);
  }

  onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void {
    this.note();
    this.next.onRequestStart?.(controller, context);
  }
}

/** A fault comes with HTTP 500 and is an answer all the same; what cannot be read is judged by its status. */
function read(answer: HttpAnswer, decode: (answer: HttpAnswer) => Extract<DmpReply, { kind: 'answer' }>['answer']): DmpReply {
  try {
    return { kind: 'answer', answer: decode(answer) };
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    return answer.status === 200 ? { kind: 'unreadable' } : { kind: 'http', status: answer.status };
  }
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : '';
}
