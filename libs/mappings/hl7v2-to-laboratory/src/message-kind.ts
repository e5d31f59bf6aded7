import { headerOf, type Hl7Header, type Hl7Message } from '@segur/hl7v2';

/** `hl7v2-oru`: discrete results. `hl7v2-cda`: one finished document with its routing. */
export type MessageKind = 'hl7v2-oru' | 'hl7v2-cda';

const DOCUMENT_PROFILE = /^CISIS_CDA_HL7_V[12]$/;

/**
 * What a message carries, or nothing when it is not an ORU^R01.
 *
 * MSH-21 says it; failing that, a result that is an XML document under the code of a laboratory report. Never the sender's name.
 *
 * @see hl7v2.md, table of flows A and B
 */
export function kindOf(message: Hl7Message): MessageKind | undefined {
  const header = headerOf(message);
  if (header.messageCode !== 'ORU' || header.triggerEvent !== 'R01') return undefined;
  if (DOCUMENT_PROFILE.test(header.profile.name)) return 'hl7v2-cda';
  const document = message.segments.some(
    (segment) =>
      segment.name === 'OBX' &&
      segment.text(2) === 'ED' &&
      segment.text(5, 3).toUpperCase() === 'XML' &&
      segment.text(3) === '11502-2',
  );
  return document ? 'hl7v2-cda' : 'hl7v2-oru';
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
