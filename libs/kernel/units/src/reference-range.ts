import { decodeLaboratoryNumber, type NumberStyle } from './laboratory-number.js';

/** What could be read in a printed reference range. Bounds are canonical decimals. */
export type RangeReading =
  /** Empty, or the lone dash that analysers print for "no range". */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'interval';
      readonly low?: string;
      readonly high?: string;
      /** False for `<` and `>`; true for `<=`, `≥` and between two bounds. */
      readonly inclusive: boolean;
      /** As printed beside the bounds, when it is. */
      readonly unit?: string;
    }
  /** A list by age or sex, a sentence, a titre: to be printed, not computed with. */
  | { readonly kind: 'text' };

const DIGITS = String.raw`(?:\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+|\d+)(?:[.,]\d+)?`;
const NUMBER = String.raw`[+\-\u2212]?\s?${DIGITS}`;
/** Starts with a letter, a sign of proportion or a power of ten, so that no digit of a bound is taken for a unit. */
const UNIT = String.raw`(?:(?:[A-Za-zµμ%‰°\[{]|/(?=\s?[A-Za-zµμ\[{]))(?:[^;:<>≤≥=]*[^;:<>≤≥=\s])?|(?:x\s?)?10[\^*E][^;:<>≤≥=]*)`;
const BETWEEN = String.raw`(?:-|\u2010|\u2011|\u2012|\u2013|\u2014|\.\.+|à|a|to|et|;)`;

/** A separator between blanks is the strongest: `-2 - +2`. Without blanks the dash after the first number separates: `-5--2`. */
const INTERVAL = new RegExp(
  String.raw`^(?:de |entre )?\s*(?<low>${NUMBER})\s*(?<unitLow>${UNIT})??\s*(?:${BETWEEN})\s*(?<high>${NUMBER})\s*(?<unit>${UNIT})?$`,
  'iu',
);
const UPPER = new RegExp(
  String.raw`^(?<sign><=|=<|≤|<|inf(?:érieure?|erieure?)?\.?(?<orEqual> ou égale?)? ?à|jusqu['’]à|max(?:imum)?\.?\s?:?|moins de)\s*(?<high>${NUMBER})\s*(?<unit>${UNIT})?$`,
  'iu',
);
const LOWER = new RegExp(
  String.raw`^(?<sign>>=|=>|≥|>|sup(?:érieure?|erieure?)?\.?(?<orEqual> ou égale?)? ?à|min(?:imum)?\.?\s?:?|plus de|au moins|à partir de)\s*(?<low>${NUMBER})\s*(?<unit>${UNIT})?$`,
  'iu',
);
const OPEN_HIGH = new RegExp(String.raw`^(?<low>${DIGITS})\s*[-\u2013]$`, 'u');
const OPEN_LOW = new RegExp(String.raw`^[-\u2013]\s*(?<high>${DIGITS})$`, 'u');
const STRICT = /^(?:[<>]$|inf|sup|moins|plus)/iu;
const LONGEST = 120;

/**
 * Reads a reference range as printed: `3,5 - 5,0 g/L`, `<5`, `inf. à 0,5`, `-2 - +2`, `3-`, `0,6- 4,1`.
 *
 * A list by age or sex stays text: the interval that applies to a patient is the laboratory's choice.
 *
 * @see hl7v2.md §7.3
 */
export function decodeReferenceRange(text: string, style: NumberStyle = {}): RangeReading {
  const printed = unwrap(text.trim());
  if (printed === '' || /^[-\u2013\u2014]+$/u.test(printed)) return { kind: 'none' };
  if (printed.length > LONGEST) return { kind: 'text' };
  const found =
    INTERVAL.exec(printed) ?? UPPER.exec(printed) ?? LOWER.exec(printed) ?? OPEN_HIGH.exec(printed) ?? OPEN_LOW.exec(printed);
  if (!found?.groups) return { kind: 'text' };
  const { low, high, sign, orEqual, unit, unitLow } = found.groups;
  const bounds = { low: bound(low, style), high: bound(high, style) };
  if ((low && !bounds.low) || (high && !bounds.high)) return { kind: 'text' };
  // Bounds the wrong way round were not read as they were meant.
  if (bounds.low && bounds.high && Number(bounds.low) > Number(bounds.high)) return { kind: 'text' };
  const printedUnit = (unit ?? unitLow)?.trim();
  return {
    kind: 'interval',
    ...(bounds.low !== undefined && { low: bounds.low }),
    ...(bounds.high !== undefined && { high: bounds.high }),
    inclusive: !(sign && STRICT.test(sign) && !orEqual),
    ...(printedUnit && { unit: printedUnit }),
  };
}

function bound(text: string | undefined, style: NumberStyle): string | undefined {
  if (text === undefined) return undefined;
  const number = decodeLaboratoryNumber(text.replace(/^([+\-\u2212])\s/u, '$1'), style);
  return number.status === 'ok' ? number.value : undefined;
}

/** `(3 - 5)` and `[3 - 5]` are decoration; `]3 - 5[` is not read. */
function unwrap(text: string): string {
  const inner = /^\((.*)\)$|^\[(.*)\]$/su.exec(text);
  return (inner?.[1] ?? inner?.[2] ?? text).trim();
}
