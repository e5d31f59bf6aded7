import type { LocalTest, ResultType } from '@segur/terminology';
import { foldText } from './fold-text.js';

const SCALES: Readonly<Record<string, readonly string[]>> = {
  numeric: ['Qn'],
  'semi-quantitative': ['Ord', 'OrdQn', 'Qn'],
  coded: ['Ord', 'Nom'],
  text: ['Nar', 'Nom', 'Ord'],
  titre: ['Qn', 'OrdQn'],
  organism: ['Nom'],
  susceptibility: ['OrdQn', 'Ord', 'Qn'],
  document: ['Doc', 'Nar'],
};

/** Fewer results tell nothing of the scale. */
const RESULTS_MIN = 20;

/** The scales that the catalogue admits: as stated, by kind of result, or by the values seen. */
export function scalesOf({ scale, resultType, valueStats }: LocalTest): ReadonlySet<string> | undefined {
  const stated = scale === undefined ? undefined : /^(qn|ord|nom|nar|doc|ordqn|multi)$/iu.exec(scale.trim())?.[0]?.toLowerCase();
  if (stated !== undefined) return new Set([stated === 'ordqn' ? 'OrdQn' : stated.charAt(0).toUpperCase() + stated.slice(1)]);
  const possible = resultType === undefined ? undefined : SCALES[resultType];
  if (possible) return new Set(possible);
  if (valueStats?.nonNumeric === undefined || valueStats.n < RESULTS_MIN) return undefined;
  if (valueStats.nonNumeric > 0.9) return new Set(['Ord', 'Nom', 'Nar']);
  return valueStats.nonNumeric < 0.3 ? new Set(['Qn', 'OrdQn']) : undefined;
}

/** Kinds of results that have one property. */
const PROPERTIES_OF_TYPES: Partial<Record<ResultType, ReadonlySet<string>>> = {
  organism: new Set(['Prid']),
  susceptibility: new Set(['Susc']),
  titre: new Set(['Titr']),
};

const PROPERTIES_IN_WORDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(masse?)([/ ]?(vol|conc).*)?$|concentration massique/u, ['MCnc']],
  [/^(substance|moles?|molaire)([/ ]?(vol|conc).*)?$|concentration molaire/u, ['SCnc']],
  [/^(nombre|numerique)([/ ]?(vol|conc).*)?$/u, ['NCnc']],
  [/catalyt/u, ['CCnc']],
  [/arbitr/u, ['ACnc']],
  [/presence|seuil/u, ['PrThr']],
  [/fraction massique/u, ['MFr']],
  [/fraction (de )?nombre/u, ['NFr']],
  [/fraction volum/u, ['VFr']],
];

function inWords(words: string | undefined): ReadonlySet<string> | undefined {
  if (words === undefined || words.trim() === '') return undefined;
  const folded = foldText(words).trim();
  const found = PROPERTIES_IN_WORDS.find(([pattern]) => pattern.test(folded))?.[1];
  if (found) return new Set(found);
  // LOINC's own word, as laboratories copy it: `MCnc`.
  return /^[A-Z][A-Za-z]{2,7}$/u.test(words.trim()) ? new Set([words.trim()]) : undefined;
}

/** The properties that the catalogue states, in words or by its kind of result. */
export function statedPropertiesOf({ property, resultType }: LocalTest): ReadonlySet<string> | undefined {
  return inWords(property) ?? (resultType === undefined ? undefined : PROPERTIES_OF_TYPES[resultType]);
}
