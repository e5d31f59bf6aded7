import type { ReadRows } from '../findings.js';
import { codeIn } from '../release/loinc-table.js';
import { readTable, type TableFormat, type TableLine } from '../text/read-table.js';
import type { ValueSetRow } from './value-set-row.js';

type Column = 'code' | 'libelle' | 'chapitre' | 'sousChapitre' | 'unite' | 'groupe' | 'debut' | 'fin';

const FORMAT: TableFormat<Column, ValueSetRow> = {
  required: ['code', 'libelle'],
  optional: ['chapitre', 'sousChapitre', 'unite', 'groupe', 'debut', 'fin'],
  synonyms: {
    code: ['code loinc', 'loinc', 'loinc num', 'loinc code', 'code du concept', 'notation', 'conceptcode'],
    libelle: [
      'libelle francais',
      'libelle loinc francais',
      'libelle loinc',
      'libelle fr',
      'designation francaise',
      'designation',
      'display fr',
      'display',
      'displayname',
      'nom',
      'preflabel',
    ],
    chapitre: ['libelle chapitre', 'chapter', 'code chapitre'],
    sousChapitre: ['sous chapitre', 'souschapitre', 'libelle sous chapitre', 'subchapter', 'code sous chapitre'],
    unite: ['unite preferee', 'unite ucum', 'unite ucum preferee', 'unite', 'preferred unit', 'unit'],
    groupe: ['groupe de comparabilite', 'comparabilite', 'comparability group', 'groupe comparabilite'],
    debut: ['date debut', 'date de debut', 'date debut validite', 'date de debut de validite', 'valid from'],
    fin: ['date fin', 'date de fin', 'date fin validite', 'date de fin de validite', 'valid to'],
  },
  keyOf: ({ code }) => code,
  keyColumn: 'code',
  // The publisher's spreadsheets have a title and a version above the header.
  linesAboveHeader: 10,
  toRow: (line) => {
    const code = codeIn(line, 'code');
    const frenchName = line.text('libelle');
    if (code === undefined) return undefined;
    if (frenchName === '') return void line.report('loinc-file-cell-missing', 'libelle');
    const given = {
      chapter: line.optional('chapitre'),
      subChapter: line.optional('sousChapitre'),
      preferredUnit: line.optional('unite'),
      comparabilityGroup: line.optional('groupe'),
      validFrom: dateIn(line, 'debut'),
      validTo: dateIn(line, 'fin'),
    };
    return { code, frenchName, ...present(given) };
  },
};

/**
 * Reads the value set as a table: a code, its French name, and what else the publisher gives, under the column names in use.
 *
 * Up to ten lines may stand above the header.
 */
export function readValueSetCsv(text: string): ReadRows<ValueSetRow> {
  return readTable(text, FORMAT);
}

/** An ISO date, from `2026-11-24`, `20261124` or `24/11/2026`. Anything else is reported and left out. */
function dateIn(line: TableLine<Column>, column: Column): string | undefined {
  const text = line.text(column);
  const parts =
    /^(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})(?:T.*)?$/.exec(text)?.groups ??
    /^(?<day>\d{2})\/(?<month>\d{2})\/(?<year>\d{4})$/.exec(text)?.groups;
  if (!parts && text !== '') line.report('loinc-file-value', column);
  return parts && `${parts['year']}-${parts['month']}-${parts['day']}`;
}

/** The same without what is not there. */
export function present<T extends object>(given: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
