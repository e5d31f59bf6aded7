import type { Battery, Isolate, Observation, Organism } from '@segur/laboratory';
import type { Segment } from '@segur/hl7v2';
import { PROVISIONAL_GERM } from '@segur/results-to-laboratory';
import type { Remarks } from '../remarks.js';
import {
  ANTIBIOGRAM,
  COUNT_LABEL,
  COUNT_LOINCS,
  COUNT_UNITS,
  NOTHING_GREW,
  NOTHING_GREW_CODES,
  ORGANISM_LABEL,
  ORGANISM_LOINCS,
} from './microbiology-codes.js';
import { codedTriplets, printed } from './observation-value.js';
import type { ResultReading } from './observations.js';
import { isSusceptibility, toAntibiotics } from './susceptibilities.js';

/** A germ, and the OBX that names it: antibiograms in other OBR point at it. */
export interface Germ {
  readonly obx: Segment;
  readonly isolate: Isolate;
}

/** The results of a culture: those of the culture itself, its germs, and antibiotics whose germ is not told. */
export interface CultureReading {
  readonly observations: readonly ResultReading[];
  readonly germs: readonly Germ[];
  readonly unattached: readonly Battery[];
}

/** What telling germs apart takes. */
export interface CultureContext {
  readonly batteryId: string;
  /** Codes of OBX-3 that name germs: the laboratory's own, and those that an antibiogram points at. */
  readonly organismCodes: readonly string[];
  readonly remarks: Remarks;
  /** Where to remark that an antibiogram has no germ. */
  readonly location: string;
}

/**
 * Tells the germs of a culture apart: OBX-4 groups each with its count and its antibiotics (`1`, `1.1`…); where the culture has one germ
 * only, antibiotics outside of any group are its own.
 *
 * @see hl7v2.md §9, patterns 1 and 2
 */
export function toCulture(results: readonly ResultReading[], context: CultureContext): CultureReading {
  const isGerm = (result: ResultReading) => isOrganism(result, context.organismCodes);
  const subIds = new Set(results.map(({ obx }) => obx.text(4)));
  // One number on every line tells nothing apart.
  const groupOf = ({ obx }: ResultReading) => (subIds.size > 1 ? (obx.text(4).split('.')[0]?.trim() ?? '') : '');
  const named = results.filter(isGerm);
  const groups = named.map(groupOf);
  const isAlone = named.length === 1;
  const ownerOf = (result: ResultReading): ResultReading | undefined => {
    const group = groupOf(result);
    if (isAlone && group === '' && isSusceptibility(result)) return named[0];
    const at = groups.indexOf(group);
    if (group === '' || at === -1 || groups.indexOf(group, at + 1) !== -1) return undefined;
    return named[at];
  };
  // Lines numbered below a germ that nothing names stay together, for whoever knows the code of its name.
  const nested = new Set(results.filter(({ obx, observation }) => obx.text(4).includes('.') && !isCount(observation)).map(groupOf));
  const members = new Map<ResultReading, ResultReading[]>(named.map((germ) => [germ, []]));
  const own: ResultReading[] = [];
  const orphans = new Map<string, ResultReading[]>();
  for (const result of results) {
    if (members.has(result)) continue;
    const owner = ownerOf(result);
    if (owner) members.get(owner)?.push(result);
    else if (isSusceptibility(result) || nested.has(groupOf(result)))
      orphans.set(groupOf(result), [...(orphans.get(groupOf(result)) ?? []), result]);
    else own.push(result);
  }
  if (orphans.size > 0) context.remarks.add('hl7-antibiogram-unattached', context.location);
  return {
    observations: own,
    germs: [...members].map(([germ, group]) => ({ obx: germ.obx, isolate: toIsolate(germ, group) })),
    unattached: [...orphans].map(([group, antibiotics]) => ({
      batteryId: `${context.batteryId}/antibiogramme${group && `/${group}`}`,
      ...panel(antibiotics),
    })),
  };
}

/** True for a result that names a germ. That nothing grew is a result like others. */
function isOrganism({ obx, observation }: ResultReading, organismCodes: readonly string[]): boolean {
  const { code, sentLoinc, value, status } = observation;
  if (status === 'cancelled' || (value.kind !== 'coded' && value.kind !== 'text') || value.text.includes('\n')) return false;
  if (NOTHING_GREW.test(value.text) || (value.kind === 'coded' && value.coded && NOTHING_GREW_CODES.has(value.coded.code)))
    return false;
  const codes = [code.localCode, sentLoinc?.code ?? ''];
  if (codes.some((known) => ORGANISM_LOINCS.has(known) || organismCodes.includes(known))) return true;
  return ORGANISM_LABEL.test(code.label) && (value.kind === 'coded' || obx.text(4) !== '');
}

function toIsolate({ obx, observation }: ResultReading, members: readonly ResultReading[]): Isolate {
  const { observationId, observedAt, comments, status, performedBy } = observation;
  const isOfGerm = (result: ResultReading) => !isAntibiotic(result);
  const antibiotics = members.filter(isAntibiotic);
  return {
    isolateId: observationId,
    organism: toOrganism(obx),
    ...(observedAt && { observedAt }),
    observations: members.filter(isOfGerm).map((member) => member.observation),
    antibiograms: antibiotics.length > 0 ? [{ batteryId: `${observationId}/antibiogramme`, ...panel(antibiotics) }] : [],
    comments: [...comments, ...(status === 'preliminary' ? [PROVISIONAL_GERM] : [])],
    ...(performedBy && { performedBy }),
  };
}

/** Under a germ, what is numbered below it (`1.2`) or says S, I or R; a count is neither. */
function isAntibiotic(result: ResultReading): boolean {
  return isSusceptibility(result) || (result.obx.text(4).includes('.') && !isCount(result.observation));
}

function isCount({ code, sentLoinc, unit }: Observation): boolean {
  return (
    COUNT_LABEL.test(code.label) ||
    COUNT_LOINCS.has(sentLoinc?.code ?? code.localCode) ||
    (unit?.ucum !== undefined && COUNT_UNITS.has(unit.ucum))
  );
}

function toOrganism(obx: Segment): Organism {
  const value = obx.field(5).repetition(0);
  const codes = codedTriplets(value).flatMap(({ coded }) => coded ?? []);
  const label = printed(value);
  const under = (system: string) => codes.find((coded) => coded.system === system);
  const [snomed, ncbi] = [under('2.16.840.1.113883.6.96'), under('2.16.840.1.113883.3.9471')];
  return { label, ...(snomed && { snomed }), ...(ncbi && { ncbi }) };
}

/** An antibiogram that no OBR of its own names. */
function panel(antibiotics: readonly ResultReading[]): Omit<Battery, 'batteryId'> {
  return {
    code: { localCode: 'ANTIBIOGRAMME', label: ANTIBIOGRAM.label },
    loinc: ANTIBIOGRAM,
    observations: toAntibiotics(antibiotics),
    comments: [],
  };
}
