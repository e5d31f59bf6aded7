import { decodeMessage } from '@segur/hl7v2';
import { toReport } from '@segur/hl7v2-to-laboratory';
import type { Report } from '@segur/laboratory';
import { oru, testLaboratory, type MessageExam } from '@segur/testing';

const EXAMS = 6;
/** What laboratories print a hundred times a day, with the code that the nation knows it by. */
const ANALYSES = [
  ['GB', 'Leucocytes', '6,8', 'G/L', '4,0 - 10,0', '6690-2', 'Leucocytes [Nombre/Volume] Sang ; Numérique ; Comptage automate'],
  ['GR', 'Hématies', '4,62', 'T/L', '3,80 - 5,20', '789-8', 'Érythrocytes [Nombre/Volume] Sang ; Numérique ; Comptage automate'],
  ['HB', 'Hémoglobine', '13,4', 'g/dL', '11,5 - 16,0', '718-7', 'Hémoglobine [Masse/Volume] Sang ; Numérique'],
  [
    'HT',
    'Hématocrite',
    '40,1',
    '%',
    '35,0 - 47,0',
    '4544-3',
    'Hématocrite [Fraction volumique] Sang ; Numérique ; Comptage automate',
  ],
  ['PLT', 'Plaquettes', '143', 'G/L', '150 - 400', '777-3', 'Plaquettes [Nombre/Volume] Sang ; Numérique ; Comptage automate'],
  ['K', 'Potassium', '4,1', 'mmol/L', '3,5 - 5,1', '2823-3', 'Potassium [Moles/Volume] Sérum/Plasma ; Numérique'],
  ['CREA', 'Créatinine', '182', 'µmol/L', '45 - 84', '14682-9', 'Créatinine [Moles/Volume] Sérum/Plasma ; Numérique'],
] as const;

/** A message of so many numeric results in six examinations, one of them with a comment in each. */
export function messageOf(results: number): Buffer {
  const each = results / EXAMS;
  const exams = Array.from({ length: EXAMS }, (_, exam): MessageExam => ({
    code: `EX${exam}^Examen numéro ${exam}^LABO`,
    section: 'CH',
    specimen: 'SER^Sérum^HL70487',
    results: Array.from({ length: each }, (_, index) => {
      const [code, label, value, unit, range, loinc, loincLabel] = ANALYSES[index % ANALYSES.length] ?? ANALYSES[0];
      return {
        type: 'NM',
        code: `${code}${exam}${index}^${label}^LABO^${loinc}^${loincLabel}^LN`,
        value,
        unit,
        range,
        ...(index === 0 && { notes: ['Résultat contrôlé sur un second prélèvement.'] }),
      };
    }),
  }));
  return oru({ controlId: 'BENCH', fillerNumber: 'BENCH-1', exams });
}

/** What `messageOf` says, as the platform reads it. */
export function reportOf(message: Buffer): Report {
  const context = { laboratory: testLaboratory, reportSetId: '019aa0c0-0000-7000-8000-0000000000aa', revision: 1 };
  const reading = toReport(decodeMessage(message), context);
  if (reading.status === 'refused') throw new Error(reading.findings.map(({ code, location }) => `${code} ${location}`).join());
  return reading.report;
}
