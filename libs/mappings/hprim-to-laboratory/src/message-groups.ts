import type { HprimMessage, HprimSegment } from '@segur/hprim';
import type { Remarks } from './remarks.js';

/** A result with the comments under it. */
export interface ObservationGroup {
  readonly obx: HprimSegment;
  readonly comments: readonly HprimSegment[];
}

/** A request, or a part of one, with its results. */
export interface OrderGroup {
  readonly obr: HprimSegment;
  readonly comments: readonly HprimSegment[];
  readonly observations: readonly ObservationGroup[];
}

/** The message as HPRIM nests it: H { P { OBR { OBX } } } L. */
export interface MessageGroups {
  readonly patients: readonly HprimSegment[];
  /** C above the first OBR. */
  readonly patientComments: readonly HprimSegment[];
  readonly orders: readonly OrderGroup[];
  /** Segments that have no place in a group: nothing reads them. */
  readonly others: readonly HprimSegment[];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** Nests the segments; a C belongs to the P, OBR or OBX before it. @see hprim-sante.md §1.3 */
export function toGroups(message: HprimMessage, remarks: Remarks): MessageGroups {
  const groups: Writable<MessageGroups> = { patients: [], patientComments: [], orders: [], others: [] };
  let order: Writable<OrderGroup> | undefined;
  let observation: Writable<ObservationGroup> | undefined;
  for (const segment of message.segments) {
    switch (segment.name) {
      case 'H':
      case 'L':
        break;
      case 'P':
        groups.patients.push(segment);
        order = undefined;
        observation = undefined;
        break;
      case 'OBR':
        if (groups.patients.length === 0) remarks.add('hprim-sequence', segment.location());
        order = { obr: segment, comments: [], observations: [] };
        observation = undefined;
        groups.orders.push(order as OrderGroup);
        break;
      case 'OBX':
        if (!order) {
          remarks.add('hprim-sequence', segment.location());
          break;
        }
        observation = { obx: segment, comments: [] };
        order.observations.push(observation as ObservationGroup);
        break;
      case 'C':
        (observation?.comments ?? order?.comments ?? groups.patientComments).push(segment);
        break;
      default:
        groups.others.push(segment);
    }
  }
  return groups;
}
