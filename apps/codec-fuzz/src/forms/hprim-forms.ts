import { sampleHprimFiles } from '@segur/testing';
import type { Form } from './form.js';

const H = 'H|~^\\&|261123-0101||LABO~LABORATOIRE DE TEST||ORU||MED~DOCTEUR TEST||L|P|H2.1~C|20261120160000';
const file = (...lines: readonly string[]) =>
  Buffer.from(
    `${[H, 'P|1|IPP1||261123|PATIENT-TEST~CAMILLE||19790328|F', ...lines].join('\r')}\rL|1||1|${lines.length + 3}\r`,
    'latin1',
  );
const many = (count: number, line: string) => Array.from({ length: count }, () => line);

/** HPRIM Santé. */
export const hprimSanteForm: Form = {
  grammar: {
    structure: 'lines',
    words: [
      ...[
        '|',
        '~',
        '^',
        '\\',
        '&',
        '\r',
        '\n',
        '\r\n',
        '\rA|suite',
        '\rC|1||x',
        '\rP|2|IPP2',
        '\rOBR|2|A~A~L||B~B~L',
        '\rOBX|1|NM|A~A~L||1|g/L',
        '\rL|1',
      ],
      ...[
        '\rH|~^\\&|',
        '\rAP|',
        '\rAC|',
        '\rFAC|',
        '\rREG|',
        '\rERR|',
        '|GC|',
        '|AD|',
        '|TX|',
        '|CE|',
        '\\H\\',
        '\\S\\',
        '\\R\\',
        '&eacute;',
        '<br/>',
        '\u001a',
      ],
      ...['H2.5', 'H2.0', '1.0', 'ORM', 'ADM', '< 3.0', '>=', '20269999', '__proto__'],
    ],
    openings: ['|', '~', '^', '\\', '\rA|x', '\rOBX|1|NM|A~A~L||1', '\rP|1', '\rC|1||x', '&'],
  },
  samples: () => sampleHprimFiles.map(({ bytes }) => bytes),
  hostile: {
    'many continued lines': () => file('OBR|1|D1||A~A~L', 'OBX|1|TX|A~A~L||x', ...many(90_000, 'A|suite')),
    'many results': () => file('OBR|1|D1||A~A~L', ...many(50_000, 'OBX|1|NM|A~A~L||1.5|g/L|1 - 2||||F')),
    'many requests': () => file(...many(40_000, 'OBR|1|D1||A~A~L')),
    'many patients': () => file(...many(40_000, 'P|1|IPP1||D1|A~B\rOBR|1|D1||A~A~L')),
    'many comments': () => file('OBR|1|D1||A~A~L', 'OBX|1|NM|A~A~L||1', ...many(90_000, 'C|1||x')),
    'many fields': () => file(`OBR|${'|'.repeat(60_000)}`),
    'many components': () => file(`OBR|1|D1||${'A~'.repeat(30_000)}`),
    'many codes': () => file(`OBR|1|D1||${'A~B~L^'.repeat(10_000)}`),
    'a line of a million escapes': () => file(`C|1||${'\\'.repeat(60_000)}`, `C|1||${'&'.repeat(60_000)}`),
    'a million empty lines': () => Buffer.from(`${H}\r${'\r\n'.repeat(1_000_000)}L|1\r`),
    'a million blanks': () => Buffer.from(`${' '.repeat(2_000_000)}${H}\rL|1\r`),
  },
};

const HEADER = [
  'IPP1',
  'PATIENT-TEST',
  'CAMILLE',
  '1 RUE DU TEST',
  '',
  '99000 TESTVILLE',
  '28/03/1979',
  '',
  '261123',
  '20/11/2026',
  'LABO LABORATOIRE DE TEST',
  'MED DR TEST',
];
const medecin = (...lines: readonly string[]) => Buffer.from([...HEADER, ...lines].join('\r\n'), 'latin1');
const RESULTS = [
  '****LAB****',
  'RES|Glucose|GLY|N|5.20|mmol/L|4.10|6.10|N|F|0.94|g/L|0.74|1.10|',
  'TEX|commentaire',
  '****FIN****',
  '****FINFICHIER****',
];

/** HPRIM Médecin. */
export const hprimMedecinForm: Form = {
  grammar: {
    structure: 'lines',
    words: [
      ...[
        '|',
        '\r\n',
        '\n',
        '\f',
        '****LAB****',
        '****FIN****',
        '****FINFICHIER****',
        '***FIN***',
        '*****LAB*****',
        '****',
        '\r\nRES|',
        '\r\nTEX|',
        'RES|A|B|N|',
      ],
      ...['28/03/1979', '31/02/2026', '279035121518989', '\u001a', '\u0000', '&eacute;'],
    ],
    openings: ['|', '*', '\r\n', '\r\n****LAB****', '\r\n****FIN****', '\r\nRES|A|B|N|1|2', ' ', '\f'],
  },
  samples: () => [
    medecin('Compte rendu', 'Glycémie : 4,89 mmol/L', ...RESULTS),
    medecin('Premier', ...RESULTS.slice(0, 4), ...HEADER, 'Second', ...RESULTS),
  ],
  hostile: {
    'a million stars': () => medecin('*'.repeat(1_000_000), ...RESULTS),
    'a million marks': () => medecin(...Array.from({ length: 90_000 }, () => '****FIN****')),
    'marks that never end': () => medecin(...Array.from({ length: 90_000 }, () => '   ****FIN'), ...RESULTS),
    'a million blanks before a mark': () => medecin(`${' '.repeat(1_000_000)}x`, ...RESULTS),
    'a hundred thousand blanks on every line': () => medecin(...Array.from({ length: 50 }, () => ' '.repeat(100_000)), ...RESULTS),
    'many results': () => medecin('****LAB****', ...Array.from({ length: 90_000 }, () => RESULTS[1] ?? ''), '****FIN****'),
    'many fields': () => medecin('****LAB****', `RES${'|1'.repeat(1_000_000)}`, '****FIN****'),
    'many reports': () => Buffer.from(Array.from({ length: 6_000 }, () => [...HEADER, '****FIN****'].join('\r\n')).join('\r\n')),
    'every report twice': () => Buffer.from(`${[...HEADER, ...RESULTS].join('\r\n').repeat(3000)}`),
    'a million ends of page': () => medecin('\f'.repeat(90_000), ...RESULTS),
  },
};
