import { headerOf, type HprimMessage } from '@segur/hprim';
import { isOrderStatus } from '@segur/results-to-laboratory';
import type { MessageGroups, OrderGroup } from '../message-groups.js';
import { isResults, requestNumberOf } from '../message-identity.js';
import type { Remarks } from '../remarks.js';

/** Refuses what is no file of results of a known version. */
export function refuseForeign(message: HprimMessage, remarks: Remarks): void {
  if (!isResults(message)) remarks.add('hprim-context', message.header.location(7));
  if (!/^2\.[0-5]$/.test(headerOf(message).version)) remarks.add('hprim-version', message.header.location(13));
}

/** Refuses, by name, what may be right and is not read; and a message without patient, request or number. */
export function refuseUnread({ patients, orders }: MessageGroups, remarks: Remarks): void {
  if (patients.length === 0) remarks.add('hprim-required', 'P[1]');
  if (patients.length > 1) remarks.add('hprim-several-patients-not-read', patients[1]?.location() ?? 'P[2]');
  if (orders.length === 0) remarks.add('hprim-required', 'OBR[1]');
  const [first] = orders;
  for (const { obr } of orders) {
    const number = requestNumberOf(obr);
    if (number === '') remarks.add('hprim-required', obr.location(3));
    else if (first && number !== requestNumberOf(first.obr)) remarks.add('hprim-several-requests-not-read', obr.location(3));
  }
  for (const order of orders) refuseOrder(order, remarks);
}

function refuseOrder({ obr, observations }: OrderGroup, remarks: Remarks): void {
  const action = obr.text(11).trim().toUpperCase();
  if (action === 'C') remarks.add('hprim-cancellation-not-read', obr.location(11));
  else if (action === 'Q') remarks.add('hprim-quality-control-not-read', obr.location(11));
  else if (!['', 'N', 'A'].includes(action)) remarks.add('hprim-field-not-read', obr.location(11));
  for (const field of [26, 29]) if (!obr.field(field).isEmpty) remarks.add('hprim-parent-child-not-read', obr.location(field));
  if (!isOrderStatus(obr.text(25).trim().toUpperCase())) remarks.add('hprim-status-unknown', obr.location(25));
  for (const { obx } of observations) if (!obx.field(13).isEmpty) remarks.add('hprim-access-not-read', obx.location(13));
}
