import { printTime, type CdaTime } from '@segur/cda';
import type { Address } from '@segur/identity';
import type { Laboratory, Professional, StatedTime } from '@segur/laboratory';
import { toCdaTime } from './cda-time.js';

/** French puts a space that does not break before a colon. */
export const COLON = '\u00a0: ';

// JDV J246; the titles of military physicians are printed as they are coded.
const TITLES: Readonly<Record<string, string>> = { DR: 'Dr', PR: 'Pr' };

/** `Dr CLAIRE TESTBIO`; where there is no person, the structure. */
export function printName({
  suffix,
  given,
  family,
  organization,
}: Pick<Partial<Professional>, 'family' | 'given' | 'organization'> & { suffix?: string }): string {
  const person = [suffix && (TITLES[suffix] ?? suffix), given, family].filter(Boolean).join(' ');
  return person || (organization?.name ?? '');
}

/** `12 BIS RUE DES ESSAIS, 99000 TESTVILLE`. */
export function printAddress({ lines, postalCode, city, country }: Address): string {
  return [...lines, [postalCode, city].filter(Boolean).join(' '), country].filter(Boolean).join(', ');
}

/** `20/11/2026 à 09:22`, as far as the time is known. */
export function printFrenchTime(time: CdaTime): string {
  return printTime(time).replace(' ', ' à ');
}

/** A stated time on the clock of the laboratory. @throws {UnassemblableReport} `malformed-time`. */
export function printStated(stated: StatedTime, { timeZone }: Laboratory): string {
  return printFrenchTime(toCdaTime(stated, timeZone));
}
