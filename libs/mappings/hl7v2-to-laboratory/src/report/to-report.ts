import { headerOf, type Hl7Message } from '@segur/hl7v2';
import type { Professional, Report, StatedTime } from '@segur/laboratory';
import {
  defaultDelivery,
  distinct,
  earliest,
  latest,
  toChapters,
  uniqueIds,
  type MappingContext,
  type ReportReading,
} from '@segur/results-to-laboratory';
import { hasDecimalComma, type NumberStyle } from '@segur/units';
import { toComment } from '../comments.js';
import { toGroups, type MessageGroups } from '../message-groups.js';
import { fillerNumberOf } from '../message-kind.js';
import { toProfessional } from '../professionals.js';
import { Remarks } from '../remarks.js';
import { StatedTimes } from '../stated-times.js';
import { toBattery, type BatteryContext } from './batteries.js';
import { toIdentity } from './patient.js';
import { refuseForeign, refuseUnread } from './refusals.js';
import { Specimens } from './specimens.js';
import { remarkUnread } from './unread-content.js';
import { Validations } from './validations.js';
import { toEncounter } from './visit.js';

export type { MappingContext, ReportReading };

/**
 * Reads a final ORU^R01 (2.3 to 2.5.1) of discrete results as a report.
 *
 * Whatever is not read refuses the message under a name of its own, when it bears on a result or its meaning, or else is named by a
 * finding of lesser weight. Nothing is dropped in silence, nothing is guessed.
 *
 * @see hl7v2.md §3.1, §4, §5.1, §7, §10
 */
export function toReport(message: Hl7Message, context: MappingContext): ReportReading {
  const remarks = new Remarks(message.findings);
  refuseForeign(message, remarks);
  if (remarks.refuses) return { status: 'refused', findings: remarks.findings };
  const groups = toGroups(message, remarks);
  refuseUnread(message, groups, remarks);
  const report = assemble(message, groups, context, remarks);
  remarkUnread(groups, remarks);
  return report && !remarks.refuses
    ? { status: 'read', report, findings: remarks.findings }
    : { status: 'refused', findings: remarks.findings };
}

function assemble(message: Hl7Message, groups: MessageGroups, context: MappingContext, remarks: Remarks): Report | undefined {
  const { laboratory, reportSetId, revision } = context;
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
  const validations = new Validations(laboratory, remarks);
  const shared: BatteryContext = {
    laboratory,
    times,
    remarks,
    specimens,
    validations,
    style: numberStyle(groups),
    releasedAt,
    unique: uniqueIds(),
  };
  const read = groups.orders.map((order) => toBattery(order, shared));
  const batteries = read.flatMap((reading) => (reading && 'battery' in reading ? [reading] : []));
  if (batteries.length === 0 && !remarks.refuses) remarks.add('hl7-no-result', 'OBX[1]');

  const identity = toIdentity(patient, laboratory, remarks);
  const prescriber = toPrescriber(groups, remarks);
  const collected = earliest(specimens.all.map(({ collectedAt }) => collectedAt));
  const validated = validations.signed(releasedAt, groups.orders[0]?.obr.location(32) ?? 'OBR[1]-32');
  const encounter = toEncounter(groups.visit, times);
  if (!collected && !remarks.refuses) remarks.add('hl7-required', groups.orders[0]?.obr.location(7) ?? 'OBR[1]-7');
  const production = headerOf(message).processingId !== 'T' && headerOf(message).processingId !== 'D';
  if (!production) remarks.add('hl7-test-message', message.header.location(11));
  if (!identity || !prescriber || !collected || !validated) return undefined;

  return {
    reportSetId,
    revision,
    status: 'final',
    fillerNumber,
    ...placerOf(groups),
    identity,
    prescriber,
    ...prescribedOn(groups, times),
    copies: distinct(groups.orders.flatMap(({ obr }) => obr.field(28).repetitions.flatMap((copy) => toProfessional(copy) ?? []))),
    encounter,
    receivedAt: receivedAt(groups, specimens, times) ?? collected,
    releasedAt,
    specimens: specimens.all,
    chapters: toChapters(batteries),
    comments: [
      toComment(groups.patientNotes),
      ...read.map((reading) => (reading && 'comment' in reading ? reading.comment : undefined)),
    ].filter((comment) => comment !== undefined),
    validations: validated,
    delivery: defaultDelivery(encounter, production),
  };
}

/** A decimal comma anywhere among the numbers or their ranges shows how the sender writes them all. */
function numberStyle(groups: MessageGroups): NumberStyle {
  const decimalComma = groups.orders.some(({ observations }) =>
    observations.some(({ obx }) => (obx.text(2) === 'NM' && hasDecimalComma(obx.rawField(5))) || /\d,\d/.test(obx.rawField(7))),
  );
  return { decimalComma };
}

function toPrescriber(groups: MessageGroups, remarks: Remarks): Professional | undefined {
  const named = groups.orders
    .flatMap(({ orc, obr }) => [
      { field: orc?.field(12), location: orc?.location(12) },
      { field: obr.field(16), location: obr.location(16) },
    ])
    .flatMap(({ field, location }) => {
      const person = field?.repetitions.map(toProfessional).find((found) => found !== undefined);
      return person ? [{ person, location: location ?? '' }] : [];
    });
  const identified = named.find(({ person }) => person.nationalId ?? person.localId);
  if (identified) return identified.person;
  remarks.add('hl7-required', named[0] ? `${named[0].location}.1` : (groups.orders[0]?.obr.location(16) ?? 'OBR[1]-16'));
  return undefined;
}

function placerOf({ orders }: MessageGroups): { placerNumber?: string } {
  const placerNumber = orders.map(({ orc, obr }) => obr.text(2) || (orc?.text(2) ?? '')).find((number) => number !== '');
  return placerNumber ? { placerNumber } : {};
}

/** ORC-9, else OBR-6, else OBR-36. */
function prescribedOn({ orders }: MessageGroups, times: StatedTimes): { prescribedOn?: StatedTime } {
  const on = earliest(orders.map(({ orc, obr }) => (orc && times.at(orc, 9)) ?? times.at(obr, 6) ?? times.at(obr, 36)));
  return on ? { prescribedOn: on } : {};
}

function receivedAt({ orders }: MessageGroups, specimens: Specimens, times: StatedTimes): StatedTime | undefined {
  return earliest([...specimens.all.map((specimen) => specimen.receivedAt), ...orders.map(({ obr }) => times.at(obr, 14))]);
}
