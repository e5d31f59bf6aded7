import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '@segur/clock';
import {
  ackModeOf,
  encodeAck,
  encodeHl7Timestamp,
  type AckError,
  type AckMode,
  type Hl7Header,
  type SegmentValue,
} from '@segur/hl7v2';
import { derivedUuid, reportSetIdOf } from '@segur/laboratory';
import { Log, Metrics, withTraceparent } from '@segur/telemetry';
import { Laboratories } from '../laboratories.js';
import { ResultStructuringSettings } from '../result-structuring.config.js';
import { judge, type AcceptableMessage, type AcceptableOrder } from './acceptance-rules.js';
import { acksToSend, type DoorVerdict } from './acks-to-send.js';
import type { MessageKey } from './decide-reception.js';
import { judgeOrder } from './judge-order.js';
import { answersPerLine, answerTypeOf } from './order-answers.js';
import { readMessage } from './read-message.js';
import { ReceptionDesk } from './reception-desk.js';
import { SenderDirectory } from './sender-directory.js';

/** Media type of the bytes of a message in the document store. */
const HL7_MEDIA_TYPE = 'application/hl7-v2';

/** Over HTTP the body of the answer is the acknowledgement, and most senders fill MSH-15 and MSH-16 without meaning them. */
const ORIGINAL: AckMode = { mode: 'original' };

/** Where a message came in, and whose it is. */
export interface Door {
  readonly route: 'mllp' | 'http';
  /** Absent answer: an unknown sender. */
  tenantOf(header: Hl7Header): string | undefined;
}

/** What to send back. */
export type Answer =
  | {
      readonly status: 'acknowledged';
      readonly code: DoorVerdict;
      /** The acknowledgements that the sender waits for, one after the other. Empty: it waits for none. */
      readonly ack: Buffer;
    }
  /** The bytes have no MSH: there is nobody to answer to. */
  | { readonly status: 'not-hl7' };

/** Whom an answer goes to. */
interface Reply {
  readonly header: Hl7Header | undefined;
  readonly route: Door['route'];
  readonly mode: AckMode;
  /** What the answer of an application says beside its verdict. */
  readonly segments?: readonly SegmentValue[];
}

const EMPTY = Buffer.alloc(0);

/** Takes HL7 messages in. Both doors, MLLP and HTTP, come here. */
@Injectable()
export class ReceiveMessageService {
  constructor(
    private readonly desk: ReceptionDesk,
    private readonly senders: SenderDirectory,
    private readonly laboratories: Laboratories,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly metrics: Metrics,
    private readonly settings: ResultStructuringSettings,
  ) {}

  /** Resolves when the answer may leave: `AA` means that the message and its fact are durable. Never rejects. */
  receive(bytes: Buffer, door: Door): Promise<Answer> {
    return withTraceparent(undefined, 'receive-message', () => this.answer(bytes, door));
  }

  /** The answer to a frame that was too long to be kept. */
  refuseOverlong(route: Door['route']): Buffer {
    const error = { condition: 199, severity: 'E', diagnostic: 'The message is too large' } as const;
    return this.refuse({ header: undefined, route, mode: ORIGINAL }, 'AE', error);
  }

  private async answer(bytes: Buffer, { route, tenantOf }: Door): Promise<Answer> {
    const reading = readMessage(bytes, this.settings.maxMessageBytes);
    if (reading.status === 'not-hl7') return reading;
    const header = reading.status === 'read' ? reading.message.header : reading.header;
    const tenantId = header && tenantOf(header);
    const reply: Reply = { header, route, mode: this.modeOf(header, tenantId, route) };
    const refuse = (code: DoorVerdict, error: AckError): Answer => ({
      status: 'acknowledged',
      code,
      ack: this.refuse(reply, code, error),
    });
    // In enhanced mode our own verdict may be acknowledged on this connection; that is the end of it.
    if (reply.mode.mode === 'enhanced' && header?.messageCode === 'ACK') return { status: 'acknowledged', code: 'AA', ack: EMPTY };

    if (header && tenantId === undefined) {
      return refuse('AR', { location: 'MSH[1]-3', condition: 207, severity: 'E', diagnostic: 'Unknown sender' });
    }
    if (reading.status === 'malformed' || tenantId === undefined) {
      return refuse('AE', reading.status === 'malformed' ? reading.error : { condition: 199, severity: 'E' });
    }
    const message = judge(reading.message, { acceptsTests: this.senders.acceptsTests(tenantId) });
    if ('refusal' in message) return refuse('AE', message.refusal);
    const known = { ...reply, header: message.header };
    const taken =
      message.kind === 'hl7v2-oml' ? this.storeOrder(bytes, message, tenantId, known) : this.store(bytes, message, tenantId, known);
    return taken.catch((error: unknown) => {
      this.log.error('message-not-stored', { tenantId, route, sizeBytes: bytes.length }, error);
      return refuse('AR', { condition: 207, severity: 'E', diagnostic: 'Cannot be stored now: send it again later' });
    });
  }

  private async store(bytes: Buffer, message: AcceptableMessage, tenantId: string, reply: Reply): Promise<Answer> {
    const { header, fillerNumbers, kind } = message;
    const { route } = reply;
    const { decision, ack, receptions } = await this.desk.take({
      tenantId,
      bytes,
      mediaType: HL7_MEDIA_TYPE,
      kind,
      route,
      key: keyOf(header),
      reportSetIds: fillerNumbers.map((fillerNumber) => reportSetIdOf(tenantId, fillerNumber)),
      answer: () => this.acknowledge(reply, 'AA'),
    });
    if (decision === 'conflict') return this.refuseReused(reply);
    this.metrics.messagesReceivedTotal.inc({ route, ack: 'AA' });
    for (const { receptionId, reportSetId } of receptions) {
      const said = { tenantId, reportSetId, route, kind, ack: 'AA', sizeBytes: bytes.length };
      if (decision === 'repeat') this.log.info('message-repeated', said);
      else this.log.info('message-received', { ...said, receptionId });
    }
    return { status: 'acknowledged', code: 'AA', ack };
  }

  /** An order is read before it is stored: its sender waits for the word of an application, line by line. */
  private async storeOrder(bytes: Buffer, message: AcceptableOrder, tenantId: string, reply: Reply): Promise<Answer> {
    const { header, kind, order } = message;
    const { route } = reply;
    const judgement = judgeOrder(order, this.laboratories.of(tenantId));
    if (judgement.status === 'refused') {
      this.metrics.messagesReceivedTotal.inc({ route, ack: 'AE' });
      this.log.warn('message-refused', { tenantId, route, kind, ack: 'AE', findings: judgement.errors.length });
      const ack = this.acknowledge({ ...reply, segments: answersPerLine(order, 'refused') }, 'AE', ...judgement.errors);
      return { status: 'acknowledged', code: 'AE', ack };
    }
    const key = keyOf(header);
    const { decision, ack, receptions } = await this.desk.takeOrder({
      tenantId,
      bytes,
      mediaType: HL7_MEDIA_TYPE,
      kind,
      route,
      key,
      orderKey: derivedUuid('order', tenantId, key.sender, judgement.number ?? `${key.controlId}|${key.sentAt}`),
      ack: this.acknowledge({ ...reply, segments: answersPerLine(order, 'taken') }, 'AA'),
    });
    if (decision === 'conflict') return this.refuseReused(reply);
    this.metrics.messagesReceivedTotal.inc({ route, ack: 'AA' });
    for (const { receptionId } of receptions) {
      const said = { tenantId, route, kind, ack: 'AA', sizeBytes: bytes.length };
      if (decision === 'repeat') this.log.info('message-repeated', said);
      else this.log.info('message-received', { ...said, receptionId });
    }
    return { status: 'acknowledged', code: 'AA', ack };
  }

  private refuseReused(reply: Reply): Answer {
    const diagnostic = 'This control id was used for another message';
    const error: AckError = { location: 'MSH[1]-10', condition: 205, severity: 'E', diagnostic };
    return { status: 'acknowledged', code: 'AE', ack: this.refuse(reply, 'AE', error) };
  }

  /** What MSH-15 and MSH-16 ask for counts where the laboratory means it, and says so. */
  private modeOf(header: Hl7Header | undefined, tenantId: string | undefined, route: Door['route']): AckMode {
    const meant = route === 'mllp' && tenantId !== undefined && this.senders.meansAckConditions(tenantId);
    return header && meant ? ackModeOf(header) : ORIGINAL;
  }

  private refuse(reply: Reply, code: DoorVerdict, error: AckError): Buffer {
    const { route } = reply;
    this.metrics.messagesReceivedTotal.inc({ route, ack: code });
    this.log.warn('message-refused', { route, ack: code, errorCode: `hl7-${error.condition}` });
    return this.acknowledge(reply, code, error);
  }

  private acknowledge({ header, mode, segments }: Reply, verdict: DoorVerdict, ...errors: AckError[]): Buffer {
    const sentAt = encodeHl7Timestamp(this.clock.now().toISOString());
    // MSH-10 takes twenty characters; the first twenty of a UUIDv7 are its time and its counter.
    const controlId = () => this.ids.next().replaceAll('-', '').slice(0, 20).toUpperCase();
    const type = answerTypeOf(header);
    const acks = acksToSend(mode, verdict).map((code) => {
      // That a message is safe is said by an ACK, whatever it is about.
      const said = code.startsWith('C') ? {} : { ...(type && { type }), ...(segments && { segments }) };
      return encodeAck({ header, code, controlId: controlId(), sentAt, errors, ...said });
    });
    return Buffer.concat(acks);
  }
}

function keyOf({ sendingApplication, sendingFacility, controlId, sentAt }: Hl7Header): MessageKey {
  return { sender: `${sendingApplication}|${sendingFacility}`, controlId, sentAt };
}
