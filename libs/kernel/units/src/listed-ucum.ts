/** The same quantity, in a code of the national list: 1 mm³ is 1 µL, 1 µm³ is 1 fL, and an annotation says nothing to UCUM. */
const LISTED: Readonly<Record<string, string>> = {
  '/mm3': '/uL',
  '10*3/mm3': '10*3/uL',
  '10*6/mm3': '10*6/uL',
  um3: 'fL',
  '{INR}': '{inr}',
  '{s_co_ratio}': '{sco}',
  'pg/{cell}': 'pg',
  'mL/min/{1.73_m2}': 'mL/min{bsa}',
  'ng/mL{FEU}': 'ng/mL{feu}',
  'ug/L{FEU}': 'ug/L{feu}',
  'mg/L{FEU}': 'mg/L{feu}',
  '{Log_copies}/mL': '{logcopies}/mL',
  '{Log_IU}/mL': '{logiu}/mL',
  '{PSU}/mL': '{psu}/mL',
  '[PFU]/mL': '{pfu}/mL',
  // A katal is a mole per second.
  'nkat/L': 'nmol/s/L',
};
/** Right UCUM for which the list has no code of the same quantity: an annotation alone would say another one. */
const UNLISTED: ReadonlySet<string> = new Set(['ukat/L']);

/**
 * The spelling of a UCUM code that the national terminology check accepts, for the same quantity.
 *
 * That check looks codes up in a list of 761, after removing annotations made of lower-case letters only, so `{INR}` and `/mm3`
 * fail it though both are UCUM. Codes that need no change come back as they are.
 *
 * @returns Nothing where the list has no code for it: the value must then be written as a text.
 * @see CI-SIS terminologie.sch, rule is-code-ucum-exist
 */
export function toListedUcum(ucum: string): string | undefined {
  return UNLISTED.has(ucum) ? undefined : (LISTED[ucum] ?? ucum);
}
