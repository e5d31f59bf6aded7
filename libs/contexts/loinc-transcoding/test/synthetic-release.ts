import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

const HEADER =
  'LOINC_NUM,COMPONENT,PROPERTY,TIME_ASPCT,SYSTEM,SCALE_TYP,METHOD_TYP,CLASS,VersionLastChanged,STATUS,CLASSTYPE,RELATEDNAMES2,SHORTNAME,' +
  'ORDER_OBS,EXTERNAL_COPYRIGHT_NOTICE,LONG_COMMON_NAME,EXAMPLE_UCUM_UNITS,STATUS_REASON,COMMON_TEST_RANK,PanelType,DisplayName';
const FRENCH_HEADER =
  'LOINC_NUM,COMPONENT,PROPERTY,TIME_ASPCT,SYSTEM,SCALE_TYP,METHOD_TYP,CLASS,SHORTNAME,LONG_COMMON_NAME,RELATEDNAMES2,LinguisticVariantDisplayName';

/** The code with this number, with its check digit. */
export function codeOf(number: number): string {
  const sum = [...String(number)].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${number}-${(10 - (sum % 10)) % 10}`;
}

/** One line of `Loinc.csv`, quoted as LOINC quotes. */
export function tableLine(
  number: number,
  change: { readonly status?: string; readonly version?: string; readonly classType?: number } = {},
): string {
  const related = Array.from({ length: 12 }, (_, index) => `Related ${index} of ${number % 500}`).join('; ');
  const { status = 'ACTIVE', version = '2.73', classType = 1 } = change;
  return [
    codeOf(number),
    `Component ${number}`,
    'MCnc',
    'Pt',
    'Ser/Plas',
    'Qn',
    '',
    'CHEM',
    version,
    status,
    classType,
    related,
    `C${number} SerPl-mCnc`,
    'Both',
    '',
    `Component ${number} [Mass/volume] in Serum or Plasma`,
    'mg/dL;g/L',
    '',
    number % 2000,
    '',
    `Component ${number}`,
  ]
    .map((cell) => `"${cell}"`)
    .join(',');
}

/** The files of a release of made-up codes, laid out as the official archive. */
export function releaseFiles({
  codes,
  version,
  lines = [],
}: {
  codes: number;
  version: string;
  lines?: readonly string[];
}): Record<string, string> {
  const numbers = Array.from({ length: codes }, (_, index) => index + 100);
  const folder = `Loinc_${version}`;
  const french = (number: number) =>
    `${codeOf(number)},Composant ${number},Masse/Volume,Ponctuel,Sérum,Numérique,,,,Composant ${number} [Masse/Volume] Sérum,Synonyme ${number};Dosage,`;
  const table = numbers.map((number) =>
    tableLine(number, number === 101 ? { status: 'DEPRECATED', version } : number === 102 ? { classType: 4 } : {}),
  );
  return {
    [`${folder}/LoincTable/Loinc.csv`]: [HEADER, ...table, ...lines].join('\r\n'),
    [`${folder}/LoincTable/MapTo.csv`]: `LOINC,MAP_TO,COMMENT\r\n${codeOf(101)},${codeOf(100)},\r\n`,
    [`${folder}/LoincTableCore/LoincTableCore.csv`]: 'not read',
    [`${folder}/AccessoryFiles/LinguisticVariants/frFR8LinguisticVariant.csv`]: [FRENCH_HEADER, ...numbers.map(french)].join(
      '\r\n',
    ),
  };
}

/** Packs files into an archive. */
export async function zipOf(files: Readonly<Record<string, string>>, path: string): Promise<void> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}
