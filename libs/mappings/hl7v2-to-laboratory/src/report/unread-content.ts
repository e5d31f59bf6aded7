import type { Segment } from '@segur/hl7v2';
import type { MessageGroups } from '../message-groups.js';
import type { Remarks } from '../remarks.js';

const fields = (...numbers: readonly number[]) => new Set(numbers);

/** Fields that this mapping reads, or that say nothing of the patient (set identifiers, echoes of other fields). */
const READ: Readonly<Record<string, ReadonlySet<number>>> = {
  PID: fields(1, 3, 5, 7, 8, 11, 13, 14, 23, 24, 25, 29, 30, 31, 32, 33),
  NK1: fields(1, 2, 3, 4, 5, 6, 7, 13),
  PV1: fields(1, 2, 19, 44, 45),
  ORC: fields(1, 2, 3, 4, 5, 9, 12, 21, 22),
  OBR: fields(1, 2, 3, 4, 6, 7, 10, 11, 13, 14, 15, 16, 22, 24, 25, 26, 28, 29, 31, 32, 36),
  OBX: fields(1, 2, 3, 4, 5, 6, 7, 8, 11, 13, 14, 15, 16, 17, 19, 23, 24, 25),
  NTE: fields(1, 2, 3, 4),
  SPM: fields(1, 2, 4, 8, 11, 17, 18, 21, 24),
};

/** Names, once each, the segments and the fields of the message that hold something and are not read. */
export function remarkUnread(groups: MessageGroups, remarks: Remarks): void {
  const named = new Set<string>();
  const remarkFields = (segment: Segment) => {
    const read = READ[segment.name];
    for (let number = 1; number <= segment.fieldCount; number += 1) {
      if (read?.has(number) || named.has(`${segment.name}-${number}`)) continue;
      const raw = segment.rawField(number);
      if (raw === '' || raw === '""') continue;
      named.add(`${segment.name}-${number}`);
      remarks.add('hl7-field-not-read', segment.location(number));
    }
  };
  groups.patients.forEach(remarkFields);
  groups.relatives.forEach(remarkFields);
  if (groups.visit) remarkFields(groups.visit);
  for (const { orc, obr, observations, specimens } of groups.orders) {
    if (orc) remarkFields(orc);
    remarkFields(obr);
    observations.forEach(({ obx }) => remarkFields(obx));
    specimens.forEach(remarkFields);
  }
  for (const segment of groups.others) {
    if (named.has(segment.name)) continue;
    named.add(segment.name);
    remarks.add('hl7-segment-not-read', segment.location());
  }
}
