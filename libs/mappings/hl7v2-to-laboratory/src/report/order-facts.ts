import type { Professional, Sampler, StatedTime } from '@segur/laboratory';
import { earliest } from '@segur/results-to-laboratory';
import { toLines } from '../comments.js';
import type { MessageGroups, OrderGroup } from '../message-groups.js';
import { toProfessional } from '../professionals.js';
import type { Remarks } from '../remarks.js';
import type { StatedTimes } from '../stated-times.js';
import { toAddress } from './patient-contacts.js';
import { toNationalStructure } from './performers.js';

/**
 * Who prescribed: ORC-12, else OBR-16, the first who has a number; ORC-21 says where they practise.
 *
 * @returns Nothing, and a remark at the field, when nobody has one. A message that names nobody and has the prescriber's number of the
 * order leaves it to the order: then the remark is no error.
 */
export function toPrescriber(groups: MessageGroups, remarks: Remarks): Professional | undefined {
  const named = groups.orders.flatMap((order) => {
    const { orc, obr } = order;
    return [
      { field: orc?.field(12), location: orc?.location(12) },
      { field: obr.field(16), location: obr.location(16) },
    ].flatMap(({ field, location }) => {
      const person = field?.repetitions.map(toProfessional).find((found) => found !== undefined);
      return person ? [{ person, order, location: location ?? '' }] : [];
    });
  });
  const identified = named.find(({ person }) => person.nationalId ?? person.localId);
  if (identified) return { ...identified.person, ...toPractice(identified.order) };
  if (named[0]) remarks.add('hl7-required', `${named[0].location}.1`);
  else {
    const location = groups.orders[0]?.obr.location(16) ?? 'OBR[1]-16';
    remarks.add(toPlacerNumber(groups) === undefined ? 'hl7-required' : 'hl7-prescriber-of-order', location);
  }
  return undefined;
}

/** ORC-21 and ORC-22: the structure that ordered. */
function toPractice({ orc }: OrderGroup): Pick<Professional, 'organization'> {
  const xon = orc?.field(21).repetition(0);
  const name = xon?.text(1).trim() ?? '';
  if (!orc || !xon || name === '') return {};
  const nationalId = toNationalStructure(xon.text(10).trim() || xon.text(3).trim(), `${xon.component(6).text} ${xon.text(7)}`);
  const address = toAddress(orc.field(22).repetition(0));
  const isWritten = address.lines.length > 0 || address.city !== undefined;
  return { organization: { ...(nationalId && { nationalId }), name, ...(isWritten && { address }), telecoms: [] } };
}

/** OBR-2, else ORC-2. */
export function toPlacerNumber({ orders }: MessageGroups): string | undefined {
  return orders.map(({ orc, obr }) => obr.text(2) || (orc?.text(2) ?? '')).find((number) => number !== '');
}

/** ORC-9, else OBR-6, else OBR-36. */
export function toPrescribedOn({ orders }: MessageGroups, times: StatedTimes): StatedTime | undefined {
  return earliest(orders.map(({ orc, obr }) => (orc && times.at(orc, 9)) ?? times.at(obr, 6) ?? times.at(obr, 36)));
}

/** OBR-13, and the reason for the examination in OBR-31. */
export function toClinicalInformation({ orders }: MessageGroups): readonly string[] {
  return orders.flatMap(({ obr }) => [
    ...obr.field(13).repetitions.map((repetition) => toLines(repetition.whole).trim()),
    ...obr.field(31).repetitions.map((reason) => (reason.text(2) || reason.text(9) || reason.text(1)).trim()),
  ]);
}

/** OBR-28. */
export function toCopies({ orders }: MessageGroups): readonly Professional[] {
  return orders.flatMap(({ obr }) => obr.field(28).repetitions.flatMap((copy) => toProfessional(copy) ?? []));
}

/** OBR-10: who took the specimens, once each, with the first time they did. */
export function toSamplers({ orders }: MessageGroups, times: StatedTimes): readonly Sampler[] {
  const samplers = new Map<string, Sampler>();
  for (const { obr } of orders) {
    for (const repetition of obr.field(10).repetitions) {
      const professional = toProfessional(repetition);
      if (!professional) continue;
      const { nationalId, localId, family, given } = professional;
      const key = nationalId ?? localId ?? `${family}|${given ?? ''}`;
      const at = earliest([samplers.get(key)?.at, times.at(obr, 7)]);
      samplers.set(key, { professional, ...(at && { at }) });
    }
  }
  return [...samplers.values()];
}
