import type { StatedTime } from '@segur/laboratory';
import fc from 'fast-check';

// Characters that no document may hold: XML 1.0, production 2, and FHIR's string.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Any text that a person may have printed: accents, markup, line breaks, emoji, nothing at all. */
export const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    'Négatif',
    'À contrôler\nsous huit jours',
    '< 5 & "plus"',
    ' 1 250,5 ',
    '\u202f',
    '🧪',
    '__proto__',
    '\\u0000',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }).filter((text) => !FORBIDDEN.test(text)),
);

/** A text that is not blank. */
export const arbitraryFilled: fc.Arbitrary<string> = arbitraryText.map((text) => (/\S/.test(text) ? text : `${text}x`));

/** A canonical decimal, digits kept. */
export const arbitraryDecimal: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('0', '1.50', '-0.0', '120', '0.000001', '4.89'),
  fc.stringMatching(/^-?(0|[1-9]\d{0,12})(\.\d{1,8})?$/),
);

/** A time as stated: any precision, with an offset, without, or in UTC. */
export const arbitraryTime: fc.Arbitrary<StatedTime> = fc
  .tuple(
    fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true }),
    fc.constantFrom(4, 7, 10, 13, 16, 19, 23),
    fc.constantFrom('', 'Z', '+01:00', '-04:00', '+05:30'),
  )
  .map(([date, length, offset]) => date.toISOString().slice(0, length) + (length > 10 ? offset : ''));

/** A registered arc. */
export const arbitraryOid: fc.Arbitrary<string> = fc.constantFrom(
  '1.2.250.1.213.1.1.4.5',
  '2.16.840.1.113883.6.96',
  '2.999.1',
  '1.2.250.1.999.1.9',
);
