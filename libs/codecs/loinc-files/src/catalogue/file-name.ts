/** Which of the six files it is. */
export type CatalogueFileKind = 'chapters' | 'exams' | 'analyses' | 'chapter-map' | 'exam-map' | 'analysis-map';

const NAMES: Readonly<Record<CatalogueFileKind, string>> = {
  chapters: 'LOINC_1_export_chapitres',
  exams: 'LOINC_2_export_demandes',
  analyses: 'LOINC_3_export_resultats',
  'chapter-map': 'LOINC_4_transcodage_chapitres',
  'exam-map': 'LOINC_5_transcodage_demandes',
  'analysis-map': 'LOINC_6_transcodage_resultats',
};
const KINDS = Object.keys(NAMES) as readonly CatalogueFileKind[];

/** The name of a file. @param date - ISO 8601 date of the extraction or transcoding. */
export function catalogueFileName(kind: CatalogueFileKind, date: string): string {
  return `${NAMES[kind]}_${date.slice(0, 10).replaceAll('-', '')}.csv`;
}

/**
 * What a file's name says: its number decides. Absent: it is none of the six.
 *
 * The national text calls number 6 `demandes`, which looks like a slip for `resultats`: both are taken, as is any case.
 *
 * @returns The date in ISO 8601; absent when the name has none.
 */
export function readCatalogueFileName(name: string): { readonly kind: CatalogueFileKind; readonly date?: string } | undefined {
  const parts = /(?:^|[\\/])loinc_([1-6])_(?:export|transcodage)_[a-zé]+(?:_(\d{4})(\d{2})(\d{2}))?\.(?:csv|txt)$/i.exec(name);
  const kind = KINDS[Number(parts?.[1]) - 1];
  if (!parts || !kind) return undefined;
  return { kind, ...(parts[2] !== undefined && { date: `${parts[2]}-${parts[3]}-${parts[4]}` }) };
}
