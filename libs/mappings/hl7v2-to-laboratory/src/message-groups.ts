import type { Hl7Message, Segment } from '@segur/hl7v2';
import type { Remarks } from './remarks.js';

/** A result with the notes and participations under it. */
export interface ObservationGroup {
  readonly obx: Segment;
  readonly notes: readonly Segment[];
  /** PRT under this OBX (document flow). */
  readonly participations: readonly Segment[];
}

/** An examination with its results. */
export interface OrderGroup {
  readonly orc?: Segment;
  readonly obr: Segment;
  readonly notes: readonly Segment[];
  readonly observations: readonly ObservationGroup[];
  readonly specimens: readonly Segment[];
}

/** The message as ORU_R01 nests it. */
export interface MessageGroups {
  readonly patients: readonly Segment[];
  readonly patientNotes: readonly Segment[];
  /** NK1. */
  readonly relatives: readonly Segment[];
  readonly visit?: Segment;
  readonly orders: readonly OrderGroup[];
  /** Segments that have no place in a group: nothing reads them. */
  readonly others: readonly Segment[];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/**
 * Nests the segments of an ORU^R01, and takes what real senders do: ORC after OBR, NTE or SPM before the first OBX, any Z-segment. In an
 * OUL^R22 the specimen stands above its orders.
 *
 * @see HL7 v2.5.1 §7.3.1 and §7.3.6; hl7v2.md §3.1
 */
export function toGroups(message: Hl7Message, remarks: Remarks): MessageGroups {
  const groups: Writable<MessageGroups> = { patients: [], patientNotes: [], relatives: [], orders: [], others: [] };
  const { segments } = message;
  const isBySpecimen = message.header.text(9) === 'OUL';
  let above: Segment | undefined;
  let ahead: Segment[] = [];
  let order: Writable<OrderGroup> | undefined;
  let observation: Writable<ObservationGroup> | undefined;
  let control: Segment | undefined;

  segments.forEach((segment, index) => {
    switch (segment.name) {
      case 'MSH':
        return;
      case 'PID':
        groups.patients.push(segment);
        order = undefined;
        observation = undefined;
        return;
      case 'NK1':
        groups.relatives.push(segment);
        return;
      case 'PV1':
        groups.visit ??= segment;
        return;
      case 'ORC':
        // After its OBR instead of before: it is this OBR's unless another OBR follows at once.
        if (order && !order.orc && !control && order.observations.length === 0 && segments[index + 1]?.name !== 'OBR')
          order.orc = segment;
        else control = segment;
        return;
      case 'OBR':
        order = { obr: segment, notes: ahead, observations: [], specimens: above ? [above] : [], ...(control && { orc: control }) };
        observation = undefined;
        control = undefined;
        ahead = [];
        groups.orders.push(order as OrderGroup);
        return;
      case 'OBX':
        // Under a specimen and above its orders: it tells of the specimen, not of the patient.
        if (!order && above) return void groups.others.push(segment);
        if (!order) return remarks.add('hl7-sequence', segment.location());
        observation = { obx: segment, notes: [], participations: [] };
        order.observations.push(observation as ObservationGroup);
        return;
      case 'SPM':
        if (isBySpecimen) {
          above = segment;
          order = undefined;
          observation = undefined;
          return;
        }
        if (!order) return remarks.add('hl7-sequence', segment.location());
        order.specimens.push(segment);
        return;
      case 'NTE':
        // Between ORC and OBR: of the order to come.
        if (control) ahead.push(segment);
        else ((observation ?? order)?.notes ?? groups.patientNotes).push(segment);
        return;
      case 'PRT':
        (observation?.participations ?? groups.others).push(segment);
        return;
      default:
        groups.others.push(segment);
    }
  });
  if (control) remarks.add('hl7-sequence', control.location());
  return groups;
}
