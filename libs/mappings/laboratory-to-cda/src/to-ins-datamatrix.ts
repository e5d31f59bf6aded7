import type { QualifiedIdentity } from '@segur/identity';

/** Version 01 of the layout, then 22 signs that mean nothing yet. */
const HEADER = `IS01${'0'.repeat(22)}`;
/** Ends a text that is shorter than the longest its field takes. */
const END = '\x1d';
const LONGEST = { authority: 20, names: 100 } as const;
// As INSi gives names: capitals without accents. Anything else was typed by hand, and no code is better than a wrong one.
const NAMES = /^[A-Z][A-Z '-]{0,99}$/;

/**
 * What a datamatrix INS says of a patient: matricule, authority, given names, birth name, sex, date and place of birth.
 *
 * The layout is that of « INS – Format datamatrix » 2.2 (ANS) as two public implementations and a sample agree on it; the text itself
 * was not at hand. So it is asked for, never on by itself: see the README.
 *
 * @returns `undefined` where a trait does not fit its field.
 */
export function toInsDatamatrix({ insMatricule, traits }: QualifiedIdentity): string | undefined {
  const { birthName, birthFirstName, birthGivenNames, birthDate, birthPlaceInsee = '', sex } = traits;
  const givenNames = birthGivenNames || birthFirstName;
  const date = /^(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.exec(birthDate);
  if (!date || ![birthName, givenNames].every((name) => NAMES.test(name)) || !/^[0-9AB]{5}$/.test(birthPlaceInsee))
    return undefined;
  const [, year, month, day] = date;
  return [
    HEADER,
    `S1${insMatricule.value}`,
    `S2${ended(insMatricule.oid, LONGEST.authority)}`,
    `S3${ended(givenNames, LONGEST.names)}`,
    `S4${ended(birthName, LONGEST.names)}`,
    `S5${sex}`,
    `S6${day}-${month}-${year}`,
    `S7${birthPlaceInsee}`,
  ].join('');
}

function ended(value: string, longest: number): string {
  return value.length < longest ? value + END : value;
}
