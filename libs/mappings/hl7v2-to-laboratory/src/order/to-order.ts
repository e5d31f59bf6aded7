import { headerOf, type Hl7Message, type Segment } from '@segur/hl7v2';
import type { Order, Professional } from '@segur/laboratory';
import { toComment } from '../comments.js';
import { toParticipations } from '../document/participations.js';
import { toProfessional } from '../professionals.js';
import { Remarks } from '../remarks.js';
import { toIdentity } from '../report/patient.js';
import { StatedTimes } from '../stated-times.js';
import { toExam } from './exams.js';
import { toOrderLines, type OrderLine, type OrderLines } from './order-lines.js';
import type { OrderContext, OrderReading, OrderRequest } from './order-reading.js';
import { toUrgency } from './urgency.js';

const EVENTS = ['O21', 'O33', 'O35'];
/** ORC-1: new; replace, in all its forms; change; cancel. */
const ACTIONS: Readonly<Record<string, OrderRequest['action']>> = {
  NW: 'place',
  RP: 'replace',
  RU: 'replace',
  RO: 'replace',
  XO: 'replace',
  CA: 'cancel',
};

/**
 * Reads an order of examinations: OML^O21, O33 or O35 of versions 2.3 to 2.8, one patient, one order.
 *
 * All or nothing: an order with one line that is not understood is refused with what is wrong.
 *
 * @see IHE LAB-1; orders.md §6; hl7v2.md §3.3
 */
export function toOrder(message: Hl7Message, context: OrderContext): OrderReading {
  const remarks = new Remarks(message.findings);
  const { messageCode, triggerEvent, version } = headerOf(message);
  if (messageCode !== 'OML') remarks.add('hl7-message-type', message.header.location(9));
  else if (!EVENTS.includes(triggerEvent)) remarks.add('hl7-event-not-read', message.header.location(9));
  if (!/^2\.[3-8]/.test(version)) remarks.add('hl7-version', message.header.location(12));
  if (remarks.refuses) return { status: 'refused', findings: remarks.findings };
  const lines = toOrderLines(message, triggerEvent !== 'O21', remarks);
  const request = toRequest(message, lines, context, remarks);
  return request && !remarks.refuses
    ? { status: 'read', request, findings: remarks.findings }
    : { status: 'refused', findings: remarks.findings };
}

function toRequest(message: Hl7Message, read: OrderLines, context: OrderContext, remarks: Remarks): OrderRequest | undefined {
  const [pid, second] = read.patients;
  if (second) remarks.add('hl7-several-patients-not-read', second.location());
  if (!pid) remarks.add('hl7-required', 'PID[1]');
  if (headerOf(message).processingId !== 'P') remarks.add('hl7-test-message', message.header.location(11));
  const patient = pid && toIdentity(pid, context.laboratory, remarks);
  const action = toAction(read, remarks);
  if (action === 'cancel') return patient && { action, patient, lines: read.controls.map(toNumbers) };
  const order = assemble(read, context, remarks);
  return action && patient && order && { action, order: { ...order, patient } };
}

function toAction({ controls, lines }: OrderLines, remarks: Remarks): OrderRequest['action'] | undefined {
  const alone = lines.find(({ orc }) => orc === undefined);
  if (alone) remarks.add('hl7-required', `ORC before ${alone.obr.location()}`);
  if (controls.length === 0) remarks.add('hl7-required', 'ORC[1]-1');
  const asked = new Set<OrderRequest['action']>();
  for (const orc of controls) {
    const control = orc.text(1).trim().toUpperCase();
    const action = ACTIONS[control];
    if (action) asked.add(action);
    else remarks.add(control === '' ? 'hl7-required' : 'hl7-order-control-not-read', orc.location(1));
    if (action !== 'cancel' && !lines.some((line) => line.orc === orc)) remarks.add('hl7-sequence', orc.location());
    if (action === 'cancel' && orc.text(2) === '' && orc.text(3) === '') remarks.add('hl7-required', orc.location(2));
  }
  if (asked.size > 1) remarks.add('hl7-order-control-mixed', controls[0]?.location(1) ?? 'ORC[1]-1');
  return [...asked][0];
}

function toNumbers(orc: Segment): { readonly placerNumber?: string; readonly fillerNumber?: string } {
  const [placerNumber, fillerNumber] = [orc.text(2), orc.text(3)];
  return { ...(placerNumber && { placerNumber }), ...(fillerNumber && { fillerNumber }) };
}

function assemble({ lines, notes }: OrderLines, context: OrderContext, remarks: Remarks): Omit<Order, 'patient'> | undefined {
  const times = new StatedTimes(context.laboratory.timeZone ?? 'Europe/Paris', remarks);
  const exams = lines.flatMap((line) => toExam(line, context.laboratory.catalogueOid, remarks) ?? []);
  if (lines.length === 0) remarks.add('hl7-no-exam', 'OBR[1]');
  const [first] = lines;
  const prescriber = toPrescriber(lines, remarks);
  const prescribedAt = lines
    .map(({ orc, obr }) => (orc && times.at(orc, 9)) ?? times.at(obr, 6))
    .find((time) => time !== undefined);
  if (first && !prescribedAt) remarks.add('hl7-required', first.orc?.location(9) ?? first.obr.location(6));
  const urgency = toUrgency(lines, remarks);
  const { copies, patientCopy } = toCopies(lines, remarks);
  const clinicalInformation = toClinicalInformation(lines, notes);
  const structure = lines.map(({ orc }) => orc?.text(21, 10) || orc?.text(21, 3)).find((number) => /^1?\w{9}$/.test(number ?? ''));
  if (!prescriber || !prescribedAt) return undefined;
  const common = (field: number) => only(lines.map(({ orc, obr }) => orc?.text(field) || (field < 4 ? obr.text(field) : '')));
  const [placerNumber, fillerNumber, groupNumber] = [common(2), common(3), common(4)];
  return {
    orderId: context.orderId,
    revision: context.revision,
    ...(placerNumber && { placerNumber }),
    ...(groupNumber && { groupNumber }),
    ...(fillerNumber && { fillerNumber }),
    prescribedAt,
    prescriber,
    ...(structure && { prescriberFiness: structure.slice(-9) }),
    urgency,
    exams,
    ...(clinicalInformation && { clinicalInformation }),
    copies,
    patientCopy,
  };
}

/** The prescriber of the order, with a number to know them by. */
function toPrescriber(lines: readonly OrderLine[], remarks: Remarks): Professional | undefined {
  const named = lines
    .flatMap(({ orc, obr }) => [...(orc?.field(12).repetitions ?? []), ...obr.field(16).repetitions])
    .flatMap((person) => toProfessional(person) ?? []);
  const known = named.find(({ nationalId }) => nationalId) ?? named.find(({ localId }) => localId);
  if (!known && lines[0])
    remarks.add('hl7-required', `${lines[0].orc?.location(12) ?? lines[0].obr.location(16)}${named[0] ? '.1' : ''}`);
  return known;
}

/** OBR-28 and PRT: to whom results go beside the prescriber. */
function toCopies(lines: readonly OrderLine[], remarks: Remarks): Pick<Order, 'copies' | 'patientCopy'> {
  const { recipients } = toParticipations(
    lines.flatMap(({ participations }) => participations),
    remarks,
  );
  const named = [
    ...recipients.flatMap(({ kind, id, name, given, mssAddress }): Professional[] =>
      kind === 'professional'
        ? [
            {
              ...(id && { nationalId: id }),
              family: name,
              ...(given && { given }),
              telecoms: [],
              ...(mssAddress && { mssAddress }),
            },
          ]
        : [],
    ),
    ...lines.flatMap(({ obr }) => obr.field(28).repetitions.flatMap((person) => toProfessional(person) ?? [])),
  ];
  const key = ({ nationalId, localId, family, given = '' }: Professional) => nationalId ?? localId ?? `${family} ${given}`;
  return {
    copies: named.filter((one, rank) => named.findIndex((other) => key(other) === key(one)) === rank),
    patientCopy: recipients.some(({ kind }) => kind === 'patient'),
  };
}

/** Notes on the whole order, OBR-13 and the diagnoses, each text once. */
function toClinicalInformation(lines: readonly OrderLine[], notes: readonly Segment[]): string {
  const said = lines.flatMap(({ obr, diagnoses }) => [
    obr.field(13).repetition(0).whole.trim(),
    ...diagnoses.map((dg1) => (dg1.text(4) || dg1.text(3, 2) || dg1.text(3)).trim()),
  ]);
  const texts = [toComment(notes) ?? '', ...said];
  return [...new Set(texts.filter((text) => text !== ''))].join('\n');
}

function only(values: readonly (string | undefined)[]): string | undefined {
  const said = new Set(values.filter((value) => value));
  return said.size === 1 ? [...said][0] : undefined;
}
