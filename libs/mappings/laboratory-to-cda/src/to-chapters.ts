import type { CdaBattery, CdaChapter, CdaCode, CdaId, CdaObservation, CdaResultCode, CdaSignatory, CdaSpecimen } from '@segur/cda';
import type { Battery, Chapter, Laboratory, LocalCode, Observation, Report, Specimen } from '@segur/laboratory';
import { toCdaTime } from './cda-time.js';
import { CHAPTER_LABELS, INTERPRETATION_LABELS } from './labels.js';
import { toPrintedResult } from './printed-result.js';
import { localId } from './to-actors.js';
import { toRange, toValue } from './to-value.js';
import { UnassemblableReport } from './unassemblable-report.js';

const LOINC = '2.16.840.1.113883.6.1';
const INTERPRETATION = '2.16.840.1.113883.5.83';
const SPECIMEN_TYPE = '2.16.840.1.113883.18.311';
const OID = /^[0-2](\.(0|[1-9]\d*))+$/;

/** What the chapters of one document share. */
export interface ChapterContext {
  readonly report: Report;
  readonly laboratory: Laboratory;
  /** Who validated the report, with what the laboratory's settings know of them. */
  readonly validators: readonly CdaSignatory[];
}

/**
 * Gives the chapters of the document, without those that hold no result.
 *
 * @throws {UnassemblableReport} `no-results`, or `unknown-chapter`: the code is no chapter of a CR-BIO.
 */
export function toChapters(context: ChapterContext): readonly [CdaChapter, ...CdaChapter[]] {
  const filled = context.report.chapters.filter(({ batteries }) => batteries.some(({ observations }) => observations.length > 0));
  const [first, ...others] = filled.map((chapter) => toChapter(chapter, context));
  if (!first) throw new UnassemblableReport('no-results');
  return [first, ...others];
}

/** The code of a chapter with its French label. @throws {UnassemblableReport} `unknown-chapter`. */
export function toChapterCode(code: string): CdaCode & { readonly displayName: string } {
  const displayName = CHAPTER_LABELS[code];
  if (displayName === undefined) throw new UnassemblableReport('unknown-chapter', { chapter: code });
  return { code, codeSystem: LOINC, codeSystemName: 'LOINC', displayName };
}

/** The specimens of a chapter: those that its results name; all of the report when none is named. */
export function specimensOf(chapter: Chapter, report: Report): readonly Specimen[] {
  const named = new Set(
    chapter.batteries.flatMap(({ specimenId, observations }) => [
      specimenId,
      ...observations.map((observation) => observation.specimenId),
    ]),
  );
  const used = report.specimens.filter(({ specimenId }) => named.has(specimenId));
  return used.length > 0 ? used : report.specimens;
}

function toChapter(chapter: Chapter, context: ChapterContext): CdaChapter {
  const { report, laboratory, validators } = context;
  const code = toChapterCode(chapter.code);
  const specimens = specimensOf(chapter, report);
  return {
    code,
    title: code.displayName.toLocaleUpperCase('fr'),
    status: report.status === 'final' ? 'completed' : 'active',
    validators: validators.filter(({ ids }) => ids.length > 0),
    specimens: specimens.map((specimen) => toSpecimen(specimen, laboratory)),
    groups: chapter.batteries
      .filter(({ observations }) => observations.length > 0)
      .map((battery) => toGroup(battery, specimens.length > 1, context)),
  };
}

/** A battery of one result under the same name is that result alone, as on paper. */
function toGroup(battery: Battery, severalSpecimens: boolean, context: ChapterContext): CdaBattery | CdaObservation {
  const observations = battery.observations.map((observation) =>
    toObservation(observation, severalSpecimens ? (observation.specimenId ?? battery.specimenId) : undefined, context),
  );
  const [only, ...others] = observations;
  if (only && others.length === 0 && only.printed.label === battery.code.label) {
    return { ...only, comments: [...only.comments, ...spoken(battery.comments)] };
  }
  return {
    kind: 'battery',
    label: battery.code.label || battery.code.localCode,
    code: toResultCode({ code: battery.code }, context.laboratory),
    status: observations.some(({ status }) => status === 'completed') ? 'completed' : 'aborted',
    observations,
    comments: spoken(battery.comments),
  };
}

function toObservation(observation: Observation, specimenId: string | undefined, context: ChapterContext): CdaObservation {
  const { report, laboratory } = context;
  const value = toValue(observation, laboratory.timeZone);
  const specimen = report.specimens.find((candidate) => candidate.specimenId === specimenId);
  const effectiveTime = observation.observedAt ?? report.releasedAt;
  return {
    kind: 'observation',
    id: localId(laboratory, 'result', `${report.fillerNumber}-${observation.observationId}`),
    code: toResultCode(observation, laboratory),
    printed: toPrintedResult(observation),
    status: observation.status === 'cancelled' ? 'aborted' : 'completed',
    effectiveTime: toCdaTime(effectiveTime, laboratory.timeZone),
    ...(value && { value }),
    interpretations: [...new Set(observation.interpretations)].flatMap(toInterpretation),
    range: toRange(observation, value),
    ...(specimen && { specimen: specimenIdOf(specimen, laboratory) }),
    validators: validatorsOf(observation, context),
    comments: spoken(observation.comments),
  };
}

/** Only when somebody else than the validators of the whole report signed this result. */
function validatorsOf({ validatedBy }: Observation, { report, validators }: ChapterContext): readonly CdaSignatory[] {
  if (!validatedBy || report.validations.length < 2) return [];
  const index = report.validations.findIndex(
    ({ biologist }) => biologist.nationalId === validatedBy.nationalId && biologist.localId === validatedBy.localId,
  );
  const signatory = validators[index];
  return signatory && signatory.ids.length > 0 ? [signatory] : [];
}

function toInterpretation(code: string): readonly CdaCode[] {
  const displayName = INTERPRETATION_LABELS[code];
  return displayName === undefined ? [] : [{ code, codeSystem: INTERPRETATION, displayName }];
}

function toResultCode({ code, loinc }: Pick<Observation, 'code' | 'loinc'>, laboratory: Laboratory): CdaResultCode {
  return {
    ...(loinc && { loinc: { code: loinc.code, codeSystem: LOINC, codeSystemName: 'LOINC', displayName: loinc.label } }),
    local: toLocalCode(code, laboratory),
  };
}

function toLocalCode({ localCode, label, system }: LocalCode, laboratory: Laboratory): CdaCode {
  const named =
    system !== undefined && OID.test(system)
      ? { codeSystem: system }
      : { codeSystem: laboratory.catalogueOid, codeSystemName: laboratory.catalogueName };
  // A code in a document may hold no white space.
  return { code: localCode.trim().replace(/\s+/g, '_'), ...named, displayName: label || localCode };
}

function toSpecimen(specimen: Specimen, laboratory: Laboratory): CdaSpecimen {
  const { typeCode, label, collectedAt, receivedAt } = specimen;
  return {
    id: specimenIdOf(specimen, laboratory),
    label,
    ...(typeCode && { code: { code: typeCode, codeSystem: SPECIMEN_TYPE, displayName: label } }),
    ...(collectedAt && { collectedAt: toCdaTime(collectedAt, laboratory.timeZone) }),
    ...(receivedAt && { receivedAt: toCdaTime(receivedAt, laboratory.timeZone) }),
  };
}

function specimenIdOf({ accession, specimenId }: Specimen, laboratory: Laboratory): CdaId {
  return localId(laboratory, 'specimen', accession ?? specimenId);
}

function spoken(comments: readonly string[]): readonly string[] {
  return comments.filter((comment) => comment.trim() !== '');
}
