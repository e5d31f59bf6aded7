import {
  batteriesOf,
  isolatesOf,
  observationsOf,
  type Isolate,
  type Observation,
  type Remark,
  type Report,
  type Specimen,
  type Validation,
} from '@segur/laboratory';
import { AWAITED_TITLE } from './assemble-report.js';
import { mergeBy, mergeChapters, type MergeRules } from './merge-content.js';
import { hasPreliminary, PROVISIONAL_GERM } from './preliminary.js';
import type { ReceivedChanges } from './received-changes.js';
import { instantOf } from './stated-time.js';

/** How a sender means its messages. */
export interface RevisionOptions {
  /** Each message holds everything: what it leaves out is gone. Default: what it leaves out stands. */
  readonly fullReplace?: boolean;
}

/** The state of a report after a message. */
export type RevisedReport = {
  /** Identifiers that the message changes and that nothing bears: a remark is due. */
  readonly unmatched: readonly string[];
} & (
  | {
      readonly status: 'revised';
      readonly report: Report;
      /** Why it replaces the state before: it says more, or it says otherwise. Absent: there was none. */
      readonly reason?: 'completed' | 'corrected';
    }
  /** Nothing is left: what was published is to be deleted. */
  | { readonly status: 'emptied' }
);

/**
 * The state of a report once a message about it was read.
 *
 * What the message says replaces what was said, result by result; what it leaves out stands, unless the sender replaces everything. A
 * final result said again with another value is corrected, whatever the sender calls it; one that was corrected stays so. The report is
 * partial while something is preliminary or awaited.
 *
 * @param previous - The state before. Absent: the message is the first one.
 * @see hl7v2.md §5.3
 */
export function reviseReport(
  previous: Report | undefined,
  received: Report,
  changes: ReceivedChanges,
  { fullReplace = false }: RevisionOptions = {},
): RevisedReport {
  const rules = new Rules(changes, fullReplace);
  const before = previous && withOwnSpecimens(previous, received);
  const chapters = before ? mergeChapters(before.chapters, received.chapters, rules) : received.chapters;
  const known = new Set(before ? identifiersOf(before) : []);
  const unmatched = [...changes.removed, ...changes.promoted].filter((id) => !known.has(id));
  const secondIntention = before ? attachments(before, received, rules) : (received.secondIntention ?? []);
  if (isEmpty({ ...received, chapters, secondIntention })) return { status: 'emptied', unmatched };
  if (!before) return { status: 'revised', report: received, unmatched };

  const remarks = fullReplace ? (received.remarks ?? []) : mergeRemarks(before, received, changes);
  const report: { -readonly [member in keyof Report]: Report[member] } = {
    ...received,
    status: hasPreliminary(chapters) || remarks.some(({ title }) => title === AWAITED_TITLE) ? 'partial' : 'final',
    chapters,
    specimens: mergeBy(
      before.specimens,
      received.specimens,
      ({ specimenId }) => specimenId,
      (one, other) => other ?? one,
    ),
    secondIntention,
    remarks,
    comments: received.comments.length > 0 || fullReplace ? received.comments : before.comments,
    validations: fullReplace ? received.validations : signatures(before, received),
  };
  if (secondIntention.length === 0) delete report.secondIntention;
  if (remarks.length === 0) delete report.remarks;
  const reason = !rules.corrected && before.status === 'partial' ? 'completed' : 'corrected';
  return { status: 'revised', report, reason, unmatched };
}

class Rules implements MergeRules {
  corrected = false;

  constructor(
    private readonly changes: ReceivedChanges,
    private readonly fullReplace: boolean,
  ) {}

  kept<T extends Observation | Isolate>(before: T): T | undefined {
    const id = 'isolateId' in before ? before.isolateId : before.observationId;
    const isPromoted = this.changes.promoted.includes(id);
    if (!this.changes.removed.includes(id) && !(this.fullReplace && !isPromoted)) return isPromoted ? promoted(before) : before;
    this.corrected ||= !('status' in before && before.status === 'preliminary');
    return undefined;
  }

  keeps(id: string): boolean {
    return !this.fullReplace && !this.changes.removed.includes(id);
  }

  replaced(before: Observation, received: Observation): Observation {
    const wasFinal = before.status === 'final' || before.status === 'corrected';
    if (!wasFinal) return received;
    const same = saysSame(before, received);
    if (!same) this.corrected = true;
    if (received.status !== 'final') return received;
    return { ...received, status: same ? before.status : 'corrected' };
  }
}

/** What was preliminary, final. */
function promoted<T extends Observation | Isolate>(before: T): T {
  if ('isolateId' in before) return { ...before, comments: before.comments.filter((comment) => comment !== PROVISIONAL_GERM) };
  return before.status === 'preliminary' ? { ...before, status: 'final' } : before;
}

function saysSame(one: Observation, other: Observation): boolean {
  const said = ({ value, unit }: Observation) => JSON.stringify([value.kind, value.text, unit?.raw]);
  return said(one) === said(other);
}

function identifiersOf(report: Report): readonly string[] {
  return [
    ...observationsOf(report).map(({ observationId }) => observationId),
    ...isolatesOf(report.chapters).map(({ isolateId }) => isolateId),
    ...batteriesOf(report.chapters).flatMap(({ images = [] }) => images.map(({ imageId }) => imageId)),
    ...(report.secondIntention ?? []).map(({ attachmentId }) => attachmentId),
  ];
}

function isEmpty(report: Pick<Report, 'chapters' | 'secondIntention' | 'printedCopy'>): boolean {
  return (
    observationsOf(report).length === 0 &&
    isolatesOf(report.chapters).length === 0 &&
    batteriesOf(report.chapters).every(({ images = [] }) => images.length === 0) &&
    (report.secondIntention ?? []).length === 0 &&
    !report.printedCopy
  );
}

function attachments(before: Report, received: Report, rules: MergeRules): NonNullable<Report['secondIntention']> {
  return mergeBy(
    before.secondIntention,
    received.secondIntention,
    ({ attachmentId }) => attachmentId,
    (one, other) => other ?? (one && rules.keeps(one.attachmentId) ? one : undefined),
  );
}

/** Remarks of both states, by heading; a result that came is not awaited any more. */
function mergeRemarks(before: Report, received: Report, { settled }: ReceivedChanges): readonly Remark[] {
  const cameIn = new Set([
    ...settled,
    ...batteriesOf(received.chapters).map(({ code }) => code.label),
    ...observationsOf(received).map(({ code }) => code.label),
  ]);
  return mergeBy(
    before.remarks,
    received.remarks,
    ({ title }) => title,
    (one, other) => {
      const title = one?.title ?? other?.title ?? '';
      const old = (one?.text.split('\n') ?? []).filter((line) => title !== AWAITED_TITLE || !cameIn.has(line));
      const lines = [...new Set([...old, ...(other?.text.split('\n') ?? [])])];
      return lines.length > 0 ? { title, text: lines.join('\n') } : undefined;
    },
  );
}

/** Everybody who signed, once each, with their last signature. */
function signatures(before: Report, received: Report): readonly [Validation, ...Validation[]] {
  const keyOf = ({ biologist: { nationalId, localId, family } }: Validation) => nationalId ?? localId ?? family;
  const merged = mergeBy(before.validations, received.validations, keyOf, (one, other) => {
    if (!one || !other) return one ?? other;
    return instantOf(one.at) > instantOf(other.at) ? one : other;
  });
  const [first = received.validations[0], ...others] = merged;
  return [first, ...others];
}

/** Specimens without a number on the tube are numbered by each message for itself: `S1` of one need not be `S1` of the other. */
function withOwnSpecimens(previous: Report, received: Report): Report {
  const named = new Map(received.specimens.map((specimen) => [specimen.specimenId, specimen]));
  const renamed = new Map<string, string>();
  for (const specimen of previous.specimens) {
    const { specimenId } = specimen;
    const homonym = named.get(specimenId);
    if (!homonym || isSame(specimen, homonym)) continue;
    const same = received.specimens.find((candidate) => isSame(specimen, candidate));
    renamed.set(specimenId, same?.specimenId ?? `${specimenId}/${previous.revision}`);
  }
  if (renamed.size === 0) return previous;
  return {
    ...previous,
    specimens: previous.specimens.map((specimen) => ({
      ...specimen,
      specimenId: renamed.get(specimen.specimenId) ?? specimen.specimenId,
    })),
    chapters: renameIn(previous.chapters, renamed) as Report['chapters'],
  };
}

/** The same content with other names of specimens, wherever they stand. */
function renameIn(content: unknown, names: ReadonlyMap<string, string>): unknown {
  const now = (id: unknown) => (typeof id === 'string' ? (names.get(id) ?? id) : id);
  if (Array.isArray(content)) return content.map((item) => renameIn(item, names));
  if (content === null || typeof content !== 'object') return content;
  return Object.fromEntries(
    Object.entries(content).map(([member, value]: [string, unknown]) => {
      if (member === 'specimenId') return [member, now(value)];
      if (member === 'specimenIds' && Array.isArray(value)) return [member, value.map(now)];
      return [member, renameIn(value, names)];
    }),
  );
}

function isSame(one: Specimen, other: Specimen): boolean {
  if (one.accession !== undefined && other.accession !== undefined) return one.accession === other.accession;
  return one.label === other.label && one.collectedAt === other.collectedAt;
}
