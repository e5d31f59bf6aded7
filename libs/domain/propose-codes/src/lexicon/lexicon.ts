import { componentNameOf, componentPartsOf, type ComponentName } from '../component-name.js';
import { stemsOf } from '../fold-text.js';
import { BIOCHEMISTRY, ENZYMES, PROTEINS } from './biochemistry.lexicon.js';
import { COAGULATION } from './coagulation.lexicon.js';
import { ENGLISH } from './english.lexicon.js';
import { FLUIDS } from './fluids.lexicon.js';
import { BLOOD_BANK, HAEMATOLOGY } from './haematology.lexicon.js';
import { HORMONES, VITAMINS_AND_METALS } from './hormones.lexicon.js';
import { ANTIBIOTICS, MICROBIOLOGY, SEROLOGY } from './infections.lexicon.js';
import type { LexiconTable } from './lexicon-table.js';
import { TOXICOLOGY } from './toxicology.lexicon.js';
import { ALLERGY, AUTOIMMUNITY, TUMOUR_MARKERS } from './tumour-markers-and-immunity.lexicon.js';
import { WORDS } from './words.lexicon.js';

/** Changes whenever a table changes meaning: recorded with each proposal. */
export const LEXICON_VERSION = '2026-11-24';

/** What a spelling may mean. */
export interface Sense {
  readonly name: ComponentName;
  /** LOINC's words, for the explanation. */
  readonly means: string;
  /** Facts that the spelling carries: systems and properties. */
  readonly system?: string;
  readonly property?: string;
  readonly fasting?: boolean;
  /** A method class: `VDRL` is a reagin antibody by one way of finding it. */
  readonly method?: string;
}

const TABLES: readonly LexiconTable[] = [
  HAEMATOLOGY,
  BLOOD_BANK,
  COAGULATION,
  BIOCHEMISTRY,
  ENZYMES,
  PROTEINS,
  HORMONES,
  VITAMINS_AND_METALS,
  TUMOUR_MARKERS,
  AUTOIMMUNITY,
  SEROLOGY,
  MICROBIOLOGY,
  TOXICOLOGY,
  FLUIDS,
  ALLERGY,
  ANTIBIOTICS,
  ENGLISH,
  WORDS,
];

const PROPERTIES: ReadonlySet<string> = new Set('PrThr PPres NFr MFr Titr Qn MCnc SCnc NCnc'.split(' '));

/** Longest spelling, in words. */
export const SPELLING_WORDS_MAX = 7;

const senses = new Map<string, Sense[]>();
for (const table of TABLES) {
  for (const [key, spellings] of Object.entries(table)) {
    const sense = senseOf(key);
    for (const spelling of spellings.split(',')) {
      const stems = stemsOf(spelling);
      if (stems.length === 0) continue;
      const compact = stems.join('');
      const known = senses.get(compact);
      if (known === undefined) senses.set(compact, [sense]);
      else if (!known.includes(sense)) known.push(sense);
    }
  }
}

/** The meanings of some words run together, in the order of the tables; none for words that the lexicon has not. */
export function sensesOf(stems: readonly string[]): readonly Sense[] {
  return senses.get(stems.join('')) ?? [];
}

function senseOf(key: string): Sense {
  const [means = '', ...facts] = key.split('@').map((part) => part.trim());
  const property = facts.find((fact) => PROPERTIES.has(fact));
  const method = facts.find((fact) => fact.startsWith('by '))?.slice(3);
  const system = facts.find((fact) => !PROPERTIES.has(fact) && fact !== 'fasting' && !fact.startsWith('by '));
  return {
    // What was done before, or after, is weighed with the state of the patient.
    name: componentNameOf(componentPartsOf(means).analyte),
    means,
    ...(property === undefined ? {} : { property }),
    ...(system === undefined ? {} : { system }),
    ...(method === undefined ? {} : { method }),
    ...(facts.includes('fasting') ? { fasting: true } : {}),
  };
}
