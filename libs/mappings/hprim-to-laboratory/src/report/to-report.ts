import { headerOf, type HprimMessage } from '@segur/hprim';
import type { AttachedPdf, Report } from '@segur/laboratory';
import {
  SpecimenShelf,
  Validators,
  assembleReport,
  earliest,
  latest,
  uniqueIds,
  type MappingContext,
  type ReceivedChanges,
  type ReportReading,
  type SignatureDoubt,
} from '@segur/results-to-laboratory';
import { hasDecimalComma, type NumberStyle } from '@segur/units';
import type { RemarkCode } from '../finding-catalogue.js';
import { toGroups, type MessageGroups } from '../message-groups.js';
import { requestNumberOf } from '../message-identity.js';
import { toProfessional } from '../professionals.js';
import { Remarks } from '../remarks.js';
import { StatedTimes } from '../stated-times.js';
import { toComment, toText } from '../texts.js';
import type { HprimContext } from './attached-files.js';
import { toBatteries } from './batteries.js';
import { toEncounter } from './encounter.js';
import { toIdentity } from './patient.js';
import { toPrescriber } from './prescriber.js';
import { refuseForeign, refuseUnread } from './refusals.js';
import { remarkUnread } from './unread-content.js';

export type { HprimContext, MappingContext, ReportReading };

/**
 * Reads one request of a file of results (HPRIM Santé 2.0 to 2.5) as a report. `splitRequests` makes one message of each request.
 *
 * Whatever is not read refuses the message under a name of its own, when it bears on a result or its meaning, or else is named by a
 * finding of lesser weight. Nothing is dropped in silence, nothing is guessed.
 *
 * @see hprim-sante.md §1
 */
export function toReport(message: HprimMessage, context: HprimContext): ReportReading {
  const remarks = new Remarks(message.findings);
  refuseForeign(message, remarks);
  if (remarks.refuses) return { status: 'refused', findings: remarks.findings };
  const groups = toGroups(message, remarks);
  refuseUnread(groups, remarks);
  const changes = { removed: [], promoted: [], settled: [] };
  const report = assemble(message, groups, context, changes, remarks);
  remarkUnread(message.header, groups, remarks);
  return report && !remarks.refuses
    ? { status: 'read', report, changes, findings: remarks.findings }
    : { status: 'refused', findings: remarks.findings };
}

const DOUBTS: Readonly<Record<SignatureDoubt, RemarkCode>> = {
  defaulted: 'hprim-validator-defaulted',
  unknown: 'hprim-validator-unknown',
  missing: 'hprim-validator-missing',
};

function assemble(
  message: HprimMessage,
  groups: MessageGroups,
  context: HprimContext,
  changes: { readonly [kind in keyof ReceivedChanges]: string[] },
  remarks: Remarks,
): Report | undefined {
  const { laboratory } = context;
  const { patients, orders } = groups;
  const [patient] = patients;
  const [first] = orders;
  if (!patient || !first) return undefined;
  const times = new StatedTimes(laboratory.timeZone ?? 'Europe/Paris', remarks);
  const releasedAt = latest(orders.map(({ obr }) => times.at(obr, 22))) ?? times.at(message.header, 14);
  if (!releasedAt) {
    if (message.header.field(14).isEmpty) remarks.add('hprim-required', message.header.location(14));
    return undefined;
  }
  const shelf = new SpecimenShelf();
  const validators = new Validators(laboratory, (doubt, location) => remarks.add(DOUBTS[doubt], location));
  const [awaited, nonConformities]: [string[], string[]] = [[], []];
  const attachments: AttachedPdf[] = [];
  const shared = {
    ...{ laboratory, times, remarks, shelf, validators, releasedAt, changes, awaited, nonConformities, attachments },
    files: context.files,
    style: numberStyle(groups),
    unique: uniqueIds(),
  };
  const read = orders.map((order) => toBatteries(order, shared));
  const batteries = read.flatMap((reading) => reading.batteries);
  const changesSome = changes.removed.length + changes.promoted.length > 0;
  if (batteries.length + attachments.length === 0 && !changesSome && !remarks.refuses) remarks.add('hprim-no-result', 'OBX[1]');

  const identity = toIdentity(patient, laboratory.oidRoot, remarks);
  const prescriber = toPrescriber(groups, remarks);
  const collected = earliest(shelf.all.map(({ collectedAt }) => collectedAt));
  if (!collected && !remarks.refuses) remarks.add('hprim-required', first.obr.location(7));
  const validations = validators.signed(releasedAt, first.obr.location(32));
  const encounter = toEncounter(patient, remarks);
  const production = isProduction(message, remarks);
  if (!identity || !prescriber || !collected || !validations) return undefined;

  return assembleReport(context, {
    fillerNumber: requestNumberOf(first.obr),
    placerNumber: orders.map(({ obr }) => obr.text(2, 2).trim() || obr.text(2).trim()).find(Boolean),
    identity,
    prescriber,
    prescribedOn: earliest(orders.map(({ obr }) => times.at(obr, 6))),
    clinicalInformation: orders.map(({ obr }) => (obr.field(13).isEmpty ? '' : toText(obr.field(13)).trim())),
    copies: orders.flatMap(({ obr }) => obr.field(28).repetitions.flatMap((copy) => toProfessional(copy) ?? [])),
    samplers: orders.flatMap(({ obr }) => {
      const professional = obr
        .field(10)
        .repetitions.map(toProfessional)
        .find((person) => person !== undefined);
      return professional ? [{ professional }] : [];
    }),
    encounter,
    receivedAt: earliest(orders.map(({ obr }) => times.at(obr, 14))) ?? collected,
    releasedAt,
    specimens: shelf.all,
    batteries,
    secondIntention: attachments,
    comments: [toComment(groups.patientComments), ...read.map(({ comment }) => comment)],
    nonConformities,
    awaited,
    validations,
    production,
  });
}

/** H.12 `P`, or nothing said; test and debug files make a report that goes nowhere. */
function isProduction(message: HprimMessage, remarks: Remarks): boolean {
  const { processing } = headerOf(message);
  if (processing === '') remarks.add('hprim-processing-assumed', message.header.location(12));
  else if (processing !== 'P') remarks.add('hprim-test-message', message.header.location(12));
  return processing === '' || processing === 'P';
}

/** The format writes a decimal point; a number with a comma shows a sender who does not, and whose points may group thousands. */
function numberStyle({ orders }: MessageGroups): NumberStyle {
  const decimalComma = orders.some(({ observations }) =>
    observations.some(({ obx }) => obx.text(2).trim().toUpperCase() === 'NM' && hasDecimalComma(obx.field(5).whole)),
  );
  return { decimalComma };
}
