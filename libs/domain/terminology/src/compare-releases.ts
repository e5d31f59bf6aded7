import type { LoincAxes, LoincConcept, ValueSetEntry } from './loinc-concept.js';

/** What is in force at one time: a LOINC release, and the French value set where one is loaded. */
export interface ReferenceState {
  readonly concepts: ReadonlyMap<string, LoincConcept>;
  /** Absent: nothing can be said about what may be sent in France. */
  readonly valueSet?: ReadonlyMap<string, ValueSetEntry>;
}

/**
 * What a new release does to a code in use, from the gravest on.
 *
 * `deleted`: the new release has it no more. `deprecated-replaced`: one code replaces it. `deprecated-several`: several do, or none.
 * `left-value-set`: it may no longer be sent in France. `part-changed`: component, property, system or scale say something else.
 * `discouraged`: LOINC advises against it. `refined`: only time or method changed. `label-changed`: only a name did.
 * `more-specific`: unchanged, and the release brings codes that add a method.
 */
export type ReleaseChange =
  | 'deleted'
  | 'deprecated-replaced'
  | 'deprecated-several'
  | 'left-value-set'
  | 'part-changed'
  | 'discouraged'
  | 'refined'
  | 'label-changed'
  | 'more-specific';

/** What a mapping to such a code calls for. Nothing is ever changed without a biologist. */
export type ReleaseAction = 'propose-migration' | 'review' | 'warn' | 'new-display' | 'suggest';

/** One code in use that a new release touches. */
export interface TouchedCode {
  readonly code: string;
  /** The gravest of {@link changes}: it decides the action. */
  readonly change: ReleaseChange;
  readonly action: ReleaseAction;
  /** All that happened to the code, the gravest first. */
  readonly changes: readonly ReleaseChange[];
  /** Codes of the new release that may take its place, in the order of the release. */
  readonly successors: readonly { readonly code: string; readonly comment?: string }[];
  /** Which parts say something else now. */
  readonly changedAxes: readonly (keyof LoincAxes)[];
}

const ACTIONS: Readonly<Record<ReleaseChange, ReleaseAction>> = {
  deleted: 'review',
  'deprecated-replaced': 'propose-migration',
  'deprecated-several': 'review',
  'left-value-set': 'review',
  'part-changed': 'review',
  discouraged: 'warn',
  refined: 'warn',
  'label-changed': 'new-display',
  'more-specific': 'suggest',
};
const GRAVEST_FIRST = Object.keys(ACTIONS) as readonly ReleaseChange[];
const AXES = ['component', 'property', 'time', 'system', 'scale', 'method'] as const;
const MEANING: ReadonlySet<keyof LoincAxes> = new Set(['component', 'property', 'system', 'scale']);

/**
 * Which codes in use a new release or value set touches, and how. Codes that neither state knows are not answered: they were no better before.
 *
 * @param codes - Those that mappings in force point to; each is answered once, in their order.
 * @see loinc-transcoding.md §9
 */
export function compareReleases(before: ReferenceState, after: ReferenceState, codes: Iterable<string>): readonly TouchedCode[] {
  let refinements: ReadonlyMap<string, readonly string[]> | undefined;
  return [...new Set(codes)].flatMap((code) => {
    const [old, current] = [before.concepts.get(code), after.concepts.get(code)];
    const changedAxes = old && current ? AXES.filter((axis) => old.axes[axis] !== current.axes[axis]) : [];
    const specific = current ? ((refinements ??= newRefinements(before, after)).get(withoutMethod(current)) ?? []) : [];
    const found = new Set<ReleaseChange>([
      ...conceptChanges(old, current, changedAxes),
      ...valueSetChanges(code, before.valueSet, after.valueSet),
      ...(specific.length > 0 && current?.axes.method === '' ? (['more-specific'] as const) : []),
    ]);
    const changes = GRAVEST_FIRST.filter((change) => found.has(change));
    const change = changes[0];
    if (!change) return [];
    const successors =
      change === 'more-specific' ? specific.map((refined) => ({ code: refined })) : (current?.mapTo ?? old?.mapTo ?? []);
    return [{ code, change, action: ACTIONS[change], changes, successors, changedAxes }];
  });
}

function conceptChanges(
  old: LoincConcept | undefined,
  current: LoincConcept | undefined,
  changedAxes: readonly (keyof LoincAxes)[],
): readonly ReleaseChange[] {
  if (!old) return [];
  if (!current) return ['deleted'];
  const changes: ReleaseChange[] = [];
  if (current.status !== old.status && current.status === 'DEPRECATED') {
    changes.push(current.mapTo?.length === 1 ? 'deprecated-replaced' : 'deprecated-several');
  }
  if (current.status !== old.status && current.status === 'DISCOURAGED') changes.push('discouraged');
  if (changedAxes.some((axis) => MEANING.has(axis))) changes.push('part-changed');
  else if (changedAxes.length > 0) changes.push('refined');
  if (current.longCommonName !== old.longCommonName || current.frenchName !== old.frenchName) changes.push('label-changed');
  return changes;
}

function valueSetChanges(
  code: string,
  before: ReferenceState['valueSet'],
  after: ReferenceState['valueSet'],
): readonly ReleaseChange[] {
  const [old, current] = [before?.get(code), after?.get(code)];
  if (!after || !old) return [];
  if (!current) return ['left-value-set'];
  return current.frenchName === old.frenchName ? [] : ['label-changed'];
}

/** Codes that the new release brings with a method, by what they are without it. */
function newRefinements(before: ReferenceState, after: ReferenceState): ReadonlyMap<string, readonly string[]> {
  const refinements = new Map<string, string[]>();
  for (const concept of after.concepts.values()) {
    if (before.concepts.has(concept.code) || concept.axes.method === '' || concept.status === 'DEPRECATED') continue;
    const key = withoutMethod(concept);
    const known = refinements.get(key);
    if (known) known.push(concept.code);
    else refinements.set(key, [concept.code]);
  }
  return refinements;
}

function withoutMethod({ axes }: LoincConcept): string {
  return JSON.stringify(AXES.filter((axis) => axis !== 'method').map((axis) => axes[axis]));
}
