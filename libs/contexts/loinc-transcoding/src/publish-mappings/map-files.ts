import { hasErrors, type Finding } from '@segur/errors';
import {
  readAnalysisMap,
  readCatalogueFileName,
  readConceptMap,
  readMappingRecords,
  writeAnalysisMap,
  writeConceptMap,
  writeMappingRecords,
  type ConceptMapRow,
  type MappingRecord,
} from '@segur/loinc-files';
import { toUcum } from '@segur/units';
import type { MapFileFacts } from './map-file-remarks.js';
import { lineKey, type MapLine } from './map-line.js';

/** The forms in which a map leaves and comes back. `loinc6` has one line for each local code; the others have all. */
export const MAP_FORMATS = ['csv', 'concept-map', 'loinc6'] as const;

/** One of {@link MAP_FORMATS}. */
export type MapFormat = (typeof MAP_FORMATS)[number];

/** What a file says of the release that it holds. */
export interface MapFileAbout {
  readonly release: number;
  /** ISO 8601. */
  readonly publishedAt: string;
  readonly author: string;
  readonly signer?: string;
  readonly loincRelease?: string;
  readonly valueSetVersion?: string;
  /** Of the laboratory's local codes. */
  readonly localCodeSystemOid: string;
}

/** A map in a file, and how many lines the format has no place for. */
export interface WrittenMap {
  readonly content: string;
  readonly leftOut: number;
}

/** Writes a release; {@link readMap} gives its lines back. @throws {JustificationMissing} */
export function writeMap(lines: readonly MapLine[], format: MapFormat, about: MapFileAbout): WrittenMap {
  if (format === 'csv') return { content: writeMappingRecords(lines.map((line) => toRecord(line, about))), leftOut: 0 };
  if (format === 'concept-map') return { content: conceptMapOf(lines, about), leftOut: 0 };

  const single = linesOfLoinc6(lines);
  const rows = single.map(({ localCode, label, unit, specimen, method, target }) => ({
    code: localCode,
    label,
    ...(unit && { unitLabel: unit }),
    ...(specimen && { specimenLabel: specimen }),
    ...(method && { method }),
    ...(target && { loinc: { code: target.loinc, label: target.loincLabel } }),
  }));
  return { content: writeAnalysisMap(rows), leftOut: lines.length - single.length };
}

/** The lines that `LOINC_6` has a place for: those of local codes that have one. */
export function linesOfLoinc6(lines: readonly MapLine[]): readonly MapLine[] {
  const byCode = Map.groupBy(lines, ({ localCode }) => localCode);
  return lines.filter(({ localCode }) => byCode.get(localCode)?.length === 1);
}

/** The lines of a map that come from a file. An `error` says that the map is not whole. */
export interface MapRead extends MapFileFacts {
  readonly lines: readonly MapLine[];
  readonly findings: readonly Finding[];
}

/**
 * Reads a map in any of {@link MAP_FORMATS}: JSON is a ConceptMap, a name of the national pattern is `LOINC_6`, anything else is CSV.
 *
 * Lines that are not in force in their file (`proposed`, `rejected`, `obsolete`) are left out, and so are lines of `LOINC_6` without a code:
 * there it says that nobody mapped the analysis, not that no code fits.
 */
export function readMap(name: string, text: string): MapRead {
  const { kind, date } = readCatalogueFileName(name) ?? {};
  const read = kind === 'analysis-map' ? { ...ofLoinc6(text), date } : /^\s*\{/.test(text) ? ofConceptMap(text) : ofRecords(text);
  const findings = [...read.findings, ...(hasErrors(read.findings) ? [] : repeated(read.lines)), ...nameless(read.lines)];
  return { ...read, findings };
}

function ofRecords(text: string): MapRead {
  const { rows, findings } = readMappingRecords(text);
  const inForce = rows.filter(({ status = 'validated' }) => status === 'validated' || status === 'no_match');
  return { lines: inForce.map(toLine), findings };
}

function ofConceptMap(text: string): MapRead {
  const { file, findings } = readConceptMap(text);
  const lines = (file?.rows ?? []).map(({ target, label = '', ...row }) =>
    toLine({ ...row, label, ...(target && { loinc: target.code, loincLabel: target.label, equivalence: target.equivalence }) }),
  );
  return { lines, findings, date: file?.date };
}

function ofLoinc6(text: string): MapRead {
  const { rows, findings } = readAnalysisMap(text);
  const lines = rows.flatMap(({ code, label, unitLabel, unitCode, specimenLabel, specimenCode, method, loinc }) => {
    const [unit, specimen] = [unitLabel ?? unitCode, specimenLabel ?? specimenCode];
    const conditions = { ...(unit && { unit }), ...(specimen && { specimen }), ...(method && { method }) };
    return loinc ? [toLine({ localCode: code, label, ...conditions, loinc: loinc.code, loincLabel: loinc.label })] : [];
  });
  return { lines, findings, rows: rows.length };
}

function toLine(row: MappingRecord): MapLine {
  const { localCode, label, unit, specimen, method, loinc, loincLabel = '', equivalence = 'equal' } = row;
  return {
    localCode,
    label,
    ...(unit && { unit: toUcum(unit) ?? unit }),
    ...(specimen && { specimen }),
    ...(method && { method }),
    ...(loinc && { target: { loinc, loincLabel } }),
    equivalence,
  };
}

function toRecord({ target, equivalence, mappingId: _, panelCode: __, ...line }: MapLine, about: MapFileAbout): MappingRecord {
  return {
    ...line,
    status: target ? 'validated' : 'no_match',
    ...(target && { loinc: target.loinc, loincLabel: target.loincLabel }),
    ...(equivalence && { equivalence }),
    author: about.author,
    validator: about.signer ?? about.author,
    validatedAt: about.publishedAt,
    ...(about.loincRelease && { loincRelease: about.loincRelease }),
    ...(about.valueSetVersion && { valueSetVersion: about.valueSetVersion }),
  };
}

function conceptMapOf(lines: readonly MapLine[], { release, publishedAt, loincRelease, localCodeSystemOid }: MapFileAbout): string {
  const rows = lines.map(({ localCode, label, unit, specimen, method, target, equivalence = 'equal' }): ConceptMapRow => ({
    localCode,
    label,
    ...(unit && { unit }),
    ...(specimen && { specimen }),
    ...(method && { method }),
    ...(target && { target: { code: target.loinc, label: target.loincLabel, equivalence } }),
    // FHIR wants the reason of a narrower code (cmd-1); the full one is in the history of the mapping.
    ...(target && equivalence === 'narrower' && { comment: 'Justification : voir l’historique de la correspondance' }),
  }));
  return writeConceptMap({
    localCodeSystemOid,
    version: `${release}`,
    date: publishedAt,
    title: `Correspondances LOINC, version ${release}`,
    ...(loincRelease && { loincRelease }),
    rows,
  });
}

/** Nothing would tell such lines apart at run time. */
function repeated(lines: readonly MapLine[]): readonly Finding[] {
  const groups = [...Map.groupBy(lines, lineKey).values()].filter((group) => group.length > 1);
  return groups.map(([line]) => ({
    severity: 'error',
    code: 'mapping-repeated',
    location: `code ${line?.localCode}`,
    message: 'Several lines have the same code, unit and specimen',
  }));
}

function nameless(lines: readonly MapLine[]): readonly Finding[] {
  return lines.flatMap(({ localCode, target }): Finding[] => {
    if (!target || target.loincLabel) return [];
    const message = 'A LOINC code goes with its LOINC name';
    return [{ severity: 'error', code: 'mapping-label-missing', location: `code ${localCode}`, message }];
  });
}
