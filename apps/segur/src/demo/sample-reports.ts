import {
  bloodCount,
  glucose,
  oruText,
  unmappedExam,
  unqualifiedPatient,
  type MessageExam,
  type MessagePatient,
} from '@segur/testing';

/** One report of the demonstration: what its laboratory sends, in order. */
export interface SampleReport {
  readonly title: string;
  /** What to look for in what becomes of it. */
  readonly expect: string;
  /** Each one follows its predecessor once that is delivered. */
  readonly messages: readonly SampleMessage[];
}

/** An HL7 message, and the control number that its acknowledgement repeats. */
export interface SampleMessage {
  readonly controlId: string;
  readonly text: string;
}

/** A culture: a germ with its count and antibiogram, told to the prescriber at once. */
const culture: MessageExam = {
  code: 'ECBU^Examen cytobactériologique des urines^LABO',
  section: 'MB',
  specimen: 'UR^Urine^HL70487',
  results: [
    { type: 'NM', code: 'ULEUC^Leucocytes urinaires^LABO', value: '420', unit: '/mm3', flags: 'HH' },
    {
      type: 'CE',
      code: 'GERME^Germe identifié^LABO^11475-1^Microorganisme^LN',
      value: '112283007^Escherichia coli^SCT^562^Escherichia coli^NCBI',
      subId: '1',
      flags: 'AA',
    },
    { type: 'SN', code: 'NUM^Numération^LABO', value: '>=^1000000', unit: 'UFC/mL', subId: '1' },
    { type: 'ST', code: 'AMX^Amoxicilline^LABO', value: 'R', flags: 'R', subId: '1.1' },
    { type: 'ST', code: 'CTX^Céfotaxime^LABO', value: 'R', flags: 'R', subId: '1.2' },
    { type: 'ST', code: 'FOS^Fosfomycine^LABO', value: 'S', flags: 'S', subId: '1.3' },
  ],
  notes: ['Entérobactérie sécrétrice de BLSE : résultat téléphoné au prescripteur.'],
};

/**
 * Five reports that show what the platform does. Everybody in them is invented.
 *
 * @param now - Gives the numbers: each demonstration sends reports of its own.
 */
export function sampleReports(now: Date): readonly SampleReport[] {
  const number = now.toISOString().replace(/\D/g, '').slice(2, 17);
  const say = (report: string, exams: readonly MessageExam[], patient?: MessagePatient): SampleMessage => {
    const controlId = `DEMO${number}${report}`;
    const fillerNumber = `DEMO-${number}-${report[0] ?? ''}`;
    return { controlId, text: oruText({ controlId, fillerNumber, exams, ...(patient && { patient }) }) };
  };
  return [
    {
      title: 'Normal: blood count and glucose',
      expect: 'the DMP, the prescriber and the patient have it',
      messages: [say('1', [bloodCount, glucose])],
    },
    {
      title: 'Critical microbiology: a culture, its germ and antibiogram',
      expect: 'the document has the germ under its culture, and what is critical stands out',
      messages: [say('2', [culture])],
    },
    {
      title: 'Correction: a glucose, then another value in its place',
      expect: 'revision 2 replaces revision 1 in the DMP, and mails say « annule et remplace »',
      messages: [say('3', [glucose]), say('3C', [corrected(glucose, '6,80')])],
    },
    {
      title: 'Identity not qualified',
      expect: 'neither DMP nor patient, and why; the prescriber has it',
      messages: [say('4', [bloodCount], unqualifiedPatient)],
    },
    {
      title: 'A local code without LOINC',
      expect: 'it leaves all the same; /api/v1/mappings/missing asks a person for the code',
      messages: [say('5', [unmappedExam])],
    },
  ];
}

/** The same examination with another value, marked `C` as HL7 table 0085 has it. */
function corrected(exam: MessageExam, value: string): MessageExam {
  return { ...exam, status: 'C', results: exam.results.map((result) => ({ ...result, value, status: 'C', flags: 'H' })) };
}
