import { basename } from 'node:path';
import type { Finding } from '@segur/errors';
import {
  readAnalysisMap,
  readCatalogueFileName,
  readConceptMap,
  readMappingRecords,
  type AnalysisMapRow,
  type ConceptMapRow,
  type MappingRecord,
} from '@segur/loinc-files';

/** A map in whatever form it is exchanged, as records. */
export interface MapFile {
  readonly form: 'csv' | 'conceptmap' | 'loinc-6';
  readonly records: readonly MappingRecord[];
  /** An error says that its line gave no record. */
  readonly findings: readonly Finding[];
}

/** Reads `LOINC_6` by its name, a FHIR ConceptMap by its first sign, and anything else as CSV with a header. */
export function readMapFile(name: string, text: string): MapFile {
  if (readCatalogueFileName(basename(name))?.kind === 'analysis-map') {
    const { rows, findings } = readAnalysisMap(text);
    return { form: 'loinc-6', records: rows.map(ofAnalysis), findings };
  }
  if (text.trimStart().startsWith('{')) {
    const { file, findings } = readConceptMap(text);
    return { form: 'conceptmap', records: (file?.rows ?? []).map(ofConceptMap), findings };
  }
  const { rows, findings } = readMappingRecords(text);
  return { form: 'csv', records: rows, findings };
}

/** True for what a map says to send: a code, or that none fits. Proposals, rejections and the past say nothing. */
export function isInForce({ status, loinc }: MappingRecord): boolean {
  if (status === undefined) return true;
  return status === 'validated' ? loinc !== undefined : status === 'no_match';
}

function ofAnalysis(row: AnalysisMapRow): MappingRecord {
  const { code, label, unitLabel, unitCode, specimenLabel, specimenCode, method, loinc } = row;
  const [unit, specimen] = [unitLabel ?? unitCode, specimenLabel ?? specimenCode];
  return {
    localCode: code,
    label,
    ...(unit && { unit }),
    ...(specimen && { specimen }),
    ...(method && { method }),
    ...(loinc && { loinc: loinc.code, loincLabel: loinc.label }),
  };
}

function ofConceptMap({ localCode, label = '', target, ...conditions }: ConceptMapRow): MappingRecord {
  const { code: loinc, label: loincLabel, equivalence } = target ?? {};
  return {
    localCode,
    label,
    ...conditions,
    status: target ? 'validated' : 'no_match',
    ...(loinc && { loinc }),
    ...(loincLabel && { loincLabel }),
    ...(equivalence && { equivalence }),
  };
}
