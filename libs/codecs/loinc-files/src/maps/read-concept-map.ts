import type { Finding } from '@segur/errors';
import { fault } from '../findings.js';
import { isLoincCode } from '../loinc-code.js';
import { arrayIn, isObject, readJson, textIn, type JsonObject } from '../text/json.js';
import { LOINC_SYSTEM } from '../value-set/value-set-row.js';
import { CONDITIONS, EQUIVALENCE_TO_FHIR, type ConceptMapFile, type ConceptMapRow } from './concept-map.js';
import type { RecordEquivalence } from './mapping-record.js';

/** FHIR's words, and those of its near relatives: `equal` and `relatedto` are how other tools say that a code fits. */
const EQUIVALENCES: Readonly<Record<string, RecordEquivalence>> = {
  ...Object.fromEntries(Object.entries(EQUIVALENCE_TO_FHIR).map(([ours, theirs]) => [theirs, ours as RecordEquivalence])),
  equal: 'equal',
  relatedto: 'equal',
  subsumes: 'broader',
  specializes: 'narrower',
};

/** A map that was read. Its rows may lack what had a fault: findings say what, by JSON Pointer. */
export interface ReadConceptMap {
  /** Absent: the text is no ConceptMap at all. */
  readonly file?: ConceptMapFile;
  readonly findings: readonly Finding[];
}

/** Reads a FHIR R4 `ConceptMap` in JSON, ours or another's: its groups towards LOINC, of one local code system. */
export function readConceptMap(text: string): ReadConceptMap {
  const resource = readJson(text);
  if (!isObject(resource) || resource['resourceType'] !== 'ConceptMap') {
    return { findings: [fault('loinc-file-json', '', { en: 'ConceptMap', fr: 'ConceptMap' })] };
  }
  const findings: Finding[] = [];
  const groups = arrayIn(resource, 'group').map((group, index) => ({ group, at: `/group/${index}` }));
  const rows = groups.flatMap(({ group, at }) => {
    if (!isObject(group)) return [];
    if (textIn(group, 'target') !== LOINC_SYSTEM) findings.push(fault('loinc-file-other-system', `${at}/target`));
    return textIn(group, 'target') === LOINC_SYSTEM ? elementsOf(group, at, findings) : [];
  });
  if (rows.length === 0 && findings.length === 0) findings.push(fault('loinc-file-empty', '/group'));

  const first = groups.map(({ group }) => group).filter(isObject)[0] ?? {};
  const optional = {
    url: textIn(resource, 'url'),
    publisher: textIn(resource, 'publisher'),
    loincRelease: textIn(first, 'targetVersion'),
  };
  const file: ConceptMapFile = {
    localCodeSystemOid: textIn(first, 'source').replace(/^urn:oid:/, ''),
    version: textIn(resource, 'version'),
    date: textIn(resource, 'date'),
    title: textIn(resource, 'title'),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== '')),
    rows,
  };
  return { file, findings };
}

function elementsOf(group: JsonObject, at: string, findings: Finding[]): ConceptMapRow[] {
  return arrayIn(group, 'element').flatMap((element, index) => {
    const place = `${at}/element/${index}`;
    if (!isObject(element)) return [];
    const [localCode, label] = [textIn(element, 'code'), textIn(element, 'display')];
    if (localCode === '') {
      findings.push(fault('loinc-file-cell-missing', `${place}/code`));
      return [];
    }
    return arrayIn(element, 'target').flatMap((target, position) => {
      const own = { localCode, ...(label && { label }) };
      const row = isObject(target) ? rowOf(own, target, `${place}/target/${position}`, findings) : undefined;
      return row ? [row] : [];
    });
  });
}

function rowOf(
  own: Pick<ConceptMapRow, 'localCode' | 'label'>,
  target: JsonObject,
  at: string,
  findings: Finding[],
): ConceptMapRow | undefined {
  const [code, label, word, comment] = ['code', 'display', 'equivalence', 'comment'].map((member) => textIn(target, member));
  const conditions = Object.entries(CONDITIONS).flatMap(([condition, property]) => {
    const said = arrayIn(target, 'dependsOn').filter(isObject);
    const value = textIn(said.find((one) => textIn(one, 'property') === property) ?? {}, 'value');
    return value ? [[condition, value] as const] : [];
  });
  const row = { ...own, ...Object.fromEntries(conditions), ...(comment && { comment }) };
  if (word === 'unmatched' && !code) return row;

  const equivalence = word === undefined ? undefined : EQUIVALENCES[word];
  if (!code || !isLoincCode(code)) findings.push(fault('loinc-file-check-digit', `${at}/code`));
  else if (equivalence === undefined) findings.push(fault('loinc-file-value', `${at}/equivalence`));
  else {
    if (!label) findings.push(fault('loinc-file-name-missing', `${at}/display`));
    return { ...row, target: { code, label: label ?? '', equivalence } };
  }
  return undefined;
}
