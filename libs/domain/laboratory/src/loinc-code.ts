/**
 * True when a text has the form of a LOINC code and its check digit is right.
 *
 * Counting digits from the right, the 1st, 3rd, 5th… read as one number are doubled; the others are put before it, all digits
 * are added, and the check digit completes to ten. About one code in a hundred typed by hand fails it.
 *
 * @see LOINC Users' Guide, appendix "Calculating check digits" (Mod 10)
 */
export function hasRightCheckDigit(loinc: string): boolean {
  const parts = /^(\d{1,7})-(\d)$/.exec(loinc);
  if (!parts) return false;
  const digits = [...(parts[1] ?? '')].reverse();
  const everyOther = (first: number) =>
    digits
      .filter((_, index) => index % 2 === first)
      .reverse()
      .join('');
  const sum = [...`${everyOther(1)}${Number(everyOther(0)) * 2}`].reduce((total, digit) => total + Number(digit), 0);
  return (10 - (sum % 10)) % 10 === Number(parts[2]);
}
