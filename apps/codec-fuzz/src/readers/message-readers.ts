import {
  decodeAck,
  decodeBusinessAck,
  decodeMessage,
  encodeMessage,
  headerOf,
  MllpFramer,
  readHeader,
  toSegmentValues,
  type MllpOutcome,
} from '@segur/hl7v2';
import {
  contentOf,
  fillerNumberOf,
  kindOf,
  splitPatients,
  toDocumentTransmission,
  toOrder,
  toPatientEvent,
  toReport,
} from '@segur/hl7v2-to-laboratory';
import { readCdaHeader } from '@segur/cda';
import { decodeHprimMedecin, decodeHprimSante, formatOf } from '@segur/hprim';
import { splitRequests, toReport as fromHprim } from '@segur/hprim-to-laboratory';
import { SAMPLE_LABORATORY } from '@segur/laboratory';
import { hl7v2Form, hl7v2FormOf } from '../forms/hl7v2-form.js';
import { hprimMedecinForm, hprimSanteForm } from '../forms/hprim-forms.js';
import { mllpForm } from '../forms/transport-forms.js';
import type { FuzzedReaders, Verdict } from '../reader.js';
import { writeEverywhere } from './write-everywhere.js';

const laboratory = SAMPLE_LABORATORY;
const reportSetId = '019aa0c0-0000-7000-8000-0000000000aa';
const context = { laboratory, reportSetId, revision: 1 };
const MOST_FRAME_BYTES = 64 * 1024;

const anyRead = (statuses: readonly string[]): Verdict => (statuses.includes('read') ? 'read' : 'refused');

/** The readers of what laboratories and prescribers send. */
export const MESSAGE_READERS: FuzzedReaders = {
  mllp: { form: mllpForm, read: readFrames },
  hl7v2: {
    form: hl7v2Form,
    read: (bytes) => {
      readHeader(bytes);
      const message = decodeMessage(bytes);
      headerOf(message);
      contentOf(message);
      kindOf(message);
      fillerNumberOf(message);
      decodeAck(message);
      decodeBusinessAck(message);
      decodeMessage(encodeMessage(toSegmentValues(message)));
      return 'read';
    },
  },
  'hl7v2-results': {
    form: hl7v2FormOf('ORU'),
    read: (bytes) =>
      anyRead(
        splitPatients(decodeMessage(bytes)).map((message) => {
          const reading = toReport(message, context);
          if (reading.status === 'read') writeEverywhere(reading.report, laboratory);
          return reading.status;
        }),
      ),
  },
  'hl7v2-document': {
    form: hl7v2FormOf('ORU', 'MDM'),
    read: (bytes) => {
      const reading = toDocumentTransmission(decodeMessage(bytes), laboratory);
      if (reading.status === 'read' && 'cda' in reading.transmission) readCdaHeader(reading.transmission.cda);
      return anyRead([reading.status]);
    },
  },
  'hl7v2-order': {
    form: hl7v2FormOf('OML'),
    read: (bytes) => anyRead([toOrder(decodeMessage(bytes), { laboratory, orderId: reportSetId, revision: 1 }).status]),
  },
  'hl7v2-patient': {
    form: hl7v2FormOf('ADT'),
    read: (bytes) => anyRead([toPatientEvent(decodeMessage(bytes), laboratory).status]),
  },
  'hprim-sante': {
    form: hprimSanteForm,
    read: (bytes) => {
      formatOf(bytes);
      const requests = splitRequests(decodeHprimSante(bytes));
      return anyRead(
        requests.map(({ message }) => {
          const reading = fromHprim(message, context);
          if (reading.status === 'read') writeEverywhere(reading.report, laboratory);
          return reading.status;
        }),
      );
    },
  },
  'hprim-medecin': {
    form: hprimMedecinForm,
    read: (bytes) => {
      formatOf(bytes);
      return anyRead(decodeHprimMedecin(bytes).entries.map(({ status }) => status));
    },
  },
};

/** However the bytes arrive, the same messages come out. */
function readFrames(bytes: Buffer): Verdict {
  const whole = framesOf(bytes, bytes.length);
  const pieces = framesOf(bytes, 1 + (bytes.length % 97));
  if (JSON.stringify(whole) !== JSON.stringify(pieces)) throw new Error('Other messages come out of smaller pieces');
  return anyRead(whole.map(({ kind }) => (kind === 'frame' ? 'read' : kind)));
}

function framesOf(bytes: Buffer, size: number): readonly MllpOutcome[] {
  const framer = new MllpFramer(MOST_FRAME_BYTES);
  const outcomes: MllpOutcome[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    for (const outcome of framer.push(bytes.subarray(at, at + size))) outcomes.push(outcome);
  }
  const last = framer.flush();
  if (framer.pendingBytes > MOST_FRAME_BYTES) throw new Error('More is held than the limit');
  return last ? [...outcomes, last] : outcomes;
}
