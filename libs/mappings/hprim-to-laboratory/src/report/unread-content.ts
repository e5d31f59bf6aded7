import type { HprimSegment } from '@segur/hprim';
import type { MessageGroups } from '../message-groups.js';
import type { Remarks } from '../remarks.js';

const fields = (...numbers: readonly number[]) => new Set(numbers);

/** Fields that this mapping reads, or that say nothing of the patient (ranks, addresses of the partners, volumes). */
const READ: Readonly<Record<string, ReadonlySet<number>>> = {
  H: fields(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14),
  P: fields(1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 24, 25),
  OBR: fields(1, 2, 3, 4, 6, 7, 10, 11, 13, 14, 15, 16, 22, 24, 25, 26, 28, 29, 32),
  OBX: fields(1, 2, 3, 4, 5, 6, 7, 8, 11, 13, 14, 15, 16),
};

/** Names, once each, the segments and the fields of the message that hold something and are not read. */
export function remarkUnread(header: HprimSegment, groups: MessageGroups, remarks: Remarks): void {
  const named = new Set<string>();
  const remarkFields = (segment: HprimSegment) => {
    for (let number = 1; number <= segment.fieldCount; number += 1) {
      if (READ[segment.name]?.has(number) || named.has(`${segment.name}-${number}`) || segment.field(number).isEmpty) continue;
      named.add(`${segment.name}-${number}`);
      remarks.add('hprim-field-not-read', segment.location(number));
    }
  };
  remarkFields(header);
  groups.patients.forEach(remarkFields);
  for (const { obr, observations } of groups.orders) {
    remarkFields(obr);
    observations.forEach(({ obx }) => remarkFields(obx));
  }
  for (const segment of groups.others) {
    if (named.has(segment.name)) continue;
    named.add(segment.name);
    remarks.add('hprim-segment-not-read', segment.location());
  }
}
