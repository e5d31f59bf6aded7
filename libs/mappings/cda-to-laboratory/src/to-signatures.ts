import type { CdaHeader, CdaSignatory } from '@segur/cda';
import type { Report, Validation } from '@segur/laboratory';
import type { BiologistDirectory } from './biologist-directory.js';
import type { Remarks } from './finding-catalogue.js';
import { timeAt } from './source.js';
import { isSamePerson } from './to-people.js';

/** Who validated, and who answers for the document where that is not the last of them. */
export type Signatures = Pick<Report, 'validations' | 'signedBy'>;

/**
 * Gives the signatures of the header: the authenticators, else the legal authenticator.
 *
 * @returns `undefined`: nobody who is named signed at a known time.
 */
export function toSignatures(header: CdaHeader, directory: BiologistDirectory, remarks: Remarks): Signatures | undefined {
  const legal = header.legalAuthenticator;
  const signedBy = legal && toValidation(legal, directory, '/ClinicalDocument/legalAuthenticator', remarks);
  const validated = header.authenticators.flatMap(
    (signatory, index) => toValidation(signatory, directory, `/ClinicalDocument/authenticator[${index + 1}]`, remarks) ?? [],
  );
  const [first, ...others] = validated.length > 0 ? validated : signedBy ? [signedBy] : [];
  if (!first) return undefined;
  const last = others.at(-1) ?? first;
  return { validations: [first, ...others], ...(signedBy && !isSameValidation(signedBy, last) && { signedBy }) };
}

/** The signature of one person; absent where the person or the time is. */
export function toValidation(
  signatory: CdaSignatory,
  directory: BiologistDirectory,
  location: string,
  remarks: Remarks,
): Validation | undefined {
  const biologist = directory.find(signatory);
  const at = timeAt(signatory.time, `${location}/time`, remarks);
  return biologist && at !== undefined ? { biologist, at } : undefined;
}

/** True for the same person at the same time. */
export function isSameValidation(one: Validation, other: Validation): boolean {
  return one.at === other.at && isSamePerson(one.biologist, other.biologist);
}
