import { headerOf, type Hl7Message } from '@segur/hl7v2';
import type { Identity, Guardian } from '@segur/identity';
import type { Laboratory, Report } from '@segur/laboratory';
import {
  Validators,
  assembleReport,
  earliest,
  latest,
  uniqueIds,
  type MappingContext,
  type ReportReading,
  type SignatureDoubt,
} from '@segur/results-to-laboratory';
import { hasDecimalComma, type NumberStyle } from '@segur/units';
import { toComment } from '../comments.js';
import { toGroups, type MessageGroups } from '../message-groups.js';
import { fillerNumberOf } from '../message-kind.js';
import type { RemarkCode } from '../finding-catalogue.js';
import { Remarks } from '../remarks.js';
import { StatedTimes } from '../stated-times.js';
import { attachAntibiograms, parentCodes, type ExamReading } from './antibiograms.js';
import { Attachments } from './attachments.js';
import { toExam, type BatteryContext } from './batteries.js';
import { ChangeLog } from './change-log.js';
import { toClinicalInformation, toCopies, toPlacerNumber, toPrescribedOn, toPrescriber, toSamplers } from './order-facts.js';
import { toIdentity } from './patient.js';
import { Performers } from './performers.js';
import { refuseForeign, refuseUnread } from './refusals.js';
import { toRelatives } from './relatives.js';
import { Specimens } from './specimens.js';
import { remarkUnread } from './unread-content.js';
import { toEncounter } from './visit.js';

export type { MappingContext, ReportReading };

/**
 * Reads an ORU^R01 or OUL^R22 (2.2 to 2.8) of one patient's results as a report; `splitPatients` makes one message of each patient.
 *
 * Whatever is not read refuses the message under a name of its own, when it bears on a result or its meaning, or else is named by a
 * finding of lesser weight. Nothing is dropped in silence, nothing is guessed. What the message says of results that it does not hold is in
 * `changes`: `reviseReport` puts it together with the state before.
 *
 * @see hl7v2.md §3.1, §4, §5, §7, §9, §10
 */
export function toReport(message: Hl7Message, context: MappingContext): ReportReading {
  const remarks = new Remarks(message.findings);
  refuseForeign(message, remarks);
  if (remarks.refuses) return { status: 'refused', findings: remarks.findings };
  const groups = toGroups(message, remarks);
  refuseUnread(message, groups, remarks);
  const log = new ChangeLog();
  const report = assemble(message, groups, context, log, remarks);
  remarkUnread(groups, remarks);
  return report && !remarks.refuses
    ? { status: 'read', report, changes: log.changes, findings: remarks.findings }
    : { status: 'refused', findings: remarks.findings };
}

const DOUBTS: Readonly<Record<SignatureDoubt, RemarkCode>> = {
  defaulted: 'hl7-validator-defaulted',
  unknown: 'hl7-validator-unknown',
  missing: 'hl7-validator-missing',
};

function assemble(
  message: Hl7Message,
  groups: MessageGroups,
  context: MappingContext,
  log: ChangeLog,
  remarks: Remarks,
): Report | undefined {
  const { laboratory } = context;
  const [patient] = groups.patients;
  const fillerNumber = fillerNumberOf(message);
  if (!patient || !fillerNumber) return undefined;
  const times = new StatedTimes(laboratory.timeZone ?? 'Europe/Paris', remarks);
  const releasedAt = latest(groups.orders.map(({ obr }) => times.at(obr, 22))) ?? times.at(message.header, 7);
  if (!releasedAt) {
    remarks.add('hl7-required', message.header.location(7));
    return undefined;
  }
  const specimens = new Specimens(times, remarks);
  const validators = new Validators(laboratory, (doubt, location) => remarks.add(DOUBTS[doubt], location));
  const attachments = new Attachments();
  const shared: BatteryContext = {
    ...{ laboratory, fillerNumber, times, remarks, specimens, validators, attachments, log, releasedAt },
    performers: new Performers(laboratory, message.header.field(4).repetition(0), times),
    style: numberStyle(groups, laboratory),
    habits: laboratory.messages ?? {},
    organismCodes: [...(laboratory.messages?.organismCodes ?? []), ...parentCodes(groups)],
    unique: uniqueIds(),
  };
  const exams = attachAntibiograms(
    groups.orders.flatMap((order) => toExam(order, shared) ?? []),
    remarks,
  );
  const batteries = exams.flatMap((exam) => placed(exam, remarks) ?? []);
  const hasContent = batteries.length > 0 || attachments.secondIntention.length > 0 || !log.isEmpty;
  if (!hasContent && !remarks.refuses) remarks.add('hl7-no-result', 'OBX[1]');

  const identity = toIdentity(patient, laboratory, remarks);
  const prescriber = toPrescriber(groups, remarks);
  const collected = earliest(specimens.all.map(({ collectedAt }) => collectedAt));
  const validations = validators.signed(releasedAt, groups.orders[0]?.obr.location(32) ?? 'OBR[1]-32');
  const encounter = toEncounter(groups.visit, times);
  if (!collected && !remarks.refuses) remarks.add('hl7-required', groups.orders[0]?.obr.location(7) ?? 'OBR[1]-7');
  const { processingId } = headerOf(message);
  const production = processingId !== 'T' && processingId !== 'D';
  if (!production) remarks.add('hl7-test-message', message.header.location(11));
  if (!identity || !collected || !validations) return undefined;

  const { guardians, relatives } = toRelatives(groups.relatives, identity.traits.birthDate, releasedAt);
  return assembleReport(context, {
    fillerNumber,
    placerNumber: toPlacerNumber(groups),
    identity: withGuardians(identity, guardians),
    relatives,
    prescriber,
    prescribedOn: toPrescribedOn(groups, times),
    clinicalInformation: toClinicalInformation(groups),
    copies: toCopies(groups),
    samplers: toSamplers(groups, times),
    encounter,
    receivedAt: receivedAt(groups, specimens, times) ?? collected,
    releasedAt,
    specimens: specimens.all,
    batteries,
    secondIntention: attachments.secondIntention,
    printedCopy: attachments.printedCopy,
    comments: [toComment(groups.patientNotes), ...exams.map(({ comment }) => comment)],
    nonConformities: log.nonConformities,
    awaited: log.awaited,
    validations,
    production,
  });
}

/** An examination under its chapter; nothing, and a remark, when nobody paired one with it. */
function placed({ chapter, battery, order: { obr } }: ExamReading, remarks: Remarks) {
  if (!battery) return undefined;
  if (!chapter) remarks.add('hl7-chapter-unknown', obr.location(24));
  return chapter ? { chapter, battery } : undefined;
}

/** A decimal comma anywhere among the numbers or their ranges shows how the sender writes them all. */
function numberStyle(groups: MessageGroups, { messages }: Pick<Laboratory, 'messages'>): NumberStyle {
  const decimalComma = groups.orders.some(({ observations }) =>
    observations.some(({ obx }) => (obx.text(2) === 'NM' && hasDecimalComma(obx.rawField(5))) || /\d,\d/.test(obx.rawField(7))),
  );
  return { decimalComma, ...(messages?.thousandsByPoints && { thousandsByPoints: true }) };
}

function receivedAt({ orders }: MessageGroups, specimens: Specimens, times: StatedTimes): Report['receivedAt'] | undefined {
  return earliest([...specimens.all.map((specimen) => specimen.receivedAt), ...orders.map(({ obr }) => times.at(obr, 14))]);
}

function withGuardians(identity: Identity, guardians: readonly Guardian[]): Identity {
  return guardians.length > 0 ? { ...identity, guardians } : identity;
}
