import { propertiesOfUnit } from '@segur/terminology';
import { toUcum } from '@segur/units';

/** What a catalogue's unit tells about the property. */
export interface ReadUnit {
  readonly raw: string;
  /** Absent: the spelling is not known. */
  readonly ucum?: string;
  /** Absent: the unit says nothing. */
  readonly properties?: ReadonlySet<string>;
}

/** Spellings that only a catalogue has: loose, English, or short of their numerator. A printed result is read by `toUcum` alone. */
const LOOSE: readonly (readonly [RegExp, string])[] = [
  [/^(mm3|mm\^3|cells?\/mm3|cells?\/cumm|cumm|cellules\/mm3|#\/mm3|elem\/mm3)$/iu, '/mm3'],
  [/^(#|cells?|count|nb|nbre|elts?|elements?)\/(u|µ|μ|mc)l$/iu, '/uL'],
  [/^(k|10\^?3|10e3|thou?s?|th)\/(u|µ|μ|mc)l$/iu, '10*3/uL'],
  [/^k\/(mm3|cumm)$/iu, '10*3/mm3'],
  [/^(m|mil|mill|10\^?6|10e6)\/(u|µ|μ|mc)l$/iu, '10*6/uL'],
  [/^(#|nb|nbre)?\/(hpf|champ|chp|x400)$/iu, '/[HPF]'],
  [/^#?\/lpf$/iu, '/[LPF]'],
  [/^(mg|g|ug|mcg|µg|mmol|umol|µmol|nmol|meq)\/(24 ?h(rs?|eures?)?|day|d|jour|j|diurese)$/iu, '$1/(24.h)'],
  [/^(mg|g|ug|µg|mcg)\/mg$/iu, 'mg/g'],
  [/^(hrs?|hours?)$/iu, 'h'],
  [/^gm?\/dl$/iu, 'g/dL'],
  [/^gm?%$/iu, 'g/dL'],
  [/^u\/i$/iu, 'U/L'],
  [/^mg\/100 ?(ml|cc)$/iu, 'mg/dL'],
  [/^eu\/dl$/iu, "[arb'U]/mL"],
  [/^u\/g\/?(d'?)?hb$/iu, 'U/g{Hb}'],
  [/^log(10)? ?cop(ies|\.)?\/ml$/iu, '{Log_copies}/mL'],
  [/^(ng|ug|µg|mg)\/(m?l) ?(feu|ddu|fib(rinogene)?)$/iu, '$1/$2'],
  [/^log(10)? ?(ui|iu)\/ml$/iu, '{Log_IU}/mL'],
  [/^bu(\/ml)?$|^ub(\/ml)?$/iu, '{BU}/mL'],
  [/^(seconds?|secondes?|sec\.?)$/iu, 's'],
  [/^(mcg|γ)\/(m?l|dl)$/iu, 'ug/$2'],
  [/^(inr|ratio inr)$/iu, '{INR}'],
  [/^(mil|milli)?osm(ol)?\/k(g|ilo).*$/iu, 'mosm/kg'],
  [/^(ui|iu|u)\/(100 ?ml|dl)$/iu, '[IU]/dL'],
  [/^mmh(g)?$/iu, 'mm[Hg]'],
  [/^(gpl|mpl|apl)[ -]?(u|ui)?(\/ml)?$/iu, "[GPL'U]/mL"],
  [/^(g|mg|ug|µg|mmol|µmol|umol)\/(g|mol|mmol) ?(de )?cr(e|é)at.*$/iu, '$1/$2'],
  [/^millions?\/mm3$/iu, '10*6/mm3'],
  [/^mg\/g ?hb$/iu, 'mg/g'],
  [/^(cp|centipoises?|mpa\.?s)$/iu, 'cP'],
];

/** Reads a catalogue's unit; several units between bars (`U/mL|IU/mL`) admit what any of them admits. */
export function readUnit(raw: string): ReadUnit {
  const spellings = raw.split('|').flatMap((spelling) => {
    const ucum = readSpelling(spelling.trim());
    return ucum === undefined ? [] : [ucum];
  });
  const [ucum] = spellings;
  if (ucum === undefined) return { raw };
  const properties = new Set(spellings.flatMap((spelling) => [...(propertiesOfUnit(spelling) ?? [])]));
  return { raw, ucum, ...(properties.size > 0 ? { properties } : {}) };
}

function readSpelling(text: string): string | undefined {
  if (text === '' || text.length > 60) return undefined;
  const known = toUcum(text);
  if (known !== undefined) return known;
  // A temperature of measurement belongs to the method: `UI/l à 37°C`.
  const bare = text.replace(/\s*(à|a|at)?\s*(25|30|37)\s*°?\s*c?$/iu, '').trim();
  const again = toUcum(bare);
  if (again !== undefined) return again;
  for (const [pattern, ucum] of LOOSE) {
    if (!pattern.test(bare)) continue;
    const rewritten = bare
      .replace(pattern, ucum)
      .replace(/mcg|µg|μg/giu, 'ug')
      .replace(/[µμ]/gu, 'u');
    return toUcum(rewritten) ?? rewritten;
  }
  return undefined;
}
