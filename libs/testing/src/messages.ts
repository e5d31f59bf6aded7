/** A synthetic patient, as PID says it. */
export interface MessagePatient {
  /** PID-3, -5, -7, -8, -11, -13 and -32, encoded. */
  readonly identifiers: string;
  readonly names: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly addresses: string;
  readonly telephone: string;
  readonly reliability: string;
}

/** Identity validated and known to the national service: the INS is under the OID of test identities. */
export const qualifiedPatient: MessagePatient = {
  identifiers:
    '279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS^^20240115~8000123^^^LABO&1.2.250.1.999.1.5&ISO^PI',
  names: 'PAT-TROIS^DOMINIQUE^DOMINIQUE CLAUDE^^^^L~PAT-USAGE^DOMINIQUE^^^^^D',
  birthDate: '19790328',
  sex: 'F',
  addresses: '28 avenue de Breteuil^^PARIS^^75007^FRA^H~^^REIMS^^^^BDL^^51215',
  telephone: '06 00 00 00 01^PRN^CP',
  reliability: 'VALI',
};

/** Identity taken down at the desk: a number of the laboratory, no INS. */
export const unqualifiedPatient: MessagePatient = {
  identifiers: '8000124^^^LABO&1.2.250.1.999.1.5&ISO^PI',
  names: 'PAT-PROVISOIRE^CAMILLE^CAMILLE^^^^L',
  birthDate: '19521103',
  sex: 'M',
  addresses: '3 rue des Essais^^TOURS^^37000^FRA^H',
  telephone: '02 00 00 00 02^PRN^PH',
  reliability: 'PROV',
};

/** One result. Fields are HL7 texts, written as they are given. */
export interface MessageResult {
  readonly type: string;
  readonly code: string;
  readonly value: string;
  readonly unit?: string;
  readonly range?: string;
  readonly flags?: string;
  /** OBX-11. Default `F`. */
  readonly status?: string;
  readonly subId?: string;
  /** OBX-16. */
  readonly validator?: string;
  readonly method?: string;
  readonly notes?: readonly string[];
  /** OBX fields by number, written over what the builder puts. */
  readonly fields?: Readonly<Record<number, string>>;
}

/** One examination. */
export interface MessageExam {
  readonly code: string;
  /** OBR-24. */
  readonly section: string;
  readonly results: readonly MessageResult[];
  /** SPM-4. */
  readonly specimen?: string;
  /** OBR-7. Default eight o'clock on the morning of the message; empty leaves the field empty. */
  readonly collectedAt?: string;
  /** OBR-25. Default `F`. */
  readonly status?: string;
  readonly notes?: readonly string[];
  /** OBR fields by number, written over what the builder puts. */
  readonly fields?: Readonly<Record<number, string>>;
}

/** What a message says; each part has a default. */
export interface OruOptions {
  readonly controlId?: string;
  readonly version?: string;
  /** MSH-18; the bytes are in the set it names. */
  readonly charset?: 'UNICODE UTF-8' | '8859/15' | '8859/1' | '';
  readonly processingId?: string;
  readonly application?: string;
  readonly facility?: string;
  readonly patient?: MessagePatient;
  /** PV1-2. */
  readonly patientClass?: string;
  readonly fillerNumber?: string;
  readonly placerNumber?: string;
  /** ORC-12 and OBR-16. */
  readonly prescriber?: string;
  /** OBR-28. */
  readonly copies?: string;
  /** OBR-32. */
  readonly validator?: string;
  readonly exams?: readonly MessageExam[];
  readonly patientNotes?: readonly string[];
  /** Segments put at the end, as they are. */
  readonly extra?: readonly string[];
  /** Segment terminator. Default CR. */
  readonly terminator?: string;
}

/** A general practitioner who does not exist. */
export const PRESCRIBER = '899700000029^TESTPRESC^LOUIS^^^DR^^^ASIP-SANTE-PS&1.2.250.1.71.4.2.1&ISO^L^^^IDNPS';

/** A blood glucose, normal, in SI units. */
export const glucose: MessageExam = {
  code: 'GLY^Glycémie à jeun^LABO',
  section: 'CH',
  specimen: 'PLAS^Plasma^HL70487',
  results: [
    { type: 'NM', code: 'GLY^Glucose^LABO', value: '5,20', unit: 'mmol/L', range: '4,10 - 6,10', method: 'HEXO^Hexokinase^LABO' },
  ],
};

/** Text of an ORU^R01 2.5 as a French laboratory system writes it. */
export function oruText(options: OruOptions = {}): string {
  const {
    controlId = 'MSG00001',
    version = '2.5',
    charset = 'UNICODE UTF-8',
    processingId = 'P',
    application = 'SGL',
    facility = 'LABO',
    patient = qualifiedPatient,
    patientClass = 'O',
    patientNotes = [],
    exams = [glucose],
    extra = [],
    terminator = '\r',
  } = options;
  return [
    `MSH|^~\\&|${application}|${facility}|SEGUR|PLATEFORME|20261123103000||ORU^R01^ORU_R01|${controlId}|${processingId}|${version}|||||FRA|${charset}`,
    pid(patient),
    ...notes(patientNotes),
    `PV1|1|${patientClass}`,
    ...exams.flatMap((exam, index) => examSegments(exam, index, options)),
    ...extra,
  ]
    .map((segment) => segment + terminator)
    .join('');
}

/** Bytes of `oruText`, in the set that MSH-18 names. */
export function oru(options: OruOptions = {}): Buffer {
  const text = oruText(options);
  const { charset = 'UNICODE UTF-8' } = options;
  return Buffer.from(text, charset.startsWith('8859') ? 'latin1' : 'utf8');
}

function pid(patient: MessagePatient): string {
  return segment('PID', {
    1: '1',
    3: patient.identifiers,
    5: patient.names,
    7: patient.birthDate,
    8: patient.sex,
    11: patient.addresses,
    13: patient.telephone,
    32: patient.reliability,
  });
}

function examSegments(exam: MessageExam, index: number, options: OruOptions): string[] {
  const {
    fillerNumber = '261123-0042',
    placerNumber = 'ORD-2026-1123',
    prescriber = PRESCRIBER,
    copies = '',
    validator = '',
  } = options;
  const { version = '2.5' } = options;
  const collected = exam.collectedAt ?? '20261123080000';
  const spm = exam.specimen !== undefined && version.startsWith('2.5');
  return [
    `ORC|RE|${placerNumber}|${fillerNumber}^LABO||CM||||20261120|||${prescriber}`,
    segment('OBR', {
      1: String(index + 1),
      2: placerNumber,
      3: `${fillerNumber}^LABO`,
      4: exam.code,
      7: collected,
      14: collected && '20261123083000',
      15: exam.specimen && !spm ? exam.specimen.replaceAll('^', '&') : '',
      16: prescriber,
      22: '20261123101500',
      24: exam.section,
      25: exam.status ?? 'F',
      28: copies,
      32: validator,
      ...exam.fields,
    }),
    ...notes(exam.notes ?? []),
    ...exam.results.flatMap((result, number) => [observation(result, number), ...notes(result.notes ?? [])]),
    ...(spm ? [segment('SPM', { 1: '1', 2: `^T${index + 1}-${fillerNumber}&LABO`, 4: exam.specimen ?? '', 17: collected })] : []),
  ];
}

function observation(result: MessageResult, index: number): string {
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
    14: '20261123080000',
    16: result.validator ?? '',
    17: result.method ?? '',
    19: '20261123094500',
    ...result.fields,
  });
}

function notes(texts: readonly string[]): string[] {
  return texts.map((text, index) => `NTE|${index + 1}|L|${text}`);
}

function segment(name: string, fields: Readonly<Record<number, string | undefined>>): string {
  const last = Math.max(...Object.keys(fields).map(Number));
  const parts = Array.from({ length: last }, (_, index) => fields[index + 1] ?? '');
  while (parts.length > 0 && parts.at(-1) === '') parts.pop();
  return [name, ...parts].join('|');
}
