import type { Battery, Isolate } from '@segur/laboratory';
import type { Segment } from '@segur/hl7v2';
import type { MessageGroups, OrderGroup } from '../message-groups.js';
import type { Remarks } from '../remarks.js';
import type { Germ } from './cultures.js';

/** An examination as it was read, before antibiograms find their germs. */
export interface ExamReading {
  readonly order: OrderGroup;
  /** Nothing: no chapter is known for it. */
  readonly chapter: string | undefined;
  /** Nothing: it holds nothing to print under it. */
  readonly battery: Battery | undefined;
  readonly germs: readonly Germ[];
  /** What an examination without results says all the same. */
  readonly comment?: string;
}

/** True for an OBR that says it came of a result of another: OBR-26 or OBR-29. */
export function isChild({ obr }: OrderGroup): boolean {
  return obr.field(26).state === 'value' || obr.field(29).state === 'value';
}

/** Codes of OBX-3 that children point at. */
export function parentCodes({ orders }: MessageGroups): readonly string[] {
  return orders.map(({ obr }) => obr.field(26).component(1).subcomponent(1)).filter((code) => code !== '');
}

/**
 * Puts each antibiogram under the germ it was made on; one whose germ cannot be told stands by itself, with the germ's name that it says.
 *
 * @see hl7v2.md §9, pattern 1
 */
export function attachAntibiograms(exams: readonly ExamReading[], remarks: Remarks): readonly ExamReading[] {
  const antibiograms = new Map<Isolate, Battery[]>();
  const attached = new Set<ExamReading>();
  const alone = new Map<ExamReading, string>();
  for (const exam of exams) {
    if (!exam.battery || !isChild(exam.order) || exam.germs.length > 0) continue;
    const germ = parentOf(exam, exams);
    if (germ) {
      antibiograms.set(germ.isolate, [...(antibiograms.get(germ.isolate) ?? []), exam.battery]);
      attached.add(exam);
      continue;
    }
    const { obr } = exam.order;
    remarks.add('hl7-parent-not-found', obr.location(obr.field(26).state === 'value' ? 26 : 29));
    const name = organismOf(obr);
    if (name) alone.set(exam, `Germe : ${name}`);
  }
  const withAntibiograms = (isolate: Isolate): Isolate => ({
    ...isolate,
    antibiograms: [...isolate.antibiograms, ...(antibiograms.get(isolate) ?? [])],
  });
  return exams
    .filter((exam) => !attached.has(exam))
    .map((exam) => {
      const { battery } = exam;
      const name = alone.get(exam);
      if (!battery || (!battery.isolates && name === undefined)) return exam;
      return {
        ...exam,
        battery: {
          ...battery,
          ...(battery.isolates && { isolates: battery.isolates.map(withAntibiograms) }),
          comments: [...(name === undefined ? [] : [name]), ...battery.comments],
        },
      };
    });
}

/** OBR-29 says in which order the germ was found, OBR-26 which result names it; failing both, the name itself. */
function parentOf({ order: { obr } }: ExamReading, exams: readonly ExamReading[]): Germ | undefined {
  const parents = exams.filter(({ germs }) => germs.length > 0);
  const ofOrder = parents.filter(({ order }) => isNamedBy(obr, order));
  const germs = (ofOrder.length > 0 ? ofOrder : parents).flatMap((exam) => exam.germs);
  const pointer = obr.field(26);
  const [code, subId] = [pointer.component(1).subcomponent(1), pointer.component(2).text.trim()];
  const pointed = germs.filter(
    ({ obx }) => code !== '' && [obx.text(3), obx.text(3, 4)].includes(code) && (subId === '' || obx.text(4) === subId),
  );
  if (pointed.length === 1) return pointed[0];
  const name = folded(organismOf(obr));
  const called = (pointed.length > 0 ? pointed : germs).filter(
    ({ isolate }) => name !== '' && folded(isolate.organism.label) === name,
  );
  if (called.length === 1) return called[0];
  // The order alone tells the germ where it has only one, and nothing else was said.
  return ofOrder.length > 0 && germs.length === 1 && code === '' && name === '' ? germs[0] : undefined;
}

/** OBR-29 is `placer^filler`, each in sub-components; the number of the laboratory counts first. */
function isNamedBy(child: Segment, { obr, orc }: OrderGroup): boolean {
  const parent = child.field(29);
  const [placer, filler] = [parent.component(1).subcomponent(1).trim(), parent.component(2).subcomponent(1).trim()];
  const has = (number: string, field: number) =>
    obr.text(field) === number || (obr.text(field) === '' && orc?.text(field) === number);
  return filler !== '' ? has(filler, 3) : placer !== '' && has(placer, 2);
}

function organismOf(obr: Segment): string {
  return obr.field(26).component(3).text.trim();
}

function folded(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toUpperCase();
}
