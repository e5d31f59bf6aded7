import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const TABLE_HEADER =
  'LOINC_NUM,COMPONENT,PROPERTY,TIME_ASPCT,SYSTEM,SCALE_TYP,METHOD_TYP,CLASS,VersionLastChanged,CHNG_TYPE,DefinitionDescription,STATUS,' +
  'CLASSTYPE,RELATEDNAMES2,SHORTNAME,ORDER_OBS,LONG_COMMON_NAME,EXAMPLE_UCUM_UNITS,COMMON_TEST_RANK,PanelType,DisplayName';
const FRENCH_HEADER = 'LOINC_NUM,COMPONENT,PROPERTY,SYSTEM,SCALE_TYP,LONG_COMMON_NAME,RELATEDNAMES2';

/** A release of made-up codes in a folder, laid out and about as wordy as the official one: 700 bytes a code, and its French variant. */
export async function writeSyntheticRelease(folder: string, codes: number): Promise<void> {
  const numbers = Array.from({ length: codes }, (_, index) => index + 1);
  const related = (number: number) =>
    Array.from({ length: 20 }, (_, index) => `Synonym ${(number * 7 + index * 131) % 9000}`).join('; ');
  await write(join(folder, 'LoincTable', 'Loinc.csv'), TABLE_HEADER, numbers, (number) => [
    codeOf(number),
    `Component ${number % 30_000}`,
    ['MCnc', 'SCnc', 'NCnc'][number % 3],
    'Pt',
    ['Ser/Plas', 'Urine', 'Bld', 'CSF'][number % 4],
    'Qn',
    number % 2 ? '' : `Method ${number % 300}`,
    'CHEM',
    '2.78',
    'MIN',
    `A made-up code that stands for number ${number} of this release, ${'as wordy as others are. '.repeat(6)}`,
    number % 40 ? 'ACTIVE' : 'DEPRECATED',
    1,
    related(number),
    `C${number} SerPl-mCnc`,
    'Both',
    `Component ${number % 30_000} [Mass/volume] in Serum or Plasma, kind ${number}`,
    'mg/dL;g/L',
    number % 20_000,
    '',
    `Component ${number}`,
  ]);
  await write(
    join(folder, 'LoincTable', 'MapTo.csv'),
    'LOINC,MAP_TO,COMMENT',
    numbers.filter((number) => number % 40 === 0),
    (number) => [codeOf(number), codeOf(number + 1), ''],
  );
  await write(
    join(folder, 'AccessoryFiles', 'LinguisticVariants', 'frFR8LinguisticVariant.csv'),
    FRENCH_HEADER,
    numbers,
    (number) => [
      codeOf(number),
      `Composant ${number % 30_000}`,
      'Masse/Volume',
      'Sérum/Plasma',
      'Numérique',
      `Composant ${number % 30_000} [Masse/Volume] Sérum/Plasma ; Numérique, sorte ${number}`,
      `Synonyme ${number % 9000};Dosage ${number % 5000}`,
    ],
  );
}

async function write(
  path: string,
  header: string,
  numbers: readonly number[],
  toCells: (number: number) => readonly unknown[],
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const lines = function* () {
    yield `${header}\r\n`;
    for (const number of numbers)
      yield `${toCells(number)
        .map((cell) => `"${String(cell)}"`)
        .join(',')}\r\n`;
  };
  await pipeline(Readable.from(lines()), createWriteStream(path));
}

/** With its check digit. */
function codeOf(number: number): string {
  const digits = [...String(number)].reverse().map((digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1));
  const sum = digits.reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return `${number}-${(10 - (sum % 10)) % 10}`;
}
