import { headerOf, type Hl7Message } from '@segur/hl7v2';
import { fillerNumberOf } from '../message-kind.js';
import type { MessageGroups, OrderGroup } from '../message-groups.js';
import type { Remarks } from '../remarks.js';

/** Versions whose results this mapping knows. */
export const VERSIONS = ['2.2', '2.3', '2.3.1', '2.4', '2.5', '2.5.1', '2.6', '2.7', '2.7.1', '2.8', '2.8.1', '2.8.2'];
/** Messages of results: by order, and by specimen. */
const MESSAGES = ['ORU^R01', 'OUL^R22'];
/** ORC-1 that say something else than "here are results". */
const NOT_RESULTS = ['CA', 'OC', 'CR', 'DC', 'OD', 'DR', 'RO', 'RP', 'RQ', 'RU', 'OR', 'UA', 'UC', 'UD', 'UR', 'HD', 'OH', 'HR'];

/** Refuses what is no message of results of a known version. */
export function refuseForeign(message: Hl7Message, remarks: Remarks): void {
  const { messageCode, triggerEvent, version } = headerOf(message);
  if (!MESSAGES.includes(`${messageCode}^${triggerEvent}`)) remarks.add('hl7-message-type', message.header.location(9));
  if (!VERSIONS.includes(version)) remarks.add('hl7-version', message.header.location(12));
}

/** Refuses, by name, what is right in HL7 and is not read; and a message without patient, order or number. */
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

function refuseOrder({ orc, specimens, observations }: OrderGroup, remarks: Remarks): void {
  if (orc && NOT_RESULTS.includes(orc.text(1))) remarks.add('hl7-order-control-not-read', orc.location(1));
  for (const spm of specimens) {
    if (spm.field(11).repetitions.some((role) => role.text(1) === 'Q'))
      remarks.add('hl7-quality-control-not-read', spm.location(11));
  }
  for (const { obx } of observations) {
    if (obx.field(13).state === 'value') remarks.add('hl7-access-check-not-read', obx.location(13));
  }
}
