import { CHARSET_FIELD, type Charset } from './charset.js';
import { encodeMessage, segmentOf, type FieldValue, type SegmentValue } from './encode-message.js';
import { headerSegment, type MessageHeader } from './message-header.js';

/** Fields of a segment by their number in the standard. */
export type Fields = Readonly<Record<number, FieldValue>>;

/** One result with its notes and participations. */
export interface OruObservation {
  readonly obx: Fields;
  /** PRT under this OBX: document flow only. */
  readonly participations?: readonly Fields[];
  /** NTE-3 of each line. */
  readonly notes?: readonly string[];
}

/** One examination with its results. */
export interface OruOrder {
  readonly orc?: Fields;
  readonly obr: Fields;
  readonly notes?: readonly string[];
  readonly observations: readonly OruObservation[];
  readonly specimens?: readonly Fields[];
}

/** A message of results, one patient. */
export interface OruMessage {
  readonly header: Omit<MessageHeader, 'type' | 'charset'>;
  readonly patient: Fields;
  readonly patientNotes?: readonly string[];
  readonly visit?: Fields;
  readonly orders: readonly OruOrder[];
}

/**
 * Writes an ORU^R01 in the order of ORU_R01: set identifiers (OBR-1, OBX-1, NTE-1, SPM-1) are counted where the caller gives none.
 *
 * @throws {MalformedInput} A character does not exist in the set, or a field number is none.
 * @see HL7 v2.5.1 §7.3.1
 */
export function encodeOru({ header, patient, patientNotes, visit, orders }: OruMessage, charset: Charset = 'utf-8'): Buffer {
  return encodeMessage(
    [
      headerSegment({ ...header, type: ['ORU', 'R01', 'ORU_R01'], charset: CHARSET_FIELD[charset] }),
      segmentOf('PID', patient),
      ...notes(patientNotes),
      ...(visit ? [segmentOf('PV1', { 1: '1', ...visit })] : []),
      ...orders.flatMap((order, index) => orderSegments(order, index + 1)),
    ],
    charset,
  );
}

function orderSegments({ orc, obr, notes: lines, observations, specimens = [] }: OruOrder, rank: number): SegmentValue[] {
  return [
    ...(orc ? [segmentOf('ORC', orc)] : []),
    segmentOf('OBR', { 1: String(rank), ...obr }),
    ...notes(lines),
    ...observations.flatMap((observation, index) => [
      segmentOf('OBX', { 1: String(index + 1), ...observation.obx }),
      ...(observation.participations ?? []).map((fields) => segmentOf('PRT', fields)),
      ...notes(observation.notes),
    ]),
    ...specimens.map((fields, index) => segmentOf('SPM', { 1: String(index + 1), ...fields })),
  ];
}

function notes(lines: readonly string[] = []): SegmentValue[] {
  return lines.map((line, index) => segmentOf('NTE', { 1: String(index + 1), 3: line }));
}
