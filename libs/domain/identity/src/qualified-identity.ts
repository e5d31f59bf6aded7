import type { Identity, InsMatricule } from './identity.js';

/** OIDs under which a matricule INS may be held (référentiel INS; `.10` and `.11` are for tests and demonstrations). */
export const INS_AUTHORITIES = {
  nir: '1.2.250.1.213.1.4.8',
  nia: '1.2.250.1.213.1.4.9',
  test: '1.2.250.1.213.1.4.10',
  demonstration: '1.2.250.1.213.1.4.11',
} as const;

declare const qualified: unique symbol;

/** An identity whose matricule may leave the laboratory. Only `qualify` makes one; every encoder that prints the matricule asks for it. */
export type QualifiedIdentity = Identity & {
  readonly status: 'qualifiee';
  readonly insMatricule: InsMatricule;
  readonly [qualified]: true;
};

/** Why a matricule may not leave, in words that can be shown and logged. */
export type NotQualified = 'status' | 'no-matricule' | 'unknown-authority' | 'malformed-matricule' | 'missing-traits';

/**
 * Lets the matricule of an identity leave, or says why it may not.
 *
 * Qualified means: status `qualifiee`, a matricule of 15 characters with a right key under a known authority, and the strict
 * traits present: birth name, first birth given name, birth date, sex, and place of birth.
 *
 * @see Référentiel INS; CR-BIO header rule "when any INS root is present, all traits are required together"
 */
export function qualify(identity: Identity): QualifiedIdentity | { readonly notQualified: NotQualified } {
  const { insMatricule, traits } = identity;
  if (identity.status !== 'qualifiee') return { notQualified: 'status' };
  if (!insMatricule) return { notQualified: 'no-matricule' };
  if (!(Object.values(INS_AUTHORITIES) as string[]).includes(insMatricule.oid)) return { notQualified: 'unknown-authority' };
  if (!hasRightKey(insMatricule.value)) return { notQualified: 'malformed-matricule' };
  const strict = [traits.birthName, traits.birthFirstName, traits.birthDate, traits.birthPlaceInsee];
  if (strict.some((trait) => !trait?.trim()) || traits.sex === 'U') return { notQualified: 'missing-traits' };
  return identity as QualifiedIdentity;
}

/** Narrows the answer of `qualify`. */
export function isQualified(answer: ReturnType<typeof qualify>): answer is QualifiedIdentity {
  return !('notQualified' in answer);
}

/**
 * True when the last two digits are the key of the first thirteen: 97 − (n mod 97), `2A` counted as 19 and `2B` as 18.
 *
 * @see Référentiel INS; INSEE, numéro d'inscription au répertoire
 */
export function hasRightKey(matricule: string): boolean {
  if (!/^\d{6}[\dAB]\d{8}$/.test(matricule)) return false;
  const digits = matricule.slice(0, 13).replace('2A', '19').replace('2B', '18');
  if (!/^\d{13}$/.test(digits)) return false;
  return 97n - (BigInt(digits) % 97n) === BigInt(matricule.slice(13));
}
