import type { CdaPerformer, CdaSignatory } from './cda-header.js';
import { isNull, type CdaPersonName, type CdaTime } from './cda-types.js';
import type { CdaPrior, PrintedPrior } from './cr-bio-document.js';
import { printUnit, printValue } from './reading/printed-text.js';

/** `20250102073500+0100` → `02/01/2025 07:35`, as far as the time is known. */
export function printTime(time: CdaTime | undefined): string {
  const [, year, month, day, hour, minute] = /^(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?/.exec(time ?? '') ?? [];
  if (!year) return '';
  const date = [day, month, year].filter((part) => part !== undefined).join('/');
  return hour === undefined ? date : `${date} ${hour}:${minute ?? '00'}`;
}

/** `Validé par DR CLAIRE TESTBIO le 02/01/2025 11:20`. */
export function printValidation({ person, time }: CdaSignatory): string {
  return `Validé par ${printPerson(person)} le ${printTime(time)}`;
}

/** `Réalisé par LABORATOIRE EXEMPLE, 75000 VILLE (DR CLAIRE TESTBIO) le 02/01/2025`: as much of it as is known. */
export function printPerformer({ organization, person, time }: CdaPerformer): string {
  const address = organization?.addresses.find((some) => !isNull(some));
  const place = address && !isNull(address) ? [address.postalCode, address.city].filter(isGiven).join(' ') : '';
  const laboratory = [organization?.name, place].filter(isGiven).join(', ');
  const who = person && laboratory !== '' ? `${laboratory} (${printPerson(person)})` : laboratory || printPerson(person);
  const when = printTime(time?.value ?? time?.high ?? time?.low);
  return ['Réalisé par', who || 'un autre laboratoire', when && `le ${when}`].filter(isGiven).join(' ');
}

/** What a prior says, where nothing printed came with it. */
export function printPrior(prior: CdaPrior | undefined): PrintedPrior {
  const result = prior ? [printValue(prior.value), printUnit(prior.value)].filter(isGiven).join(' ') : '';
  return { date: printTime(prior?.effectiveTime), result };
}

function printPerson(person: CdaPersonName | undefined): string {
  return [person?.suffix, person?.given, person?.family].filter(isGiven).join(' ');
}

function isGiven(part: string | undefined): part is string {
  return part !== undefined && part !== '';
}
