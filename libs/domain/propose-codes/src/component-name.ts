import type { LoincConcept } from '@segur/terminology';
import { stemsOf } from './fold-text.js';

/** A name of a component, as words to be matched: what stands before the stroke, and what it is divided by. */
export interface ComponentName {
  readonly stems: readonly string[];
  readonly divisor: readonly string[];
  /** Words that need not be said: synonyms in brackets. */
  readonly optional: ReadonlySet<string>;
}

/** A LOINC component apart from what was done to the patient before. */
export interface ComponentParts {
  readonly analyte: string;
  /** `post CFst`, `2H post 75 g glucose PO`. */
  readonly challenge: string;
  /** `corrected for albumin`. */
  readonly adjustment: string;
}

/** Cuts `Calcium^post CFst^adjusted` at its carets. */
export function componentPartsOf(component: string): ComponentParts {
  const [analyte = '', challenge = '', adjustment = ''] = component.split('^');
  return { analyte: analyte.trim(), challenge: challenge.trim(), adjustment: adjustment.trim() };
}

/** The words before property and system in a long common name: `Bilirubin.direct [Mass/volume] in Serum` → `Bilirubin.direct`. */
export function headOfLongName(name: string): string {
  const [head = ''] = name.split(/ \[| --/u);
  if (head !== name) return withoutState(head);
  return withoutState(name.replace(/ (?:in|of|for|by|from) (?!HDL|LDL|VLDL|IDL).*$/u, ''));
}

function withoutState(head: string): string {
  return head.replace(/^(?:Fasting|Deprecated|Fetal) /u, '').trim();
}

/** The component's words in a French name: `Glucose [Masse/Volume] Sérum ; Numérique` → `Glucose`. */
export function headOfFrenchName(name: string): string {
  const [beforeProperty = ''] = name.split(/\[| ; /u);
  const [head = ''] = beforeProperty.split(/ (?:Plasma|S[ée]rum|Sang|Urine|Liquide) /u);
  return head.replace(/\b[àa] jeun\b/u, '').trim();
}

/** Reads a name into words. */
export function componentNameOf(text: string): ComponentName {
  const bracketed = new Set(stemsOf([...text.matchAll(/\(([^)]*)\)/gu)].map(([, inside]) => inside ?? '').join(' ')));
  // `actual/Normal` is one property of one thing, and no quotient of two.
  const [numerator = '', ...rest] = text.replace(/\bactual\/normal/giu, 'actualnormal').split('/');
  const stems = [...new Set(stemsOf(numerator))];
  const outside = new Set(stemsOf(text.replace(/\([^)]*\)/gu, ' ')));
  return {
    stems,
    divisor: [...new Set(stemsOf(rest.join(' ')))].filter((stem) => !stems.includes(stem)),
    optional: new Set([...bracketed].filter((stem) => !outside.has(stem) && outside.size > 0)),
  };
}

/** Every name by which the component of a concept goes, English and French. */
export function componentNamesOf(concept: LoincConcept): readonly string[] {
  const { analyte } = componentPartsOf(concept.axes.component);
  const names = [
    analyte,
    headOfLongName(concept.longCommonName),
    ...(concept.frenchName === undefined ? [] : [headOfFrenchName(concept.frenchName)]),
    ...(concept.frenchTerms ?? []).map(headOfFrenchName),
  ];
  return [...new Set(names.filter((name) => name !== ''))];
}
