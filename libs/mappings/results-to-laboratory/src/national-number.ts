/** Which register a number of a professional is of, as far as the sender says it. `either`: the national one, without saying which part. */
export type NationalRegister = 'RPPS' | 'ADELI' | 'either';

/**
 * The number of a professional in the national register, with its type digit: `8` + RPPS, `0` + ADELI.
 *
 * @returns Nothing when it has not the form of one: eleven figures are an RPPS only where the sender names the register.
 * @see CI-SIS Annexe, identifiants de professionnels (PS_IdNat)
 */
export function toNationalNumber(number: string, register: NationalRegister): string | undefined {
  if (register !== 'ADELI' && /^8\d{11}$/.test(number)) return number;
  if (register !== 'RPPS' && /^0[0-9A-Z]{9}$/.test(number)) return number;
  if (register !== 'ADELI' && /^\d{11}$/.test(number)) return `8${number}`;
  if (register !== 'RPPS' && /^[0-9A-Z]{9}$/.test(number)) return `0${number}`;
  return undefined;
}
