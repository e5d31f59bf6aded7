import { CsvScanner, type Separator } from '../text/csv-scanner.js';
import { detectSeparator } from '../text/detect-separator.js';
import { plainName } from '../text/read-table.js';

/** What a column of a plain catalogue may tell about an analysis. */
export const CATALOGUE_FIELDS = [
  'localCode',
  'label',
  'synonym',
  'chapter',
  'panelCode',
  'panelLabel',
  'specimen',
  'unit',
  'secondUnit',
  'method',
  'resultType',
  'timing',
  'property',
  'scale',
  'nabm',
  'volume12m',
  'loinc',
  'loincLabel',
] as const;

export type CatalogueField = (typeof CATALOGUE_FIELDS)[number];

/** Which column of the laboratory's file tells what, by the column's name: `{localCode: 'Code examen', label: 'Libellé'}`. */
export type ColumnMapping = Readonly<Partial<Record<CatalogueField, string>>>;

/** What a person needs to see to map columns. */
export interface CatalogueHeader {
  readonly separator: Separator;
  readonly columns: readonly string[];
  /** A proposal, from the usual names of columns. May lack the code or the label: then a person says which they are. */
  readonly mapping: ColumnMapping;
  /** The first lines, as they are. */
  readonly sample: readonly (readonly string[])[];
}

/** Names in use, the surest first; in lower case, without accents and signs. */
const NAMES: Readonly<Record<CatalogueField, readonly string[]>> = {
  localCode: [
    'local code',
    'code analyse',
    'code local',
    'code examen',
    'code test',
    'code resultat',
    'code parametre',
    'code labo',
    'code laboratoire',
    'mnemonique',
    'code interne',
    'code',
    'analyse code',
    'identifiant',
    'id',
  ],
  label: [
    'label',
    'libelle analyse',
    'libelle local',
    'libelle examen',
    'libelle test',
    'libelle resultat',
    'libelle parametre',
    'libelle long',
    'libelle',
    'designation',
    'intitule',
    'nom analyse',
    'nom',
    'analyse',
    'examen',
    'description',
  ],
  synonym: ['synonym', 'synonyme', 'synonymes', 'libelle court', 'libelle abrege', 'abrege', 'abreviation', 'short label'],
  chapter: [
    'chapter',
    'chapitre',
    'libelle chapitre',
    'discipline',
    'secteur',
    'section',
    'famille',
    'specialite',
    'service',
    'paillasse',
  ],
  panelCode: ['panel code', 'code panel', 'code bilan', 'code profil', 'code groupe', 'code demande'],
  panelLabel: ['panel label', 'panel', 'libelle bilan', 'bilan', 'profil', 'groupe', 'libelle demande'],
  specimen: [
    'specimen',
    'milieu',
    'libelle milieu',
    'nature',
    'nature prelevement',
    'nature du prelevement',
    'nature de l echantillon',
    'type echantillon',
    'type d echantillon',
    'echantillon',
    'prelevement',
    'materiel',
    'matrice',
    'tube',
  ],
  unit: [
    'unit',
    'unite',
    'unites',
    'libelle unite',
    'unite 1',
    'unite principale',
    'unite de mesure',
    'unite resultat',
    'code unite',
  ],
  secondUnit: ['second unit', 'unite 2', 'deuxieme unite', 'seconde unite', 'unite secondaire', 'unite si', 'autre unite'],
  method: ['method', 'methode', 'technique', 'principe', 'methode d analyse', 'technique utilisee', 'automate', 'analyseur'],
  resultType: ['result type', 'type resultat', 'type de resultat', 'type', 'format', 'type valeur', 'nature resultat'],
  timing: ['timing', 'aspect temporel', 'temps', 'duree', 'duree recueil'],
  property: ['property', 'grandeur', 'propriete'],
  scale: ['scale', 'echelle'],
  nabm: ['nabm', 'code nabm', 'codes nabm', 'nomenclature', 'cotation', 'acte', 'code acte'],
  volume12m: [
    'volume12m',
    'volume 12m',
    'volume',
    'volume annuel',
    'nombre annuel',
    'nb an',
    'nombre',
    'nombre de resultats',
    'activite',
    'frequence',
  ],
  loinc: ['loinc', 'code loinc', 'loinc code', 'loinc num'],
  loincLabel: ['loinc label', 'libelle loinc', 'nom loinc'],
};

/** Reads the header of a plain catalogue, and proposes what its columns mean. */
export function readCatalogueHeader(text: string): CatalogueHeader {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const separator = detectSeparator(body);
  const scanner = new CsvScanner(separator);
  const records = scanner.push(body.slice(0, 64 * 1024));
  if (records.length === 0) records.push(...scanner.end());
  const [columns = [], ...sample] = records.map(({ cells }) => cells);
  return { separator, columns, mapping: guessColumns(columns), sample: sample.slice(0, 5) };
}

/** What the columns of a file mean, from their names. Each column is given once; what is not known stays out. */
export function guessColumns(columns: readonly string[]): ColumnMapping {
  const names = columns.map(plainName);
  const taken = new Set<number>();
  const mapping: Partial<Record<CatalogueField, string>> = {};
  for (const field of CATALOGUE_FIELDS) {
    const position = NAMES[field].map((name) => names.indexOf(name)).find((found) => found !== -1 && !taken.has(found));
    if (position === undefined) continue;
    taken.add(position);
    mapping[field] = columns[position] as string;
  }
  return mapping;
}
