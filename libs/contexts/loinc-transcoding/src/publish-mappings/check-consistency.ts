import type { Finding } from '@segur/errors';
import { propertiesOfUnit, type LoincConcept, type ValueSetEntry } from '@segur/terminology';
import type { LoincTarget } from '../code-report/code-observations.js';
import { specimenFamily } from '../code-report/specimen-families.js';

/** One line of a map about to be published. */
export interface DraftLine {
  readonly localCode: string;
  readonly label: string;
  /** UCUM where the spelling is known, else as the laboratory writes it. Absent: none. */
  readonly unit?: string;
  readonly specimen?: string;
  readonly method?: string;
  readonly panelCode?: string;
  /** Absent: no code fits, by decision. */
  readonly target?: LoincTarget;
}

/** What targets are looked up in. */
export interface DraftReference {
  readonly concepts: ReadonlyMap<string, LoincConcept>;
  readonly valueSet?: ReadonlyMap<string, ValueSetEntry>;
}

/** No map goes live with it, wherever it comes from: results would be wrong by a factor. @see loinc-transcoding.md §7.3 */
export const UNIT_CONTRADICTED = 'map-unit-contradicted';

/**
 * What a biologist should see before a map goes live. An `error` blocks it; a `warning` is to be accepted.
 *
 * Every finding names local codes by their place: `code GLY`.
 *
 * @see loinc-transcoding.md §5
 */
export function checkConsistency(lines: readonly DraftLine[], reference: DraftReference): readonly Finding[] {
  return [
    ...ambiguous(lines),
    ...lines.flatMap((line) => ofTarget(line, reference)),
    ...sharedTargets(lines, reference),
    ...panels(lines),
  ];
}

/** Lines that nothing tells apart at run time: none would be used. */
function ambiguous(lines: readonly DraftLine[]): readonly Finding[] {
  const groups = Map.groupBy(lines, ({ localCode, unit, specimen }) =>
    JSON.stringify([localCode, unit ?? '', specimen?.toLowerCase() ?? '']),
  );
  return [...groups.values()].flatMap((group) =>
    group.length > 1 && new Set(group.map(({ target }) => target?.loinc)).size > 1
      ? [finding('error', 'map-ambiguous', group, 'Several codes for one local code, unit and specimen')]
      : [],
  );
}

function ofTarget(line: DraftLine, { concepts, valueSet }: DraftReference): readonly Finding[] {
  if (!line.target) return [];
  const { loinc } = line.target;
  const concept = concepts.get(loinc);
  const findings: Finding[] = [];
  if (valueSet && !valueSet.has(loinc)) {
    findings.push(finding('warning', 'map-outside-value-set', [line], `${loinc} is not in the French value set`));
  }
  if (!concept) return [...findings, finding('warning', 'map-target-unknown', [line], `${loinc} is not in the reference data`)];
  if (concept.status === 'DEPRECATED' || concept.status === 'DISCOURAGED') {
    const successors = concept.mapTo?.map(({ code }) => code).join(', ');
    const message = `${loinc} is ${concept.status.toLowerCase()}${successors ? `, replaced by ${successors}` : ''}`;
    findings.push(finding('warning', 'map-target-deprecated', [line], message));
  }
  if (concept.isPanel) findings.push(finding('warning', 'map-target-panel', [line], `${loinc} is a panel, not a result`));
  if (concept.orderOrObservation === 'Order') {
    findings.push(finding('warning', 'map-target-order', [line], `${loinc} stands for an order only`));
  }
  const properties = line.unit === undefined ? undefined : propertiesOfUnit(line.unit);
  if (properties && concept.axes.property && !properties.has(concept.axes.property)) {
    const message = `${loinc} measures ${concept.axes.property}, which is never in ${line.unit}`;
    findings.push(finding('error', UNIT_CONTRADICTED, [line], message));
  }
  return findings;
}

/** Two local analyses under one code: their units and specimens should agree, or a reader adds apples to pears. */
function sharedTargets(lines: readonly DraftLine[], { concepts }: DraftReference): readonly Finding[] {
  const groups = Map.groupBy(
    lines.filter(({ target }) => target),
    ({ target }) => target?.loinc ?? '',
  );
  return [...groups].flatMap(([loinc, group]) => {
    if (group.length < 2) return [];
    const measured = group.filter(({ unit }) => unit !== undefined);
    const dimensions = measured.flatMap(({ unit }) => propertiesOfUnit(unit ?? '') ?? []);
    if (incompatible(dimensions, concepts.get(loinc)?.axes.property)) {
      return [finding('error', 'map-units-incompatible', group, `${loinc} stands for units that measure different properties`)];
    }
    const findings: Finding[] = [];
    if (new Set(measured.map(({ unit }) => unit)).size > 1) {
      findings.push(finding('warning', 'map-units-differ', group, `${loinc} stands for results in different units`));
    }
    const families = new Set(group.flatMap(({ specimen }) => specimenFamily(specimen) ?? []));
    const anySystem = concepts.get(loinc)?.axes.system === 'XXX';
    if (families.size > 1 && !anySystem) {
      findings.push(finding('warning', 'map-specimens-differ', group, `${loinc} stands for different specimens`));
    }
    return findings;
  });
}

/** A panel of which some members have a LOINC and others none is read as incomplete. */
function panels(lines: readonly DraftLine[]): readonly Finding[] {
  const groups = Map.groupBy(
    lines.filter(({ panelCode }) => panelCode),
    ({ panelCode }) => panelCode ?? '',
  );
  return [...groups].flatMap(([panel, group]) => {
    const without = group.filter(({ target }) => !target);
    if (without.length === 0 || without.length === group.length) return [];
    return [finding('warning', 'map-panel-incomplete', without, `Members of panel ${panel} without LOINC`)];
  });
}

/** Different kinds of quantity, unless the code is known to be measured in each of them. */
function incompatible(dimensions: readonly ReadonlySet<string>[], property: string | undefined): boolean {
  const kinds = new Set(dimensions.map((properties) => [...properties].sort().join(' ')));
  return kinds.size > 1 && !(property && dimensions.every((properties) => properties.has(property)));
}

function finding(severity: Finding['severity'], code: string, lines: readonly DraftLine[], message: string): Finding {
  const codes = [...new Set(lines.map(({ localCode }) => localCode))].sort();
  return { severity, code, location: `code ${codes.join(', ')}`, message };
}
