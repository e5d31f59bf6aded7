import type { CdaHeader } from '@segur/cda';

/** How a patient and an exam are named in subjects and file names of MSSanté mails. */
export interface UsagerInMail {
  /** Birth name, capitals, no accents. */
  readonly name: string;
  /** First given name, no accents, capital initials. */
  readonly givenName: string;
  /** `JJ/MM/AAAA`. Absent when the birth date is unknown or partial. */
  readonly birthDate?: string;
}

/**
 * Names the usager as the rules of MSSanté spell it.
 *
 * @see Référentiel socle MSSanté #2, ECO.2.1.3
 */
export function usagerOf({ patient }: Pick<CdaHeader, 'patient'>): UsagerInMail {
  const { name, birthTime } = patient;
  const day = /^(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/.exec(birthTime ?? '');
  return {
    name: plain(name.birthFamily ?? name.usedFamily ?? '').toUpperCase(),
    givenName: capitalised(plain(name.birthGiven ?? name.usedGiven ?? '')),
    ...(day ? { birthDate: `${day[3]}/${day[2]}/${day[1]}` } : {}),
  };
}

/** Without accents and ligatures, on one line: what is left is safe in a header and readable in a list of mails. */
export function plain(value: string): string {
  return value
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/Œ/g, 'OE')
    .replace(/æ/g, 'ae')
    .replace(/Æ/g, 'AE')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
}

function capitalised(value: string): string {
  return value.toLowerCase().replace(/(^|[\s'-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
