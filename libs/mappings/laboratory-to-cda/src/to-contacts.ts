import type { CdaAddress, CdaNull, CdaTelecom } from '@segur/cda';
import type { Address } from '@segur/identity';

/** Without twins: two telecoms alike make a document invalid. */
export function toTelecoms(telecoms: readonly CdaTelecom[], none?: CdaNull): readonly (CdaTelecom | CdaNull)[] {
  const distinct = [...new Map(telecoms.map((telecom) => [telecom.value, telecom])).values()];
  return distinct.length === 0 && none ? [none] : distinct;
}

/** Without those of which nothing is known, and without twins. */
export function toAddresses(addresses: readonly Address[], none?: CdaNull): readonly (CdaAddress | CdaNull)[] {
  const known = addresses.flatMap((address) => toAddress(address) ?? []);
  const distinct = [...new Map(known.map((address) => [JSON.stringify(address), address])).values()];
  return distinct.length === 0 && none ? [none] : distinct;
}

/**
 * Names the parts of an address: number and street from the line that starts with a number, else from the first; the rest completes it.
 *
 * @returns `undefined` when nothing is known.
 */
export function toAddress({ lines, postalCode, city, country }: Address): CdaAddress | undefined {
  const street = lines.findIndex((line) => NUMBERED.test(line));
  const streetLine = lines[Math.max(street, 0)]?.trim() ?? '';
  const rest = lines
    .filter((line, index) => index !== Math.max(street, 0) && line.trim() !== '')
    .map((line) => line.trim())
    .join(', ');
  const { number, name } = NUMBERED.exec(streetLine)?.groups ?? {};
  const parts = Object.entries({
    houseNumber: number?.trim(),
    streetName: name ?? streetLine,
    additionalLocator: rest,
    postalCode: postalCode?.trim(),
    city: city?.trim(),
    country: country?.trim(),
  }).filter(([, value]) => value);
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
}

const NUMBERED = /^\s*(?<number>\d+(?:[-/]\d+)?\s?(?:bis|ter|quater|[a-d](?=[\s,]))?),?\s+(?<name>\S.*?)\s*$/i;
