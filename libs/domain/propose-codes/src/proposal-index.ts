import type { LoincConcept } from '@segur/terminology';
import { componentNamesOf, componentNameOf, componentPartsOf, headOfLongName, type ComponentName } from './component-name.js';
import { stemsOf, trigramsOf } from './fold-text.js';
import { methodClassesOf } from './method-classes.js';

/** A concept with what ranking asks of it, worked out once. */
export interface IndexedConcept {
  readonly concept: LoincConcept;
  readonly analyte: number;
  /** Without its super-system. */
  readonly system: string;
  /** `Fetus`, `Donor`. */
  readonly superSystem: string;
  readonly methods: ReadonlySet<string>;
  readonly challenge: string;
  readonly adjustment: string;
  /** All axes but the method: twins share it. */
  readonly twinKey: string;
  /** Absent: no value set is loaded. */
  readonly inValueSet?: boolean;
  /** Words of the component in its own long common name. */
  readonly headStems: readonly string[];
}

/** One way to name an analyte. */
export interface IndexedName {
  readonly analyte: number;
  readonly stems: readonly string[];
  readonly divisor: readonly string[];
  readonly optional: ReadonlySet<string>;
  /** Weight of the words that must be said to have named it whole. */
  readonly weight: number;
  readonly divisorWeight: number;
}

/** Where a word stands in a name. An optional word helps to find the name, and is not missed. */
export const PLACES = { numerator: 0, divisor: 1, optional: 2 } as const;

/** What proposals are made from, built once for each release and value set. */
export interface ProposalIndex {
  readonly concepts: ReadonlyMap<string, LoincConcept>;
  readonly indexed: ReadonlyMap<string, IndexedConcept>;
  readonly analytes: readonly (readonly IndexedConcept[])[];
  readonly names: readonly IndexedName[];
  /** By word: number of the name, times four, plus its place. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
  /** Words of short and related names, by analyte: they find an analyte, and say nothing of how fully. */
  readonly related: ReadonlyMap<string, readonly number[]>;
  readonly trigrams: ReadonlyMap<string, readonly string[]>;
  readonly twins: ReadonlyMap<string, readonly string[]>;
  readonly weightOf: (stem: string) => number;
  readonly nearest: Map<string, readonly (readonly [string, number])[]>;
}

/** Words that are in so many names, or say so little, that leaving them out is no error. */
const FAINT: ReadonlySet<string> = new Set(
  stemsOf(
    'activity actual normal actualnormal virus cells cell identified induced subunit little total coagulation tested interpretation species count ' +
      'method panel organism number level ratio gene rate protein-bound group type other',
  ),
);
/** Words that tell an analyte from its neighbours however common they are. */
const TELLING: ReadonlySet<string> = new Set(
  stemsOf(
    'IgG IgM IgA IgE IgD Ab Ag DNA RNA free direct indirect conjugated ionized HDL LDL VLDL reverse intact beta alpha gamma 1 2 3 4 A B C D E',
  ),
);
const TELLING_WEIGHT = 3;
const FAINT_WEIGHT = 0.6;

/**
 * Prepares the concepts of a release for `proposeCodes`.
 *
 * @param options.valueSet - Codes that may be sent in France: they come first, the others stay, marked. Absent: none is preferred.
 */
export function buildProposalIndex(
  concepts: Iterable<LoincConcept>,
  options: { readonly valueSet?: ReadonlySet<string> } = {},
): ProposalIndex {
  const byCode = new Map<string, LoincConcept>();
  const analyteIds = new Map<string, number>();
  const analytes: IndexedConcept[][] = [];
  const namesOf: Map<string, undefined>[] = [];
  const relatedOf: Set<string>[] = [];
  const named: boolean[] = [];
  const indexed = new Map<string, IndexedConcept>();
  const twins = new Map<string, string[]>();

  for (const concept of concepts) {
    byCode.set(concept.code, concept);
    const { analyte, challenge, adjustment } = componentPartsOf(concept.axes.component);
    const names = componentNamesOf(concept);
    const key = (analyte === '' ? (names[0] ?? concept.code) : analyte).toLowerCase();
    let id = analyteIds.get(key);
    if (id === undefined) {
      id = analytes.length;
      analyteIds.set(key, id);
      analytes.push([]);
      namesOf.push(new Map());
      relatedOf.push(new Set());
      named.push(analyte !== '');
    }
    for (const name of names) namesOf[id]?.set(name, undefined);
    const stain = /stain/iu.test(concept.axes.method) ? concept.axes.method : '';
    for (const stem of stemsOf([concept.shortName ?? '', ...(concept.relatedNames ?? []), stain].join(' ')))
      relatedOf[id]?.add(stem);
    const entry = toIndexed(concept, id, challenge, adjustment, options.valueSet);
    analytes[id]?.push(entry);
    indexed.set(concept.code, entry);
    const family = twins.get(entry.twinKey);
    if (family) family.push(concept.code);
    else twins.set(entry.twinKey, [concept.code]);
  }
  return { concepts: byCode, indexed, analytes, twins, nearest: new Map(), ...indexNames(namesOf, relatedOf, named) };
}

function toIndexed(
  concept: LoincConcept,
  analyte: number,
  challenge: string,
  adjustment: string,
  valueSet: ReadonlySet<string> | undefined,
): IndexedConcept {
  const { axes } = concept;
  const [system = '', superSystem = ''] = axes.system.split('^');
  // A method may carry the challenge where the component does not: `Test strip --4.5 hours post 75 g glucose PO`.
  const [, lateChallenge = ''] = concept.longCommonName.split(' --');
  return {
    concept,
    analyte,
    system,
    superSystem,
    methods: methodClassesOf(axes.method.split(' --')[0] ?? ''),
    challenge: challenge === '' ? lateChallenge : challenge,
    adjustment,
    twinKey: [axes.component, axes.property, axes.time, axes.system, axes.scale].join('|').toLowerCase(),
    headStems: headStemsOf(concept.longCommonName),
    ...(valueSet ? { inValueSet: valueSet.has(concept.code) } : {}),
  };
}

function headStemsOf(longCommonName: string): readonly string[] {
  const { stems, divisor, optional } = componentNameOf(headOfLongName(longCommonName));
  return [...stems, ...divisor].filter((stem) => !optional.has(stem));
}

type NameIndex = Pick<ProposalIndex, 'names' | 'postings' | 'related' | 'trigrams' | 'weightOf'>;

function indexNames(
  namesOf: readonly ReadonlyMap<string, undefined>[],
  relatedOf: readonly ReadonlySet<string>[],
  named: readonly boolean[],
): NameIndex {
  const frequency = new Map<string, number>();
  const all = namesOf.map((names) => [...names.keys()].map(componentNameOf));
  const owners = new Map<string, number>();
  all.forEach(([primary], analyte) => {
    if (primary && named[analyte] === true && !owners.has(keyOf(primary))) owners.set(keyOf(primary), analyte);
  });
  // A long common name may be short of words: what is one analyte's own name is no other's.
  const parsed = all.map((names, analyte) =>
    names.filter((name, order) => order === 0 || (owners.get(keyOf(name)) ?? analyte) === analyte),
  );
  for (const names of parsed) {
    const stems = new Set(names.flatMap((name) => [...name.stems, ...name.divisor]));
    for (const stem of stems) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  }
  const total = parsed.length;
  const weights = new Map<string, number>();
  for (const [stem, count] of frequency) weights.set(stem, weigh(stem, count, total));
  const unknown = Math.log(1 + total) * 0.75;
  const weightOf = (stem: string): number => weights.get(stem) ?? unknown;

  const names: IndexedName[] = [];
  const postings = new Map<string, number[]>();
  const related = new Map<string, number[]>();
  parsed.forEach((variants, analyte) => {
    for (const { stems, divisor, optional } of variants) {
      const name = names.length;
      const sum = (words: readonly string[]): number =>
        words.reduce((weight, stem) => weight + (optional.has(stem) ? 0 : weightOf(stem)), 0);
      names.push({ analyte, stems, divisor, optional, weight: sum(stems), divisorWeight: sum(divisor) });
      for (const stem of stems) push(postings, stem, name * 4 + (optional.has(stem) ? PLACES.optional : PLACES.numerator));
      for (const stem of divisor) push(postings, stem, name * 4 + (optional.has(stem) ? PLACES.optional : PLACES.divisor));
    }
  });
  relatedOf.forEach((stems, analyte) => {
    for (const stem of stems) push(related, stem, analyte);
  });
  const trigrams = new Map<string, string[]>();
  for (const stem of new Set([...postings.keys(), ...related.keys()])) {
    if (stem.length < 4 || /^\d+$/u.test(stem)) continue;
    for (const piece of trigramsOf(stem)) push(trigrams, piece, stem);
  }
  return { names, postings, related, trigrams, weightOf };
}

function keyOf({ stems, divisor }: ComponentName): string {
  return `${[...stems].sort().join(' ')}/${[...divisor].sort().join(' ')}`;
}

function weigh(stem: string, count: number, total: number): number {
  if (FAINT.has(stem)) return FAINT_WEIGHT;
  const weight = Math.log(1 + total / count);
  return TELLING.has(stem) ? Math.max(weight, TELLING_WEIGHT) : weight;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
