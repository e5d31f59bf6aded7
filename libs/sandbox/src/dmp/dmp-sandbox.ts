import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { setTimeout as delay } from 'node:timers/promises';
import type { TLSSocket } from 'node:tls';
import type { Clock } from '@segur/clock';
import { BoundedLog } from '../bounded-log.js';
import { FaultSwitch, type Fault } from '../faults/fault.js';
import { senderOf, type Sender } from '../sender.js';
import { TcpDoor } from '../tcp-door.js';
import type { TlsMaterial } from '../tls-material.js';
import type { DmpMemory, DmpPolicy } from './dmp-memory.js';
import { handleRequest } from './dmp-requests.js';
import { HeldDocuments } from './held-documents.js';
import { KnownPatients } from './known-patients.js';
import { Seals } from './security/seals.js';
import { VihfJudge } from './security/vihf-judge.js';
import type { HttpAnswer, Verdict } from './soap-answer.js';
import { ENDPOINTS, type Endpoint } from './operations.js';

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

/** A request that was judged: what was asked, and what became of it. Its bytes are not kept. */
export interface JudgedRequest extends Verdict {
  readonly receivedAt: string;
}

/** How late a slow service answers when the fault does not say. */
const SLOW_MS = 2_000;
const SKEW_MS = 10 * 60_000;
const PATH = new RegExp(`/services/(${ENDPOINTS.join('|')})$`);

/** The DMP, played over HTTPS with mutual authentication: TD0.2, feeding (ITI-41), reference lookup (ITI-18) and deletion (ITI-57). */
export class DmpSandbox {
  readonly documents: HeldDocuments;
  readonly patients = new KnownPatients();
  readonly requests: BoundedLog<JudgedRequest>;
  private readonly memory: DmpMemory;
  private readonly faults = new FaultSwitch();
  private readonly server: Server;
  private readonly door: TcpDoor;
  private running = false;

  constructor(
    private readonly options: DmpSandboxOptions,
    private readonly clock: Clock,
  ) {
    this.documents = new HeldDocuments(options);
    this.requests = new BoundedLog(options.capacity);
    // Whoever may give client certificates here also gives seals.
    const seals = new Seals([options.tls.ca].flat());
    this.memory = { documents: this.documents, patients: this.patients, seals, vihf: new VihfJudge(seals, options) };
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

  /** How many lots wait for an answer that a fault holds back. */
  get hanging(): number {
    return this.faults.hanging;
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

  /** Forgets documents, requests, patients and assertions. */
  clear(): void {
    this.documents.clear();
    this.requests.clear();
    this.patients.clear();
    this.memory.vihf.clear();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sender = senderOf(request.socket as TLSSocket);
    if (!sender) return void request.socket.destroy();
    const endpoint = PATH.exec(request.url ?? '')?.[1] as Endpoint | undefined;
    if (!endpoint) return void response.writeHead(404).end();
    if (request.method !== 'POST') return void response.writeHead(405, { allow: 'POST' }).end();
    if (Number(request.headers['content-length']) > this.options.maxRequestBytes) {
      return void response.writeHead(413, { connection: 'close' }).end();
    }
    const body = await bodyOf(request, this.options.maxRequestBytes);
    if (!body) return void request.socket.destroy();

    const fault = this.faults.takeCall(endpoint === 'repository');
    if (fault?.mode === 'drop-before-commit') return void request.socket.destroy();
    if (fault?.mode === 'slow') await delay(fault.ms ?? SLOW_MS, undefined, { ref: false });
    // Who hung up does not undo what was sent.
    if (fault?.mode === 'hang') await this.faults.hang(closed(request));
    const answer = this.answer(endpoint, request, body, sender, fault);
    if (answer.verdict) this.requests.add(randomUUID(), { receivedAt: this.clock.now().toISOString(), ...answer.verdict });
    if (fault?.mode === 'timeout-after-accept') return hangUp(request, fault.ms);
    response.writeHead(answer.status, { 'content-type': answer.contentType, 'content-length': answer.body.byteLength });
    response.end(answer.body);
  }

  private answer(endpoint: Endpoint, request: IncomingMessage, body: Buffer, sender: Sender, fault: Fault | undefined): HttpAnswer {
    if (fault?.mode === 'http-500') return brokenPage(500, 'Internal Server Error');
    if (fault?.mode === 'http-503') return brokenPage(503, 'Service Unavailable');
    const contentType = request.headers['content-type'] ?? '';
    const aheadMs = fault?.mode === 'clock-skew' ? (fault.ms ?? SKEW_MS) : 0;
    const now = new Date(this.clock.now().getTime() + aheadMs);
    const answer = handleRequest({ endpoint, contentType, body, sender }, this.memory, { policy: this.options, now, fault });
    if (fault?.mode !== 'truncated-multipart') return answer;
    return { ...answer, body: answer.body.subarray(0, answer.body.byteLength / 2) };
  }
}

/** What a proxy or a server in trouble sends: no SOAP. */
function brokenPage(status: number, title: string): HttpAnswer {
  return { status, contentType: 'text/html; charset=UTF-8', body: Buffer.from(`<html><body><h1>${title}</h1></body></html>`) };
}

/** Keeps silent until the client gives up, or for `ms`. */
async function hangUp(request: IncomingMessage, ms: number | undefined): Promise<void> {
  const gone = closed(request);
  await (ms === undefined ? gone : Promise.race([gone, delay(ms, undefined, { ref: false })]));
  request.socket.destroy();
}

async function closed({ socket }: IncomingMessage): Promise<void> {
  if (!socket.destroyed) await once(socket, 'close');
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
