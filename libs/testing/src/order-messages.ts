import { PRESCRIBER, qualifiedPatient, type MessagePatient } from './messages.js';

/** What an order says; each part has a default. */
export interface OmlOptions {
  readonly controlId?: string;
  /** `O21` by default. */
  readonly event?: 'O21' | 'O33' | 'O35';
  readonly patient?: MessagePatient;
  /** ORC-1. */
  readonly control?: string;
  /** ORC-2 of each line: one line for each. */
  readonly placerNumbers?: readonly string[];
  /** ORC-3. */
  readonly fillerNumber?: string;
  /** ORC-4. */
  readonly groupNumber?: string;
  /** ORC-9. */
  readonly prescribedAt?: string;
  /** ORC-12. */
  readonly prescriber?: string;
  /** OBR-13. */
  readonly clinicalInformation?: string;
}

/** Text of an OML 2.5 as the software of a prescriber writes it: one blood glucose a line. */
export function omlText(options: OmlOptions = {}): string {
  const { controlId = 'ORDER00001', event = 'O21', patient = qualifiedPatient, placerNumbers = ['ORD-2026-1123'] } = options;
  const pid = [
    'PID',
    '1',
    '',
    patient.identifiers,
    '',
    patient.names,
    '',
    patient.birthDate,
    patient.sex,
    '',
    '',
    patient.addresses,
  ];
  pid[13] = patient.telephone;
  pid[32] = patient.reliability;
  const specimen = 'SPM|1|||119364003^Sérum^SCT';
  const lines = placerNumbers.flatMap((placerNumber, index) => lineOf(placerNumber, index, options));
  const isSpecimenFirst = event !== 'O21';
  return [
    `MSH|^~\\&|LPS|CABINET|SEGUR|PLATEFORME|20261120081500+0100||OML^${event}^OML_${event}|${controlId}|P|2.5|||||FRA|UNICODE UTF-8`,
    Array.from(pid, (field) => field ?? '').join('|'),
    'PV1|1|O',
    ...(isSpecimenFirst ? [specimen, ...lines.flat()] : lines.flatMap((line) => [...line, specimen])),
  ]
    .map((segment) => `${segment}\r`)
    .join('');
}

/** Bytes of `omlText`. */
export function oml(options: OmlOptions = {}): Buffer {
  return Buffer.from(omlText(options), 'utf8');
}

function lineOf(placerNumber: string, index: number, options: OmlOptions): string[][] {
  const { control = 'NW', fillerNumber = '', groupNumber = '', prescribedAt = '20261120081500+0100' } = options;
  const { prescriber = PRESCRIBER, clinicalInformation = '' } = options;
  const placer = placerNumber && `${placerNumber}^LPS`;
  const orc = ['ORC', control, placer, fillerNumber, groupNumber, '', '', '', '', prescribedAt, '', '', prescriber];
  const obr = ['OBR', String(index + 1), placer, fillerNumber, '14749-6^Glucose^LN'];
  obr[13] = clinicalInformation;
  return [[orc.join('|'), Array.from(obr, (field) => field ?? '').join('|')]];
}
