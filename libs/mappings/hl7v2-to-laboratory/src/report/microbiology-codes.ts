/**
 * LOINC questions whose answer is the name of a germ: what grew, whatever it is. Searches for one germ (`Salmonella sp identified`) are not
 * here: their answer is yes or no as often as a name.
 */
export const ORGANISM_LOINCS: ReadonlySet<string> = new Set(
  (
    '575-1 580-1 595-9 600-7 601-5 606-4 608-0 609-8 610-6 611-4 619-7 621-3 623-9 624-7 625-4 626-2 627-0 630-4 634-6 635-3 ' +
    '6460-0 6462-6 6463-4 9822-8 10352-3 10353-1 11261-5 11475-1 15378-3 17898-8 19126-2 19128-8 20474-3 21020-3 32355-0 42803-7'
  ).split(' '),
);

/** Local names under which French laboratories give the germ, where they give no LOINC. */
export const ORGANISM_LABEL = /^(?:germe|micro-?organisme|organisme|bact[ée]rie|levure|souche|isolat|identification)\b/iu;

/** Answers that no germ grew: a result of the culture, not a germ. */
export const NOTHING_GREW = /st[ée]ril|absen(?:ce|t)|n[ée]gati|aucun|pas de |no growth|not detected|non (?:d[ée]tect|retrouv)/iu;
export const NOTHING_GREW_CODES: ReadonlySet<string> = new Set(['264868006', '260385009', '2667000', '260415000']);

/** Units and LOINC in which germs are counted. */
export const COUNT_UNITS: ReadonlySet<string> = new Set(['[CFU]/mL', '[CFU]', '/mL', '/[HPF]', '/L']);
export const COUNT_LOINCS: ReadonlySet<string> = new Set(['51480-2', '49223-1']);
export const COUNT_LABEL = /num[ée]ration|d[ée]nombrement|quantit[ée]|concentration|compte/iu;

/** LOINC of an antibiogram, and what it is called. */
export const ANTIBIOGRAM = { code: '18769-0', label: 'Antibiogramme' };

/** What susceptibility is said by, in letters and in words. */
const SUSCEPTIBILITY: Readonly<Record<string, string>> = {
  S: 'S',
  SENSIBLE: 'S',
  I: 'I',
  SFP: 'I',
  INTERMÉDIAIRE: 'I',
  INTERMEDIAIRE: 'I',
  R: 'R',
  RÉSISTANT: 'R',
  RESISTANT: 'R',
  SDD: 'SDD',
  NS: 'NS',
};
const INTERPRETATIONS = ['S', 'I', 'R', 'SDD', 'NS', 'SYN-R', 'SYN-S', 'IE', 'IND'];

/** The interpretation that a word or a letter of an antibiogram says; nothing when it says something else. */
export function susceptibilityOf(text: string): string | undefined {
  const word = text.trim().toLocaleUpperCase('fr');
  return Object.hasOwn(SUSCEPTIBILITY, word) ? SUSCEPTIBILITY[word] : undefined;
}

/** True when flags tell how a germ stands to an antibiotic. */
export function tellSusceptibility(interpretations: readonly string[]): boolean {
  return interpretations.some((code) => INTERPRETATIONS.includes(code));
}

/** HL7 ObservationMethod of the direct examination, by what a battery is called. */
export function categoryOf(label: string, codes: readonly string[]) {
  const system = '2.16.840.1.113883.5.84';
  if (codes.includes('4') || /macroscopi/iu.test(label)) return { code: '4', system, label: 'Examen macroscopique' };
  if (codes.includes('107') || /microscopi/iu.test(label)) return { code: '107', system, label: 'Microscopie' };
  return undefined;
}
