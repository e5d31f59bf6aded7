import type { CdaPerformer, CdaSignatory } from './cda-header.js';
import { isNull, type CdaPersonName, type CdaTime } from './cda-types.js';
import type { CdaPrior, CdaValue, PrintedPrior } from './cr-bio-document.js';

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
  return { date: printTime(prior?.effectiveTime), result: prior ? printValue(prior.value) : '' };
}

function printValue(value: CdaValue): string {
  switch (value.type) {
    case 'PQ':
      return `${decimal(value.value)} ${value.unit}`;
    case 'REAL':
      return decimal(value.value);
    case 'IVL_PQ': {
      const low = value.low && `${value.low.inclusive ? '≥' : '>'} ${decimal(value.low.value)}`;
      const high = value.high && `${value.high.inclusive ? '≤' : '<'} ${decimal(value.high.value)}`;
      return [low, high, value.high?.unit ?? value.low?.unit].filter(isGiven).join(' ');
    }
    case 'RTO':
      return `${decimal(value.numerator)}/${decimal(value.denominator)}`;
    case 'CD':
      return value.code?.displayName ?? value.code?.code ?? '';
    case 'ST':
      return value.text;
    case 'TS':
      return printTime(value.value);
    case 'none':
      return '';
  }
}

function printPerson(person: CdaPersonName | undefined): string {
  return [person?.suffix, person?.given, person?.family].filter(isGiven).join(' ');
}

function decimal(value: string): string {
  return value.replace('.', ',');
}

function isGiven(part: string | undefined): part is string {
  return part !== undefined && part !== '';
}
