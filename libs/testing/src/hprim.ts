/** One HPRIM result. Fields are HPRIM texts, written as they are given; `~` separates components. */
export interface HprimResultText {
  readonly type: string;
  /** OBX.3. */
  readonly code: string;
  readonly value: string;
  readonly unit?: string;
  readonly range?: string;
  readonly flags?: string;
  /** OBX.11. Default `F`. */
  readonly status?: string;
  readonly subId?: string;
  /** OBX.15. Default biochemistry. */
  readonly section?: string;
  /** OBX.16. */
  readonly validator?: string;
  /** Each a C segment. */
  readonly comments?: readonly string[];
}

/** One OBR with its results. */
export interface HprimExamText {
  /** OBR.4; `^` separates repetitions. */
  readonly codes: string;
  readonly results: readonly HprimResultText[];
  /** OBR.7. Default eight o'clock on the morning of the file; empty leaves the field empty. */
  readonly collectedAt?: string;
  /** OBR.15. */
  readonly specimen?: string;
  readonly comments?: readonly string[];
  /** OBR fields by number, written over what the builder puts. */
  readonly fields?: Readonly<Record<number, string>>;
}

/** What a file says; each part has a default. */
export interface HprimFileText {
  /** H.7. */
  readonly context?: string;
  /** H.12. */
  readonly processing?: string;
  /** H.13. */
  readonly version?: string;
  /** P fields by number, written over what the builder puts. */
  readonly patient?: Readonly<Record<number, string>>;
  readonly patientComments?: readonly string[];
  /** OBR.3, second component. */
  readonly dossier?: string;
  /** OBR.16. */
  readonly prescriber?: string;
  /** OBR.32. */
  readonly validator?: string;
  readonly exams?: readonly HprimExamText[];
  /** Segments put before L, as they are. */
  readonly extra?: readonly string[];
  /** Default CR. */
  readonly terminator?: string;
  /** L, as it is; nothing leaves it out. Default: right counts. */
  readonly end?: string;
}

/** A blood glucose, normal. */
export const hprimGlucose: HprimExamText = {
  codes: 'GLY~Glycémie à jeun~L',
  specimen: 'PLAS~Plasma',
  results: [{ type: 'NM', code: 'GLY~Glucose~L', value: '5.20', unit: 'mmol/L', range: '4.10 - 6.10', flags: 'N' }],
};

/** Text of an HPRIM Santé 2.1 file of results, as an older French laboratory system writes it; long segments are continued by `A`. */
export function hprimText(options: HprimFileText = {}): string {
  const {
    context = 'ORU',
    processing = 'P',
    version = 'H2.1~C',
    patient = {},
    patientComments = [],
    exams = [hprimGlucose],
    extra = [],
    terminator = '\r',
  } = options;
  const segments = [
    `H|~^\\&|ESSAI01.HPR||LABO~LABORATOIRE DE TEST||${context}|||CLIN~CLINIQUE DES ESSAIS||${processing}|${version}|20261123103000`,
    segment('P', {
      1: '1',
      3: '8000124',
      5: 'ESSAI~CAMILLE~ANNE~~MME',
      6: 'PATIENT-TEST',
      7: '19521103',
      8: 'F',
      10: '3 rue des Essais~~TOURS~~37000',
      12: '02 00 00 00 02',
      ...patient,
    }),
    ...comments(patientComments),
    ...exams.flatMap((exam, index) => examSegments(exam, index, options)),
    ...extra,
  ];
  const end = options.end ?? `L|1||1|${segments.length + 1}|`;
  return [...segments, ...(end === '' ? [] : [end])]
    .flatMap(continued)
    .map((line) => line + terminator)
    .join('');
}

/** Bytes of `hprimText` in ISO 8859-1, as the format's time wrote. */
export function hprim(options: HprimFileText = {}): Buffer {
  return Buffer.from(hprimText(options), 'latin1');
}

function examSegments(exam: HprimExamText, index: number, options: HprimFileText): string[] {
  const { dossier = '261123-0042', prescriber = 'MED01~DR TESTPRESC~LOUIS', validator = '' } = options;
  const collected = exam.collectedAt ?? '202611230800';
  return [
    segment('OBR', {
      1: String(index + 1),
      2: `E${index + 1}~ORD-2026-1123`,
      3: `T${index + 1}-${dossier}~${dossier}`,
      4: exam.codes,
      6: '20261120',
      7: collected,
      11: 'N',
      14: collected && '202611230830',
      15: exam.specimen ?? '',
      16: prescriber,
      22: '202611231015',
      25: 'F',
      32: validator,
      ...exam.fields,
    }),
    ...comments(exam.comments ?? []),
    ...exam.results.flatMap((result, number) => [observation(result, number), ...comments(result.comments ?? [])]),
  ];
}

function observation(result: HprimResultText, index: number): string {
  return segment('OBX', {
    1: String(index + 1),
    2: result.type,
    3: result.code,
    4: result.subId ?? '',
    5: result.value,
    6: result.unit ?? '',
    7: result.range ?? '',
    8: result.flags ?? '',
    11: result.status ?? 'F',
    14: '202611230945',
    15: result.section ?? 'BIOCH~80',
    16: result.validator ?? '',
  });
}

function comments(texts: readonly string[]): string[] {
  return texts.map((text, index) => `C|${index + 1}|L|${text}`);
}

function segment(name: string, fields: Readonly<Record<number, string | undefined>>): string {
  const last = Math.max(...Object.keys(fields).map(Number));
  const parts = Array.from({ length: last }, (_, index) => fields[index + 1] ?? '');
  while (parts.length > 0 && parts.at(-1) === '') parts.pop();
  return [name, ...parts].join('|');
}

/** Lines of at most 219 characters and their CR. */
function continued(text: string): string[] {
  const lines = [text.slice(0, 219)];
  for (let at = 219; at < text.length; at += 217) lines.push(`A|${text.slice(at, at + 217)}`);
  return lines;
}
