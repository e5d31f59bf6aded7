import { bloodCount, hprim, oru, sampleMessages, serology } from '@segur/testing';
import type { Form } from './form.js';
import { publishedFiles } from './published-files.js';
import { sampleDocument } from './sample-reports.js';

const MSH = (type: string, version = '2.5', profile = '') =>
  `MSH|^~\\&|SGL|LABO-TEST|SEGUR|PF|20261120081500+0100||${type}|MSG0001|P|${version}|||||FRA|UNICODE UTF-8|||${profile}`;
const PID =
  'PID|||279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS~LOC42^^^LAB-TEST^PI||PATIENT-TEST^CAMILLE^^^^^L||19790328|F|||^^^^^^BDL^^51215|||||||||||||||||||||VALI';
const DOCTOR = '899700000029^TESTPRESC^LOUIS^^^^^^ASIP-SANTE-PS&1.2.250.1.71.4.2.1&ISO^^^^RPPS';

const order = [
  MSH('OML^O21^OML_O21'),
  PID,
  'PV1|1|O',
  `ORC|NW|PL-1^LPS-TEST||00TESTBIO000000001^EPU|SC||||20261120081500+0100|||${DOCTOR}||^WPN^PH^^33^^100000000`,
  'TQ1|1||||||||S',
  `OBR|1|PL-1^LPS-TEST||2823-3^Potassium^LN|||||||||traitement diurétique|||${DOCTOR}`,
  "NTE|1||motif de l'urgence : faiblesse musculaire",
  'OBX|1|ST|LOCAL-Q-DIURETIQUE^Diurétique en cours^L||oui||||||O',
  'SPM|1|||119364003^Serum specimen^SCT',
];
const arrival = [
  MSH('ADT^A01^ADT_A01'),
  'EVN||20261120081500',
  PID,
  'PV1|1|I|^^^1|||||||||||||||||VN-1|||||||||||||||||||||||||20261120',
];
const merge = [MSH('ADT^A40^ADT_A39'), 'EVN||20261120081500', PID, 'MRG|LOC41^^^LAB-TEST^PI'];
const culture = [
  MSH('ORU^R01^ORU_R01'),
  PID,
  'ORC|RE|P1|F1',
  `OBR|1|P1|F1|ECBU^Examen cytobactériologique des urines^L|||20261120073500|||||||||${DOCTOR}||||||20261120160000||MB|F`,
  'OBX|1|CE|GERME^Germe^L|1|ECOLI^Escherichia coli^L||||||F|||20261120',
  'OBX|2|SN|NUM^Numération^L|1|>^100000|UFC/mL|||||F',
  'OBR|2|P1|F1|ATB^Antibiogramme^L|||20261120073500|||||||||||||||20261120160000||MB|F|GERME&Germe&L^1^ECOLI|||^P1',
  'OBX|1|SN|AMX^Amoxicilline^L|1|>=^32|mg/L||R|||F',
  'OBX|2|ST|CTX^Céfotaxime^L|1|<= 0,5|mg/L||S|||F',
  'SPM|1|||UR^Urine^HL70487|||||||||||||20261120073500',
];

/** A document of ours in an ORU of flow B. */
function carried(): string[] {
  return [
    MSH('ORU^R01^ORU_R01', '2.6', '2.1^CISIS_CDA_HL7_V2'),
    PID,
    'ORC|NW|P1|F1',
    `OBR|1|P1|F1|11502-2^CR d'examens biologiques^LN|||20261120073500|||||||||${DOCTOR}||||||20261120160000||LAB|F`,
    `OBX|1|ED|11502-2^CR d'examens biologiques^LN||^TEXT^XML^Base64^${sampleDocument().toString('base64')}||||||F`,
  ];
}

function message(...segments: readonly string[]): Buffer {
  return Buffer.from(`${segments.join('\r')}\r`);
}

const many = (count: number, segment: (index: number) => string) => Array.from({ length: count }, (_, index) => segment(index));
const resultsOf = (...segments: readonly string[]) =>
  message(MSH('ORU^R01^ORU_R01'), PID, 'ORC|RE|P1|F1', 'OBR|1|P1|F1|A^A^L', ...segments);

/** HL7 v2, every message that the platform takes. */
export const hl7v2Form: Form = {
  grammar: {
    structure: 'lines',
    words: [
      ...[
        '|',
        '^',
        '~',
        '\\',
        '&',
        '\r',
        '\n',
        '""',
        '\rPID|||1',
        '\rOBR|2|P1|F2|B^B^L',
        '\rOBX|1|ED|A^A^L||^application^pdf^Base64^JVBERi0=',
      ],
      ...[
        '\rOBX|1|SN|A^A^L||>^5^-^7',
        '\rNTE|1||x',
        '\rORC|RE',
        '\rSPM|1',
        '\rMSH|^~\\&|',
        '\rZZZ|',
        'MSH',
        '\\X0D\\',
        '\\XD800\\',
        '\\.br\\',
        '\\H\\',
      ],
      ...[
        '\\Z',
        '\\E\\',
        '|NM|',
        '|CWE|',
        '|TS|',
        '|C|',
        '|D|',
        '|W|',
        '|X|',
        '8859/15',
        'UNICODE',
        'UNICODE UTF-16',
        '2.99',
        'ADT^A40',
        'MDM^T02',
      ],
      ...['OUL^R22', '__proto__', 'constructor', '+9999', '20261120246060', '<0,5', '>= 1:160', '1 - 2 (3 - 4)', 'H:1-2;F:3-4'],
    ],
    openings: [
      '|',
      '^',
      '&',
      '~',
      '\\',
      '\\E\\',
      '\rOBX|1|NM|A^A^L||1',
      '\rOBR|1|P1|F1|A^A^L||||||||||||||||||||||A^1',
      '\rPID|||1',
      '\rNTE|1||x',
    ],
  },
  samples: () => [
    ...sampleMessages.map(({ bytes }) => bytes),
    oru({ exams: [bloodCount, serology] }),
    ...[order, arrival, merge, culture, carried()].map((segments) => message(...segments)),
    hprim(),
    ...publishedFiles('hl7v2-examples', '', '.hl7'),
  ],
  hostile: {
    'a million fields': () => resultsOf(`OBX|${'|'.repeat(1_000_000)}`),
    'a million repetitions': () => resultsOf(`OBX|1|NM|A^A^L||${'1~'.repeat(500_000)}||||||F`),
    'a million components': () => resultsOf(`OBX|1|CWE|A^A^L||${'1^'.repeat(500_000)}||||||F`),
    'a million sub-components': () => resultsOf(`OBX|1|CWE|A^A^L||${'1&'.repeat(500_000)}||||||F`),
    'a million escapes': () => resultsOf(`OBX|1|ST|A^A^L||${'\\E\\'.repeat(300_000)}||||||F`),
    'a million stray escapes': () => resultsOf(`OBX|1|ST|A^A^L||${'\\'.repeat(1_000_000)}||||||F`),
    'nothing but separators': () => message(`MSH||||||${'|'.repeat(10_000)}`),
    'many results': () => resultsOf(...many(15_000, (index) => `OBX|${index}|NM|A${index}^A^L||1,5|g/L|1 - 2||||F`)),
    'one result many times': () => resultsOf(...many(15_000, () => 'OBX|1|NM|A^A^L||1,5|g/L|1 - 2||||F')),
    'many examinations': () => resultsOf(...many(9_000, (index) => `ORC|RE|P1|F1\rOBR|${index}|P1|F1|A^A^L`)),
    'each examination under the one before': () =>
      resultsOf(
        ...many(
          6_000,
          (i) => `OBR|${i}|P|F1|A${i}^A^L||||||||||||||||||||||A${i - 1}&A&L^1|||^P\rOBX|1|CE|A${i}^A^L|1|G^G^L||||||F`,
        ),
      ),
    'many patients': () => message(MSH('ORU^R01^ORU_R01'), ...many(9_000, () => `${PID}\rOBR|1|P1|F1|A^A^L`)),
    'many comments': () => resultsOf('OBX|1|NM|A^A^L||1|g/L', ...many(15_000, () => `NTE|1||${'x'.repeat(50)}`)),
    'many documents': () => resultsOf(...many(5_000, () => 'OBX|1|ED|P^P^L||^application^pdf^Base64^JVBERi0xLjcK||||||F')),
    'zeros in base64': () => resultsOf(`OBX|1|ED|P^P^L||^application^pdf^Base64^${'A'.repeat(8_000_000)}||||||F`),
    'a number of a million figures': () =>
      resultsOf(`OBX|1|NM|A^A^L||${'9'.repeat(1_000_000)},${'9'.repeat(1000)}|g/L|${'1 - '.repeat(100_000)}||||F`),
    'a range of a million blanks': () => resultsOf(`OBX|1|NM|A^A^L||1|g/L|1${' '.repeat(1_000_000)}-${' '.repeat(1000)}x||||F`),
    'a value of a million blanks': () => resultsOf(`OBX|1|ST|A^A^L||<${' '.repeat(1_000_000)}x|${' '.repeat(100_000)}g|||||F`),
    'blanks between segments': () => message(...`${'\r\n \t'.repeat(200_000)}`.split('x'), MSH('ORU^R01^ORU_R01')),
  },
};

/** The same with the samples of some messages only: `OML`, or several codes of MSH-9. */
export function hl7v2FormOf(...codes: readonly string[]): Form {
  const isOf = (bytes: Buffer) => codes.some((code) => bytes.subarray(0, 200).includes(`|${code}^`));
  return { ...hl7v2Form, samples: () => hl7v2Form.samples().filter(isOf) };
}
