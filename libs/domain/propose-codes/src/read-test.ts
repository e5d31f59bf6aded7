import { systemsOfSpecimen, type LocalTest } from '@segur/terminology';
import { foldText, stemsOf } from './fold-text.js';
import {
  EXPRESSIONS,
  IDLE,
  METHOD_OF_UNIT,
  METHOD_WORDS,
  METHODS_IN_LABEL,
  METHODS_OF_PANELS,
  SPECIMEN_IN_LABEL,
  STATES,
  type Challenge,
  type Expression,
} from './label-words.js';
import { methodClassesOf } from './method-classes.js';
import { readUnit, type ReadUnit } from './read-unit.js';
import { scalesOf, statedPropertiesOf } from './stated-facts.js';

/** A catalogue line taken apart: what is left of its label once the facts are out, and the facts. */
export interface ReadTest {
  readonly test: LocalTest;
  /** Stems of the words that are about the component. */
  readonly stems: readonly string[];
  /** Stems of all words: a phrase of the lexicon may be made of what is elsewhere a fact (`sang dans les selles`). */
  readonly wholeStems: readonly string[];
  readonly unit?: ReadUnit;
  /** Admissible systems, likeliest first. Absent: nothing was said. */
  readonly systems?: readonly string[];
  /** The words the systems were read from. */
  readonly specimenWords?: string;
  readonly time?: string;
  readonly methods: ReadonlySet<string>;
  readonly challenge?: Challenge;
  readonly expressions: ReadonlySet<Expression>;
  /** `Qn`, `Ord`, `Nom`, `Nar`, where the catalogue says so. */
  readonly scales?: ReadonlySet<string>;
  /** Properties that the catalogue states in words. */
  readonly statedProperties?: ReadonlySet<string>;
  /** Stems of other labels that the laboratory gives the analysis. */
  readonly synonymStems: readonly (readonly string[])[];
  /** The system was read from chapter or panel only: likely, and not said. */
  readonly systemsByContext: boolean;
}

/** Longer than any label: hostile or misplaced text. */
const LABEL_MAX = 200;
const SYNONYMS_MAX = 5;

/** Takes a catalogue line apart into facts and component words. @see loinc-transcoding.md §4.1, §4.3 */
export function readTest(test: LocalTest): ReadTest {
  let text = ` ${foldText(test.label.slice(0, LABEL_MAX))} `;
  let labelUnit: string | undefined;
  text = text.replace(/[([]([^)\]]{1,20})[)\]]/gu, (whole, inside: string) => {
    if (/^[a-z\d]{1,6}$/u.test(inside)) return ` ${inside} `;
    const unit = readUnit(inside);
    if (unit.properties === undefined) return whole;
    labelUnit ??= inside;
    return ' ';
  });
  const methods = new Set(methodClassesOf(test.method ?? ''));
  // Two hours after the dose, or just before it: so are followed the drugs of transplants.
  if (/ciclospor|cyclospor|tacrolim|sirolim|everolim|mycophen/u.test(text)) {
    text = text.replace(/\bc ?2\b/gu, ' 2 h apres ').replace(/\b[ct] ?0\b/gu, ' residuel ');
  }

  for (const name of methodClassesOf(text)) if (METHODS_IN_LABEL.has(name)) methods.add(name);

  // Elsewhere `direct` is bilirubin or Coombs.
  if (/\b[lh]dl\b/u.test(text) && /\bdirect|\bmesure|\bmeasured/u.test(text)) {
    methods.add('direct');
    text = unlessEmptied(text, /\b(direct|mesure|measured)e?\b/u);
  }
  if (methods.has('tppa')) methods.add('agglutination');

  // Sedimentation read at one or two hours is Westergren's way.
  if (/\b(?:vs|sedimentation)\b.*\b[12] ?(?:ere|eme)? ?h/u.test(text)) methods.add('westergren');

  const timing = foldText(test.timing ?? '');
  const is24Hours = /24 ?h|24 heures|\b24hr/u.test(text) || /24/u.test(timing) || /24/u.test(test.specimen ?? '');
  text = text.replace(/\b(des |de |sur |par |\/ ?)?24 ?-?(h(eures?|rs?|our)?)\b/gu, ' ');

  let challenge: Challenge | undefined;
  for (const [pattern, state] of STATES) {
    if (!pattern.test(text) && !pattern.test(timing)) continue;
    challenge ??= state;
    text = unlessEmptied(text, pattern);
  }
  // A clock time (`8h`, `16 h`) says when, not after what: it is no challenge.
  text = text.replace(/\b(?:a )?(?:[01]?\d|2[0-3]) ?h(?:eures?)?(?:\d\d)?\b/gu, ' ');

  const expressions = new Set<Expression>();
  for (const [pattern, expression, taken] of EXPRESSIONS) {
    if (!pattern.test(text)) continue;
    expressions.add(expression);
    if (taken) text = unlessEmptied(text, pattern);
  }
  const specimenWords: string[] = [];
  for (const pattern of SPECIMEN_IN_LABEL) {
    const words = pattern.exec(text)?.[0];
    if (words === undefined) continue;
    const without = unlessEmptied(text, pattern);
    if (without === text) continue;
    specimenWords.push(words);
    text = without;
  }
  text = unlessEmptied(text, METHOD_WORDS);
  text = unlessEmptied(text, IDLE);
  text = unlessEmptied(text, /\bcultures?\b/u);

  const fieldSystems = systemsOfSpecimen(test.specimen ?? '');
  const labelSystems = specimenWords.flatMap((words) => labelSystemsOf(words) ?? []);
  const said = reconcile(labelSystems, fieldSystems);
  const context = `${test.chapter ?? ''} ${test.panelLabel ?? ''}`;
  const byContext = said === undefined ? systemsOfSpecimen(context) : undefined;
  const systems = said ?? byContext;
  for (const name of methodClassesOf(context)) if (METHODS_OF_PANELS.has(name)) methods.add(name);
  const unitText = test.unit?.trim() !== '' && test.unit !== undefined ? test.unit : labelUnit;
  const unit = unitText === undefined ? undefined : readUnit(unitText);
  const method = METHOD_OF_UNIT[unit?.ucum ?? ''];
  if (method !== undefined) methods.add(method);
  const scales = scalesOf(test);
  const statedProperties = statedPropertiesOf(test);
  return {
    test,
    wholeStems: stemsOf(test.label.slice(0, LABEL_MAX)),
    stems: [...stemsOf(text), ...wordsOfUnit(unitText ?? '')],
    methods,
    expressions,
    synonymStems: (test.synonyms ?? [])
      .slice(0, SYNONYMS_MAX)
      .map((synonym) => stemsOf(synonym.slice(0, LABEL_MAX)))
      .filter((stems) => stems.length > 0),
    systemsByContext: said === undefined && byContext !== undefined,
    ...(unit ? { unit } : {}),
    ...(systems ? { systems, specimenWords: test.specimen ?? (specimenWords.join(' ').trim() || context.trim()) } : {}),
    ...(is24Hours ? { time: '24H' } : {}),
    ...(challenge ? { challenge } : {}),
    ...(scales ? { scales } : {}),
    ...(statedProperties ? { statedProperties } : {}),
  };
}

/** A unit may name what it counts: D-dimers are in `FEU` or `DDU`. */
function wordsOfUnit(unit: string): readonly string[] {
  return /\b(?:feu|ddu)\b/iu.exec(unit)?.[0].toLowerCase().split(' ') ?? [];
}

function unlessEmptied(text: string, pattern: RegExp): string {
  const without = text.replace(pattern.global ? pattern : new RegExp(pattern.source, `g${pattern.flags}`), ' ');
  return /[a-z\d]/u.test(without) ? without : text;
}

function labelSystemsOf(words: string): readonly string[] | undefined {
  const trimmed = words.trim();
  if (/^\(?u\)?$/u.test(trimmed) || trimmed === 'urin' || trimmed === 'ua' || trimmed === 'urinalysis')
    return ['Urine', 'Urine sed'];
  if (trimmed === 'wb') return systemsOfSpecimen('whole blood');
  return systemsOfSpecimen(trimmed);
}

/** What label and specimen agree on; where they do not, the label is about this analysis and the specimen about its tube. */
function reconcile(label: readonly string[], field: readonly string[] | undefined): readonly string[] | undefined {
  if (label.length === 0) return field;
  if (field === undefined) return label;
  // `sanguin` in a label tells blood from urine, and nothing of which blood.
  if (label[0] === 'Bld' && label[1] === 'Ser/Plas' && field.some((system) => /^(?:Bld|Ser|Plas|PPP)/u.test(system))) return field;
  const shared = label.filter((system) => field.includes(system));
  return shared.length > 0 ? [...new Set([...shared, ...label])] : [...new Set([...label, ...field])];
}
