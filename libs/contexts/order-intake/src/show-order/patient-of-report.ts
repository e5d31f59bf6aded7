import { readCdaHeader } from '@segur/cda';
import { INS_AUTHORITIES, type Identity } from '@segur/identity';

/**
 * Whose report a document is, as far as telling two patients apart needs.
 *
 * @throws {UnreadableCda} It was checked before it came here: another version of the rules finds it different.
 */
export function patientOfReport(cda: Uint8Array): Identity {
  const { ids, name, gender, birthTime } = readCdaHeader(cda).patient;
  const authorities: readonly string[] = Object.values(INS_AUTHORITIES);
  const ins = ids.find(({ root, extension }) => authorities.includes(root) && extension !== undefined);
  return {
    status: 'provisoire',
    traits: {
      birthName: name.birthFamily ?? '',
      birthFirstName: name.birthGiven ?? '',
      ...(name.givenNames !== undefined && { birthGivenNames: name.givenNames }),
      birthDate: birthTime?.slice(0, 8) ?? '',
      sex: gender?.code === 'M' || gender?.code === 'F' ? gender.code : 'U',
    },
    ...(ins?.extension !== undefined && { insMatricule: { value: ins.extension, oid: ins.root } }),
    localIds: [],
    addresses: [],
    telecoms: [],
  };
}
