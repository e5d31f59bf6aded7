import { toSegmentValues, type Ack, type Hl7Header, type Hl7Message, type SegmentValue } from '@segur/hl7v2';

/** OML event → the answer it has of its own. */
const ANSWERS: Readonly<Record<string, NonNullable<Ack['type']>>> = {
  O21: ['ORL', 'O22', 'ORL_O22'],
  O33: ['ORL', 'O34', 'ORL_O34'],
  O35: ['ORL', 'O36', 'ORL_O36'],
};

/** ORC-1 → what says that it was not done. Table 0119. */
const UNABLE: Readonly<Record<string, string>> = { CA: 'UC', XO: 'UX', RP: 'UM', RO: 'UM', RU: 'UM' };

/** MSH-9 of the answer to a message. Absent: `ACK`, as for everything that is no order. */
export function answerTypeOf(header: Hl7Header | undefined): Ack['type'] {
  return header?.messageCode === 'OML' && Object.hasOwn(ANSWERS, header.triggerEvent) ? ANSWERS[header.triggerEvent] : undefined;
}

/**
 * What became of each line of an OML^O21: its ORC again, with `OK`, or with what could not be done.
 *
 * The answers to O33 and O35 put lines under specimens, so that they say the verdict on the whole alone: an order is taken whole, or
 * not at all.
 *
 * @see HL7 v2.5.1 §4.4.7, table 0119; orders.md §6
 */
export function answersPerLine(message: Hl7Message, verdict: 'taken' | 'refused'): readonly SegmentValue[] {
  if (message.header.text(9, 2) !== 'O21') return [];
  return toSegmentValues(message).flatMap(({ name, fields: [control, placer, filler, group] }, index) => {
    if (name !== 'ORC') return [];
    const asked = message.segments[index]?.text(1).trim().toUpperCase() ?? '';
    const answer = verdict === 'taken' ? 'OK' : (UNABLE[asked] ?? 'UA');
    return [{ name, fields: [control === undefined ? undefined : answer, placer, filler, group] }];
  });
}
