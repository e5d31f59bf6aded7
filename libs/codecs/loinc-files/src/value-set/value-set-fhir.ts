import type { Finding } from '@segur/errors';
import { fault, type ReadRows } from '../findings.js';
import { isLoincCode } from '../loinc-code.js';
import { arrayIn, isObject, readJson, textIn, type JsonObject } from '../text/json.js';
import { LOINC_SYSTEM, type ValueSetRow } from './value-set-row.js';

/** A value set that was read, with what the resource says of itself. */
export interface ValueSetFile extends ReadRows<ValueSetRow> {
  readonly version?: string;
  /** ISO 8601, as precise as the publisher was. */
  readonly date?: string;
  readonly title?: string;
}

/** Levels within levels: the publisher has two chapters above a code. What lies deeper is not read. */
const DEPTH_MAX = 20;

/**
 * Reads the value set as a FHIR R4 `ValueSet` in JSON: its expansion, else the concepts that it lists.
 *
 * The French designation is the name, else `display`. In an expansion, what stands above a code without being one is its chapter.
 * Locations are JSON Pointers.
 */
export function readValueSetFhir(text: string): ValueSetFile {
  const findings: Finding[] = [];
  const resource = readJson(text);
  if (!isObject(resource) || resource['resourceType'] !== 'ValueSet') {
    return { rows: [], findings: [fault('loinc-file-json', '', { en: 'ValueSet', fr: 'ValueSet' })] };
  }
  const rows = new Map<string, ValueSetRow>();
  const add = (concept: JsonObject, at: string, chapters: readonly string[]) => addConcept(concept, at, chapters, rows, findings);

  const expansion = resource['expansion'];
  const contains = isObject(expansion) ? arrayIn(expansion, 'contains') : [];
  if (contains.length > 0) walk(contains, '/expansion/contains', [], add);
  else readCompose(resource, findings, add);

  if (rows.size === 0 && findings.length === 0) findings.push(fault('loinc-file-empty', ''));
  const about = { version: textIn(resource, 'version'), date: textIn(resource, 'date'), title: textIn(resource, 'title') };
  return { rows: [...rows.values()], findings, ...Object.fromEntries(Object.entries(about).filter(([, value]) => value)) };
}

type Add = (concept: JsonObject, at: string, chapters: readonly string[]) => void;

function walk(contains: readonly unknown[], at: string, chapters: readonly string[], add: Add, depth = 0): void {
  if (depth > DEPTH_MAX) return;
  contains.forEach((concept, index) => {
    if (!isObject(concept)) return;
    const own = `${at}/${index}`;
    const chapter = concept['abstract'] === true || textIn(concept, 'code') === '';
    if (!chapter) add(concept, own, chapters);
    const within = chapter ? [...chapters, frenchNameOf(concept)] : chapters;
    walk(arrayIn(concept, 'contains'), `${own}/contains`, within, add, depth + 1);
  });
}

function readCompose(resource: JsonObject, findings: Finding[], add: Add): void {
  const compose = resource['compose'];
  const includes = isObject(compose) ? arrayIn(compose, 'include') : [];
  includes.forEach((include, index) => {
    if (!isObject(include)) return;
    const at = `/compose/include/${index}`;
    const concepts = arrayIn(include, 'concept');
    if (concepts.length === 0) findings.push(fault('loinc-file-not-listed', at));
    concepts.forEach((concept, position) => {
      if (isObject(concept)) add({ system: include['system'], ...concept }, `${at}/concept/${position}`, []);
    });
  });
}

function addConcept(
  concept: JsonObject,
  at: string,
  [chapter, subChapter]: readonly string[],
  rows: Map<string, ValueSetRow>,
  findings: Finding[],
): void {
  const code = textIn(concept, 'code');
  const frenchName = frenchNameOf(concept);
  if (textIn(concept, 'system') !== LOINC_SYSTEM) findings.push(fault('loinc-file-other-system', at));
  else if (!isLoincCode(code)) findings.push(fault('loinc-file-check-digit', `${at}/code`));
  else if (frenchName === '') findings.push(fault('loinc-file-cell-missing', `${at}/display`));
  // An expansion repeats a code under each of its chapters: the first is the one that counts.
  else if (!rows.has(code)) rows.set(code, { code, frenchName, ...(chapter && { chapter }), ...(subChapter && { subChapter }) });
}

function frenchNameOf(concept: JsonObject): string {
  const french = arrayIn(concept, 'designation')
    .filter(isObject)
    .filter((designation) => /^fr\b/i.test(textIn(designation, 'language')));
  const preferred = french.find(({ use }) => isObject(use) && ['display', 'preferred'].includes(textIn(use, 'code'))) ?? french[0];
  return (preferred && textIn(preferred, 'value').trim()) || textIn(concept, 'display').trim();
}
