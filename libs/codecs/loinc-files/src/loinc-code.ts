/**
 * True when a text has the form of a LOINC code and its check digit (Mod 10) is right.
 *
 * @see LOINC Users' Guide, appendix "Calculating check digits"; loinc-transcoding.md §3
 */
export function isLoincCode(text: string): boolean {
  const dash = text.length - 2;
  if (dash < 1 || dash > 7 || text[dash] !== '-') return false;
  let sum = digitAt(text, dash + 1);
  // Doubling the number that every other digit makes, and adding its digits, is doubling each and casting out nines.
  for (let at = dash - 1, double = true; at >= 0; at -= 1, double = !double) {
    const digit = digitAt(text, at);
    sum += double ? digit * 2 - (digit > 4 ? 9 : 0) : digit;
  }
  return sum % 10 === 0;
}

/** Not a number where there is no digit: then no sum is divisible by ten. */
function digitAt(text: string, at: number): number {
  const digit = text.charCodeAt(at) - 48;
  return digit >= 0 && digit <= 9 ? digit : Number.NaN;
}
