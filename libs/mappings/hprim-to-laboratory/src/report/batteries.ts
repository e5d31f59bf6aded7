import type { AttachedPdf, Battery, Laboratory } from '@segur/laboratory';
import {
  MICROBIOLOGY,
  cancellationReasons,
  chapterOf,
  isOpenOrder,
  type CodeReading,
  type SpecimenShelf,
} from '@segur/results-to-laboratory';
import type { HprimSegment } from '@segur/hprim';
import type { OrderGroup } from '../message-groups.js';
import { toProfessional } from '../professionals.js';
import { toComment } from '../texts.js';
import { toCode } from './local-codes.js';
import { toObservation, type DraftObservation, type ObservationContext } from './observations.js';
import { SECTION_NAMES } from './section-names.js';
import { shelveSpecimen } from './specimens.js';

const LOINC = '2.16.840.1.113883.6.1';

/** What every request of a report shares. */
export interface BatteryContext extends Omit<ObservationContext, 'specimenId' | 'orderStatus' | 'resultAt'> {
  readonly laboratory: Laboratory;
  readonly shelf: SpecimenShelf;
  /** Names of what is still to come. */
  readonly awaited: string[];
  /** PDFs that lay beside the message. */
  readonly attachments: AttachedPdf[];
  /** Why results could not be obtained. */
  readonly nonConformities: string[];
  /** What the message says of results that it does not hold. */
  readonly changes: { readonly removed: string[]; readonly promoted: string[]; readonly settled: string[] };
  /** Makes an identifier unique in the report, the same whatever else the report holds. */
  readonly unique: (id: string) => string;
}

/** The examinations of an OBR under their chapters, or the comment of an OBR that has no result. */
export interface OrderReading {
  readonly batteries: readonly { readonly chapter: string; readonly battery: Battery }[];
  readonly comment?: string;
}

interface Group {
  readonly chapter: string;
  readonly exam: CodeReading;
  readonly observations: { readonly subId: string; readonly observation: DraftObservation }[];
  readonly comments: string[];
}

/**
 * Reads an OBR with all that stands under it. OBR.4 may name many examinations: a result goes with the one that it names as its parent
 * (OBX.15), or that has its own code; one that none of them claims stands by itself.
 *
 * @see hprim-sante.md §1.6, end
 */
export function toBatteries(order: OrderGroup, context: BatteryContext): OrderReading {
  const { remarks, times, shelf, validators, awaited, nonConformities } = context;
  const { obr } = order;
  const exams = obr.field(4).repetitions.flatMap((repetition) => toCode(repetition) ?? []);
  const [first] = exams;
  if (!first) {
    remarks.add('hprim-required', obr.location(4));
    return { batteries: [] };
  }
  const specimenId = shelveSpecimen(obr, shelf, times, remarks);
  const resultAt = times.at(obr, 22);
  const releasedAt = resultAt ?? context.releasedAt;
  validators.take(obr.field(32).repetitions.map(toProfessional), releasedAt, obr.location(32));
  const orderStatus = obr.text(25).trim().toUpperCase();
  const own = { ...context, specimenId, releasedAt, resultAt, orderStatus };
  (isOpenOrder(orderStatus) ? awaited : context.changes.settled).push(...exams.map(({ code }) => code.label));

  const byCode = new Map(exams.map((exam) => [exam.code.localCode, exam]));
  const groups = new Map<string, Group>();
  const waiting = fromOrder(order);
  let last: Group | undefined;
  let cancelledWhole = true;
  for (const group of order.observations) {
    const reading = toObservation(group, own);
    if (!reading) continue;
    if ('pdf' in reading) {
      const battery = claimedBy(byCode, group.obx, reading.code).code.localCode;
      const { code, sentLoinc } = reading.code;
      context.attachments.push({
        attachmentId: context.unique(`${battery}/${code.localCode}`),
        title: code.label,
        data: reading.pdf,
        ...(sentLoinc && { type: { ...sentLoinc, system: LOINC } }),
      });
      if (reading.comment !== undefined) (last?.comments ?? waiting).push(`${code.label}\n${reading.comment}`);
      continue;
    }
    if ('comment' in reading) {
      (last?.comments ?? waiting).push(reading.comment);
      continue;
    }
    if ('change' in reading) {
      const battery = claimedBy(byCode, group.obx, reading).code.localCode;
      const subId = group.obx.text(4).trim();
      own.changes[reading.change].push(`${battery}/${reading.code.localCode}${subId && `/${subId}`}`);
      continue;
    }
    const { observation } = reading;
    const exam = claimedBy(byCode, group.obx, observation);
    const chapter = toChapter(group.obx, obr, exam, observation, context);
    if (!chapter) continue;
    const key = JSON.stringify([chapter, exam.code.localCode]);
    last = groups.get(key) ?? { chapter, exam, observations: [], comments: [] };
    groups.set(key, last);
    last.comments.push(...waiting.splice(0));
    last.observations.push({ subId: group.obx.text(4).trim(), observation });
    cancelledWhole &&= observation.status === 'cancelled';
    nonConformities.push(...cancellationReasons(observation));
  }
  if (groups.size > 0 && !cancelledWhole && times.at(obr, 7) === undefined) remarks.add('hprim-required', obr.location(7));
  if (groups.size === 0) {
    if (!remarks.refuses) remarks.add('hprim-obr-without-result', obr.location());
    return { batteries: [], ...(waiting.length > 0 && { comment: [first.code.label, ...waiting].join('\n') }) };
  }
  for (const { chapter, observations } of groups.values())
    if (chapter === MICROBIOLOGY && isGrouped(observations)) remarks.add('hprim-microbiology-not-read', obr.location());
  return { batteries: [...groups.values()].map((group) => toBattery(group, specimenId, context)) };
}

function toBattery({ chapter, exam, observations, comments }: Group, specimenId: string | undefined, { unique }: BatteryContext) {
  const batteryId = unique(exam.code.localCode);
  return {
    chapter,
    battery: {
      batteryId,
      code: exam.code,
      observations: observations.map(({ subId, observation }) => ({
        observationId: unique(`${batteryId}/${observation.code.localCode}${subId && `/${subId}`}`),
        ...observation,
      })),
      comments,
      ...(specimenId && { specimenId }),
    },
  };
}

function claimedBy(
  exams: ReadonlyMap<string, CodeReading>,
  obx: HprimSegment,
  observation: Pick<DraftObservation, 'code'>,
): CodeReading {
  const [only] = exams.values();
  if (only && exams.size === 1) return only;
  return exams.get(obx.text(15, 3).trim()) ?? exams.get(observation.code.localCode) ?? { code: observation.code };
}

function toChapter(
  obx: HprimSegment,
  obr: HprimSegment,
  exam: CodeReading,
  observation: DraftObservation,
  { laboratory, remarks }: BatteryContext,
): string | undefined {
  const section = obx.text(15).trim() || obr.text(24).trim();
  const codes = [exam.code.localCode, observation.code.localCode];
  const chapter = chapterOf({ section, codes, sentLoinc: exam.sentLoinc?.code, names: SECTION_NAMES }, laboratory);
  if (!chapter) remarks.add('hprim-chapter-unknown', obx.location(15));
  return chapter;
}

/** OBX.4 that tells isolates apart, or nests antibiotics under one: read flat, an antibiogram would lose its germ. */
function isGrouped(observations: Group['observations']): boolean {
  const groups = new Set(observations.map(({ subId }) => subId).filter((subId) => subId !== ''));
  return groups.size > 1 || [...groups].some((subId) => subId.includes('.'));
}

/** What the OBR itself has to say in words. */
function fromOrder({ obr, comments }: OrderGroup): string[] {
  const note = toComment(comments);
  return [...(obr.text(11).trim().toUpperCase() === 'A' ? ['Examen ajouté'] : []), ...(note === undefined ? [] : [note])];
}
