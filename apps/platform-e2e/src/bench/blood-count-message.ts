import { bloodCount, oru, type MessageExam } from '@segur/testing';

const more = (code: string, label: string, value: string, unit: string, range: string) => ({
  type: 'NM',
  code: `${code}^${label}^LABO`,
  value,
  unit,
  range,
});

/** A blood count with its formula: twenty results, as a laboratory sends a hundred times a day. */
const fullBloodCount: MessageExam = {
  ...bloodCount,
  results: [
    ...bloodCount.results,
    more('CCMH', 'Concentration corpusculaire moyenne en hémoglobine', '33,4', 'g/dL', '32,0 - 36,0'),
    more('IDR', 'Indice de distribution des hématies', '13,1', '%', '11,5 - 14,5'),
    more('VPM', 'Volume plaquettaire moyen', '9,8', 'fL', '7,5 - 11,5'),
    more('PNNP', 'Polynucléaires neutrophiles', '57,4', '%', '40,0 - 75,0'),
    more('PNE', 'Polynucléaires éosinophiles', '0,14', 'G/L', '0,04 - 0,50'),
    more('PNEP', 'Polynucléaires éosinophiles', '2,1', '%', '1,0 - 6,0'),
    more('PNB', 'Polynucléaires basophiles', '0,03', 'G/L', '< 0,10'),
    more('PNBP', 'Polynucléaires basophiles', '0,4', '%', '< 1,0'),
    more('LYM', 'Lymphocytes', '2,25', 'G/L', '1,00 - 4,00'),
    more('LYMP', 'Lymphocytes', '33,1', '%', '20,0 - 45,0'),
    more('MON', 'Monocytes', '0,48', 'G/L', '0,20 - 1,00'),
    more('MONP', 'Monocytes', '7,0', '%', '2,0 - 10,0'),
  ],
};

/** The message of the benches. Each number is a message and a report of its own. */
export function bloodCountMessage(run: string, number: number): { readonly controlId: string; readonly bytes: Buffer } {
  const controlId = `${run}${String(number).padStart(8, '0')}`;
  return { controlId, bytes: oru({ controlId, fillerNumber: `F-${controlId}`, exams: [fullBloodCount] }) };
}
