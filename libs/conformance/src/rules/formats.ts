const OID = /^[0-2](\.(0|[1-9]\d*))+$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const TIME = /^(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\.\d+)?([+-]\d{4})?$/;

/** True for an OID. */
export function isOid(text: string | undefined): boolean {
  return text !== undefined && OID.test(text);
}

/** True for what the root of an `II` may be. */
export function isRoot(text: string | undefined): boolean {
  return text !== undefined && (OID.test(text) || UUID.test(text));
}

/** True for an HL7 timestamp that exists in the calendar. */
export function isTime(text: string | undefined): boolean {
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00'] = TIME.exec(text ?? '') ?? [];
  if (year === '') return false;
  const date = new Date(Date.UTC(+year, +month - 1, +day, +hour, +minute, +second));
  return date.getUTCMonth() === +month - 1 && date.getUTCDate() === +day && +hour < 24 && +minute < 60 && +second < 60;
}

/** True for a timestamp that says its offset, or needs none. */
export function hasZoneIfNeeded(text: string): boolean {
  return text.length <= 8 || /[+-]\d{4}$/.test(text);
}

/** Instant of a timestamp, in milliseconds, at the start of what is known. */
export function instantOf(text: string): number {
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00', , zone] = TIME.exec(text) ?? [];
  const minutes = zone ? (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3))) * (zone[0] === '-' ? -1 : 1) : 0;
  return Date.UTC(+year, +month - 1, +day, +hour, +minute, +second) - minutes * 60_000;
}

/** True for 15 characters with the right key: 97 minus the rest of the first thirteen, `2A` read as 19 and `2B` as 18. */
export function isMatricule(text: string): boolean {
  const parts = /^(\d{5}(?:\d{2}|2A|2B)\d{6})(\d{2})$/.exec(text);
  if (!parts?.[1]) return false;
  const digits = parts[1].replace('2A', '19').replace('2B', '18');
  return 97n - (BigInt(digits) % 97n) === BigInt(parts[2] ?? '');
}

/** True when the check digit of a LOINC code is right (Mod 10 of the LOINC Users' Guide). Parts and lists pass by form. */
export function isLoinc(text: string): boolean {
  const parts = /^(\d{1,7})-(\d)$/.exec(text);
  if (!parts?.[1]) return /^(LP|LA|LL|MTHU)\d+-\d$/.test(text);
  let sum = 0;
  for (const [index, digit] of [...parts[1]].reverse().entries()) {
    const value = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
    sum += value > 9 ? value - 9 : value;
  }
  return (10 - (sum % 10)) % 10 === Number(parts[2]);
}
