import type { Hl7Message, Segment } from '@segur/hl7v2';
import type { Remarks } from '../remarks.js';

/** One line of an order with all that is said of it. */
export interface OrderLine {
  readonly orc?: Segment;
  readonly obr: Segment;
  readonly timings: readonly Segment[];
  readonly notes: readonly Segment[];
  /** OBX under the line: answers to clinical questions. */
  readonly answers: readonly Segment[];
  readonly specimens: readonly Segment[];
  readonly diagnoses: readonly Segment[];
  readonly participations: readonly Segment[];
}

/** An order message, nested. */
export interface OrderLines {
  readonly patients: readonly Segment[];
  /** NTE before the first line: about the whole order. */
  readonly notes: readonly Segment[];
  readonly lines: readonly OrderLine[];
  /** Every ORC, those without OBR included. */
  readonly controls: readonly Segment[];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** Segments that say nothing of the order itself. */
const SILENT = ['MSH', 'SFT', 'PV1', 'PV2', 'PD1', 'NK1', 'TQ2', 'SAC'];

/**
 * Nests the segments of OML^O21, where specimens follow their examination, and of O33 and O35, where examinations follow their specimen.
 *
 * @see HL7 v2.5.1 §4.4.6 to §4.4.10
 */
export function toOrderLines(message: Hl7Message, specimenFirst: boolean, remarks: Remarks): OrderLines {
  const read: Writable<OrderLines> = { patients: [], notes: [], lines: [], controls: [] };
  let line: Writable<OrderLine> | undefined;
  let control: Segment | undefined;
  let timings: Segment[] = [];
  let specimens: readonly Segment[] = [];
  /** An OBX after SPM describes the specimen. */
  let last: 'line' | 'specimen' | undefined;

  for (const segment of message.segments) {
    switch (segment.name) {
      case 'PID':
        read.patients.push(segment);
        break;
      case 'ORC':
        read.controls.push(segment);
        [control, line, timings, last] = [segment, undefined, [], undefined];
        break;
      case 'TQ1':
        (line?.timings ?? timings).push(segment);
        break;
      case 'OBR':
        line = {
          obr: segment,
          timings,
          notes: [],
          answers: [],
          specimens: specimenFirst ? [...specimens] : [],
          diagnoses: [],
          participations: [],
          ...(control && { orc: control }),
        };
        read.lines.push(line as OrderLine);
        [control, timings, last] = [undefined, [], 'line'];
        break;
      case 'SPM':
        if (specimenFirst) [specimens, line] = [[segment], undefined];
        else if (line) line.specimens.push(segment);
        else remarks.add('hl7-sequence', segment.location());
        last = 'specimen';
        break;
      case 'NTE':
        if (line && last === 'line') line.notes.push(segment);
        else if (last === undefined && read.lines.length === 0) read.notes.push(segment);
        else remarks.add('hl7-segment-not-read', segment.location());
        break;
      case 'OBX':
        if (line && last === 'line') line.answers.push(segment);
        else if (last === 'specimen') remarks.add('hl7-segment-not-read', segment.location());
        else remarks.add('hl7-sequence', segment.location());
        break;
      case 'DG1':
        if (line) line.diagnoses.push(segment);
        else remarks.add('hl7-sequence', segment.location());
        break;
      case 'PRT':
        if (line) line.participations.push(segment);
        else remarks.add('hl7-sequence', segment.location());
        break;
      default:
        if (!SILENT.includes(segment.name)) remarks.add('hl7-segment-not-read', segment.location());
    }
  }
  return read;
}
