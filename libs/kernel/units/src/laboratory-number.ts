/** What a text says as a number. */
export type LaboratoryNumber =
  /** Canonical decimal: point, no thousands separator, the sender's digits kept (`1.50`, never `1.5`). */
  | { readonly status: 'ok'; readonly value: string }
  /** Reads as two numbers a thousand times apart: `2.920` among decimal commas. Nobody may choose for the biologist. */
  | { readonly status: 'ambiguous' }
  | { readonly status: 'not-a-number' };

/** How the sender writes numbers, as far as the message shows it. */
export interface NumberStyle {
  /** Some number of the same message has a decimal comma: then a point before three digits may group thousands. */
  readonly decimalComma?: boolean;
  /** Agreed with the sender: `2.920` is two thousand nine hundred and twenty. */
  readonly thousandsByPoints?: boolean;
}

/** The blanks that group thousands in French: space, no-break, narrow no-break, thin. */
const BLANK = ' \\u00a0\\u202f\\u2009';
const NUMBER = new RegExp(`^(?<sign>[+\\-\\u2212]?)(?<whole>\\d{1,3}(?:[${BLANK}]\\d{3})+|\\d*)(?:[.,](?<decimals>\\d*))?$`, 'u');
const GROUPED_BY_POINTS =
  /^[+-]?(?:\d{1,3}(?:\.\d{3}){2,}(?:,\d*)?|\d{1,3}(?:\.\d{3})+,\d*|\d{1,3}(?:,\d{3})+\.\d*|\d{1,3}(?:,\d{3}){2,})$/;
const MAYBE_GROUPED = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;
const GROUPS_OF_POINTS = /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d*)?$/;
const LONGEST = 40;

/**
 * Reads a number as laboratories print it: blanks around it, a sign, a decimal comma or point, thousands grouped by blanks.
 *
 * A point is a decimal point, as HL7 data type NM says, unless the text or its message is written the French way.
 */
export function decodeLaboratoryNumber(text: string, style: NumberStyle = {}): LaboratoryNumber {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return { status: 'not-a-number' };
  if (style.thousandsByPoints && GROUPS_OF_POINTS.test(trimmed)) return decodeLaboratoryNumber(trimmed.replaceAll('.', ''));
  if (GROUPED_BY_POINTS.test(trimmed)) return { status: 'ambiguous' };
  if (style.decimalComma && MAYBE_GROUPED.test(trimmed)) return { status: 'ambiguous' };
  const parts = NUMBER.exec(trimmed)?.groups;
  if (!parts) return { status: 'not-a-number' };
  const whole = (parts['whole'] ?? '').replace(/[^\d]/g, '');
  const decimals = parts['decimals'] ?? '';
  if (whole + decimals === '') return { status: 'not-a-number' };
  const sign = parts['sign'] && parts['sign'] !== '+' ? '-' : '';
  const integer = whole.replace(/^0+(?=\d)/, '') || '0';
  return { status: 'ok', value: sign + integer + (decimals ? `.${decimals}` : '') };
}

/** True when a text is a number with a decimal comma: evidence for `NumberStyle`. */
export function hasDecimalComma(text: string): boolean {
  const trimmed = text.trim();
  // Blanks may stand at three places of the expression: on a long text it would try them all.
  return trimmed.length <= LONGEST && /^[<>≤≥=]*\s*[+-]?[\d \u00a0\u202f]*\d,\d+$/u.test(trimmed);
}
