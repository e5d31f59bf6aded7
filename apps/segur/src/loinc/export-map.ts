import type { Finding } from '@segur/errors';
import {
  writeAnalysisMap,
  writeConceptMap,
  writeMappingRecords,
  type AnalysisMapRow,
  type ConceptMapRow,
  type MappingRecord,
} from '@segur/loinc-files';
import type { Laboratory } from '@segur/laboratory';
import { writeAnalysisCodes, writeChapterCodes, writeExamCodes, type NationalCatalogue } from './national-files.js';
import { isInForce } from './read-map-file.js';

/** The forms in which a map leaves. */
export const MAP_FORMS = ['csv', 'conceptmap', 'loinc-4', 'loinc-5', 'loinc-6'] as const;
export type MapForm = (typeof MAP_FORMS)[number];

/** Who publishes the map, and as which of its versions. */
export interface MapPublication {
  readonly laboratory: Pick<Laboratory, 'name' | 'catalogueOid' | 'catalogueName'>;
  readonly version: string;
  readonly at: Date;
  readonly loincRelease?: string;
}

/** What was written, or why there is nothing. */
export interface WrittenMap {
  readonly output?: string;
  readonly findings: readonly Finding[];
}

/** The file of a catalogue that a form is written beside. */
const BESIDE = { 'loinc-4': 'chapters', 'loinc-5': 'exams' } as const;

/**
 * Writes a map. CSV keeps every record; the others carry what is in force.
 *
 * @param catalogue - LOINC_4 and LOINC_5 are written beside LOINC_1 and LOINC_2; LOINC_6 beside LOINC_3 where it is given.
 * @throws {JustificationMissing} A ConceptMap with a narrower code and no comment.
 */
export function exportMap(
  records: readonly MappingRecord[],
  form: MapForm,
  publication: MapPublication,
  catalogue: NationalCatalogue = {},
): WrittenMap {
  if (form === 'csv') return { output: writeMappingRecords(records), findings: [] };
  const published = records.filter(isInForce);
  if (form === 'conceptmap') return { output: writeConceptMap(toConceptMap(published, publication)), findings: [] };
  const findings = severalCodes(published);
  if (findings.length > 0) return { findings };
  const { chapters, exams, analyses } = catalogue;
  if (form === 'loinc-4') return chapters ? { output: writeChapterCodes(chapters), findings } : lacks(form);
  if (form === 'loinc-5') return exams ? { output: writeExamCodes(exams, published), findings } : lacks(form);
  return { output: analyses ? writeAnalysisCodes(analyses, published) : writeAnalysisMap(toAnalyses(published)), findings };
}

function lacks(form: keyof typeof BESIDE): WrittenMap {
  const message = `The ${BESIDE[form]} of the catalogue are needed: name them with --catalogue`;
  return { findings: [{ severity: 'error', code: 'loinc-catalogue-missing', location: form, message }] };
}

function toConceptMap(records: readonly MappingRecord[], { laboratory, version, at, loincRelease }: MapPublication) {
  return {
    localCodeSystemOid: laboratory.catalogueOid,
    version,
    date: at.toISOString(),
    title: laboratory.catalogueName,
    publisher: laboratory.name,
    ...(loincRelease !== undefined && { loincRelease }),
    rows: records.map(toRow),
  };
}

function toRow({
  localCode,
  label,
  unit,
  specimen,
  method,
  loinc,
  loincLabel,
  equivalence,
  comment,
}: MappingRecord): ConceptMapRow {
  return {
    localCode,
    ...(label && { label }),
    ...(unit && { unit }),
    ...(specimen && { specimen }),
    ...(method && { method }),
    ...(comment && { comment }),
    ...(loinc && { target: { code: loinc, label: loincLabel ?? '', equivalence: equivalence ?? 'equal' } }),
  };
}

/** An analysis has one code in `LOINC_6`; the same code for two units is one line. */
function toAnalyses(records: readonly MappingRecord[]): readonly AnalysisMapRow[] {
  const first = new Map(records.toReversed().map((record) => [record.localCode, record]));
  return [...new Set(records.map(({ localCode }) => localCode))].map((code) => {
    const { label = '', unit, specimen, method, loinc, loincLabel = '' } = first.get(code) ?? {};
    return {
      code,
      label: label || code,
      ...(unit && { unitLabel: unit }),
      ...(specimen && { specimenLabel: specimen }),
      ...(method && { method }),
      ...(loinc && { loinc: { code: loinc, label: loincLabel } }),
    };
  });
}

/** What `LOINC_6` cannot say. @see Ségur, LOI.07 */
function severalCodes(records: readonly MappingRecord[]): readonly Finding[] {
  const codes = Map.groupBy(records, ({ localCode }) => localCode);
  return [...codes]
    .filter(([, same]) => new Set(same.map(({ loinc }) => loinc)).size > 1)
    .map(([localCode]) => ({
      severity: 'error',
      code: 'loinc-file-several-codes',
      location: localCode,
      message: 'Several LOINC codes for one analysis',
      messageFr: 'Plusieurs codes LOINC pour une même analyse',
    }));
}
