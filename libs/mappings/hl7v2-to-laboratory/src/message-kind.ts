import { headerOf, type Hl7Header, type Hl7Message } from '@segur/hl7v2';
import { holdsXml } from './document/document-payload.js';

/** `hl7v2-oru`: discrete results. `hl7v2-cda`: one finished document with its routing. */
export type MessageKind = 'hl7v2-oru' | 'hl7v2-cda';

/** What a message is about, whatever its type and event. */
export type MessageContent = 'results' | 'document' | 'order' | 'patient-event' | 'acknowledgement' | 'business-acknowledgement';

const DOCUMENT_PROFILE = /^CISIS_CDA_HL7_V[12]$/;
/** Message code and events → content. ORU is told apart by what it carries. */
const CONTENTS: Readonly<Record<string, { readonly events?: readonly string[]; readonly content: MessageContent }>> = {
  MDM: { events: ['T02', 'T04', 'T10'], content: 'document' },
  OUL: { events: ['R22'], content: 'results' },
  OML: { events: ['O21', 'O33', 'O35'], content: 'order' },
  ADT: { events: ['A01', 'A04', 'A08', 'A28', 'A31', 'A40'], content: 'patient-event' },
  ACK: { content: 'acknowledgement' },
  ZAM: { events: ['Z01', 'Z02', 'Z03'], content: 'business-acknowledgement' },
};

/**
 * What a message carries, or nothing when it is not an ORU^R01 or a document in a MDM.
 *
 * MSH-21 says it; failing that, a result that is an XML document under the code of a laboratory report. Never the sender's name.
 *
 * @see hl7v2.md, table of flows A and B
 */
export function kindOf(message: Hl7Message): MessageKind | undefined {
  switch (contentOf(message)) {
    case 'results':
      return 'hl7v2-oru';
    case 'document':
      return 'hl7v2-cda';
    default:
      return undefined;
  }
}

/** What a message is about, or nothing when it is of a type or an event that is not read. */
export function contentOf(message: Hl7Message): MessageContent | undefined {
  const { messageCode, triggerEvent, profile } = headerOf(message);
  if (messageCode === 'ORU' && triggerEvent === 'R01') {
    return DOCUMENT_PROFILE.test(profile.name) || holdsReport(message) ? 'document' : 'results';
  }
  const known = Object.hasOwn(CONTENTS, messageCode) ? CONTENTS[messageCode] : undefined;
  return known && (!known.events || known.events.includes(triggerEvent)) ? known.content : undefined;
}

function holdsReport(message: Hl7Message): boolean {
  return message.segments.some((segment) => segment.name === 'OBX' && segment.text(3) === '11502-2' && holdsXml(segment));
}

/**
 * The laboratory's own number of the request: what every OBR says in OBR-3, else what every ORC says in ORC-3, else the group number of
 * ORC-4, else the first OBR-3. Nothing when the message gives none.
 */
export function fillerNumberOf(message: Hl7Message): string | undefined {
  const orders = message.segments.filter(({ name }) => name === 'ORC' || name === 'OBR');
  const values = (name: string, field: number) =>
    new Set(orders.filter((segment) => segment.name === name).map((segment) => segment.text(field)));
  const only = (set: ReadonlySet<string>) => (set.size === 1 ? [...set][0] : undefined);
  const given = (set: ReadonlySet<string>) => [...set].find((value) => value !== '');
  const obr = values('OBR', 3);
  const orc = values('ORC', 3);
  return only(obr) || only(orc) || only(values('ORC', 4)) || given(obr) || given(orc) || undefined;
}

/** What makes two transmissions the same message of one partner: its control id and its time. Compare the bytes too: some senders count from one every day. */
export function receptionKeyOf(header: Pick<Hl7Header, 'controlId' | 'sentAt'>): string {
  return `${header.controlId}|${header.sentAt}`;
}
