import { headerOf, type Hl7Message } from '@segur/hl7v2';
import { fillerNumberOf } from '../message-kind.js';
import type { MessageGroups, OrderGroup } from '../message-groups.js';
import type { Remarks } from '../remarks.js';

/** Versions whose ORU_R01 this mapping knows. */
export const VERSIONS = ['2.3', '2.3.1', '2.4', '2.5', '2.5.1'];
/** ORC-1 that say something else than "here are results". */
const NOT_RESULTS = ['CA', 'OC', 'CR', 'DC', 'OD', 'DR', 'RO', 'RP', 'RQ', 'RU', 'OR', 'UA', 'UC', 'UD', 'UR', 'HD', 'OH', 'HR'];

/** Refuses what is no ORU^R01 of a known version. */
export function refuseForeign(message: Hl7Message, remarks: Remarks): void {
  const { messageCode, triggerEvent, version } = headerOf(message);
  if (messageCode !== 'ORU' || triggerEvent !== 'R01') remarks.add('hl7-message-type', message.header.location(9));
  if (!VERSIONS.includes(version)) remarks.add('hl7-version', message.header.location(12));
}

/** Refuses, by name, what is right in HL7 and is not read yet; and a message without patient, order or result. */
export function refuseUnread(message: Hl7Message, groups: MessageGroups, remarks: Remarks): void {
  if (groups.patients.length === 0) remarks.add('hl7-required', 'PID[1]');
  if (groups.patients.length > 1) remarks.add('hl7-several-patients-not-read', groups.patients[1]?.location() ?? 'PID[2]');
  if (groups.orders.length === 0) remarks.add('hl7-required', 'OBR[1]');
  else if (!fillerNumberOf(message)) remarks.add('hl7-required', groups.orders[0]?.obr.location(3) ?? 'OBR[1]-3');
  const numbers = new Set(groups.orders.map(({ obr }) => obr.text(3)));
  if (numbers.size > 1 && [...numbers].includes(fillerNumberOf(message) ?? '')) {
    remarks.add('hl7-several-filler-numbers', groups.orders[0]?.obr.location(3) ?? 'OBR[1]-3');
  }
  const continuation = message.first('DSC');
  if (continuation && continuation.text(1) !== '') remarks.add('hl7-continuation-not-read', continuation.location(1));
  for (const order of groups.orders) refuseOrder(order, remarks);
}

function refuseOrder({ orc, obr, specimens, observations }: OrderGroup, remarks: Remarks): void {
  if (orc && NOT_RESULTS.includes(orc.text(1))) remarks.add('hl7-order-control-not-read', orc.location(1));
  for (const field of [26, 29]) {
    if (obr.field(field).state === 'value') remarks.add('hl7-parent-child-not-read', obr.location(field));
  }
  const status = obr.text(25).trim().toUpperCase();
  if (!['', 'F', 'C', 'X'].includes(status)) remarks.add('hl7-status-not-read', obr.location(25));
  for (const spm of specimens) {
    if (spm.field(11).repetitions.some((role) => role.text(1) === 'Q'))
      remarks.add('hl7-quality-control-not-read', spm.location(11));
  }
  for (const { obx } of observations) {
    if (obx.field(13).state === 'value') remarks.add('hl7-access-check-not-read', obx.location(13));
  }
}
