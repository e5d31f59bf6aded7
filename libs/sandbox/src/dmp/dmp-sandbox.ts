import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { setTimeout as delay } from 'node:timers/promises';
import type { TLSSocket } from 'node:tls';
import type { Clock } from '@segur/clock';
import { FaultSwitch, type Fault } from '../faults/fault.js';
import { senderOf, type Sender } from '../sender.js';
import { TcpDoor } from '../tcp-door.js';
import type { TlsMaterial } from '../tls-material.js';
import { HeldDocuments } from './held-documents.js';
import { handleRequest, injectedFailure, type DmpPolicy } from './dmp-requests.js';
import type { HttpAnswer } from './soap-answer.js';
import type { Endpoint } from './soap-request.js';

/** Settings of the sandbox's DMP. `port` 0 lets the system choose. */
export interface DmpSandboxOptions extends DmpPolicy {
  readonly host: string;
  readonly port: number;
  readonly tls: TlsMaterial;
  readonly maxRequestBytes: number;
  /** How many documents are kept; beyond, the oldest is dropped. */
  readonly capacity: number;
  readonly sameDocumentInNewSet: 'accept' | 'refuse';
}

/** How late a slow service answers when the fault does not say. */
const SLOW_MS = 2_000;
const BROKEN_PAGE: HttpAnswer = {
  status: 500,
  contentType: 'text/html; charset=UTF-8',
  body: Buffer.from('<html><body><h1>Internal Server Error</h1></body></html>'),
};

/** The DMP, played over HTTPS with mutual authentication: feeding (ITI-41) and reference lookup (ITI-18). */
export class DmpSandbox {
  readonly documents: HeldDocuments;
  private readonly faults = new FaultSwitch();
  private readonly server: Server;
  private readonly door: TcpDoor;
  private running = false;

  constructor(
    private readonly options: DmpSandboxOptions,
    private readonly clock: Clock,
  ) {
    this.documents = new HeldDocuments(options);
    this.server = createServer(
      { ...options.tls, minVersion: 'TLSv1.2', requestCert: true, rejectUnauthorized: true },
      (request, response) => void this.serve(request, response).catch(() => request.socket.destroy()),
    );
    this.door = new TcpDoor({
      ...options,
      refuses: () => this.faults.refusesConnection(),
      enter: (socket) => this.server.emit('connection', socket),
    });
  }

  /** Where clients find it, without the path: `https://127.0.0.1:3443`. */
  get address(): string {
    return `https://${this.options.host}:${this.door.port}`;
  }

  get fault(): Fault {
    return this.faults.current;
  }

  async start(): Promise<void> {
    this.running = true;
    await this.setFault(this.fault);
  }

  async stop(): Promise<void> {
    this.running = false;
    await this.door.close();
  }

  /** Takes effect before it resolves: after `down`, the port is closed. */
  async setFault(fault: Fault): Promise<void> {
    this.faults.set(fault);
    const dead = fault.mode === 'down' && fault.count === undefined;
    await (this.running && !dead ? this.door.open() : this.door.close());
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sender = senderOf(request.socket as TLSSocket);
    if (!sender) return void request.socket.destroy();
    const endpoint = /\/services\/(repository|registry)$/.exec(request.url ?? '')?.[1] as Endpoint | undefined;
    if (!endpoint) return void response.writeHead(404).end();
    if (request.method !== 'POST') return void response.writeHead(405, { allow: 'POST' }).end();
    if (Number(request.headers['content-length']) > this.options.maxRequestBytes) {
      return void response.writeHead(413, { connection: 'close' }).end();
    }
    const body = await bodyOf(request, this.options.maxRequestBytes);
    if (!body) return void request.socket.destroy();

    const fault = this.faults.takeCall();
    if (fault?.mode === 'drop-before-commit') return void request.socket.destroy();
    if (fault?.mode === 'slow') await delay(fault.ms ?? SLOW_MS, undefined, { ref: false });
    const answer = fault?.mode === 'http-500' ? BROKEN_PAGE : this.answer(endpoint, request, body, sender, fault);
    if (fault?.mode === 'timeout-after-accept') return hangUp(request, fault.ms);
    response.writeHead(answer.status, { 'content-type': answer.contentType, 'content-length': answer.body.byteLength });
    response.end(answer.body);
  }

  private answer(endpoint: Endpoint, request: IncomingMessage, body: Buffer, sender: Sender, fault: Fault | undefined): HttpAnswer {
    const contentType = request.headers['content-type'] ?? '';
    return handleRequest({ endpoint, contentType, body, sender }, this.documents, {
      policy: this.options,
      now: this.clock.now(),
      injected: injectedFailure(endpoint, fault),
    });
  }
}

/** Keeps silent until the client gives up, or for `ms`. */
async function hangUp({ socket }: IncomingMessage, ms: number | undefined): Promise<void> {
  const gone = socket.destroyed ? undefined : once(socket, 'close');
  await (ms === undefined ? gone : Promise.race([gone, delay(ms, undefined, { ref: false })]));
  socket.destroy();
}

/** The whole body; absent when it is longer than allowed, which only a chunked one can hide until now. */
async function bodyOf(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.byteLength;
    if (length > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
