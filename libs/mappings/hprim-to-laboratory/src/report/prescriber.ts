import type { Professional } from '@segur/laboratory';
import type { MessageGroups } from '../message-groups.js';
import { toProfessional } from '../professionals.js';
import type { Remarks } from '../remarks.js';

/**
 * Reads OBR.16: the first repetition is the prescriber; what follows, in sub-fields or repetitions, is a ward in the samples, and is named
 * and not read.
 *
 * @returns Nothing, and a remark at the field, when nobody has both a name and a number.
 */
export function toPrescriber({ orders }: MessageGroups, remarks: Remarks): Professional | undefined {
  for (const { obr } of orders) {
    const [person, ...others] = obr.field(16).repetitions;
    const professional = person && toProfessional(person);
    if (!person || !professional) continue;
    const missing = professional.family === '' ? 2 : professional.nationalId || professional.localId ? undefined : 1;
    if (missing) {
      remarks.add('hprim-required', `${obr.location(16)}.${missing}`);
      return undefined;
    }
    if (others.length > 0 || person.componentCount > 3) remarks.add('hprim-field-not-read', `${obr.location(16)}.4`);
    return professional;
  }
  remarks.add('hprim-required', orders[0]?.obr.location(16) ?? 'OBR[1]-16');
  return undefined;
}
