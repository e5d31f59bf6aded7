import { REPORT_FORMATS, type ReportFormatName } from '@segur/laboratory';
import type { z } from 'zod';
import { kindOf, type JsonKind } from './json-kind.js';
import type { Remark, ReportJsonCode } from './report-json-finding.js';

type Issue = z.core.$ZodIssue;
type Words = readonly [en: string, fr: string];

const TYPES: Readonly<Record<string, Words>> = {
  string: ['a text', 'un texte'],
  object: ['an object', 'un objet'],
  array: ['a list', 'une liste'],
  tuple: ['a list', 'une liste'],
  boolean: ['a boolean', 'un booléen'],
  number: ['a whole number', 'un nombre entier'],
  int: ['a whole number', 'un nombre entier'],
};

/** Says what each issue of the schema means for who wrote the report. The value itself is looked at for its kind only. */
export function toRemarks(issues: readonly Issue[], root: unknown): readonly Remark[] {
  return issues.flatMap((issue): readonly Remark[] => {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    const found = kindOf(valueAt(root, path));
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => {
        const kind = kindOf(valueAt(root, [...path, key]));
        return {
          code: 'report-json-unknown-field',
          path: [...path, key],
          expected: 'no such field',
          expectedFr: 'pas de tel champ',
          found: kind,
        };
      });
    const [expected, expectedFr] = wordsOf(issue);
    return [{ code: codeOf(issue, found), path, expected, expectedFr, found }];
  });
}

function codeOf(issue: Issue, found: JsonKind): ReportJsonCode {
  if (found === 'nothing') return 'report-json-missing';
  // Every closed list of the schema is one of texts.
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union')
    return found.endsWith('text') ? 'report-json-value' : 'report-json-type';
  return issue.code === 'invalid_type' && issue.expected !== 'int' ? 'report-json-type' : 'report-json-value';
}

function wordsOf(issue: Issue): Words {
  if (isFormat(issue.message)) return [REPORT_FORMATS[issue.message].en, REPORT_FORMATS[issue.message].fr];
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? [issue.expected, issue.expected];
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return oneOf('options' in issue && Array.isArray(issue.options) ? issue.options : []);
    case 'too_small':
      return issue.origin === 'number'
        ? [`a number of at least ${issue.minimum}`, `un nombre d’au moins ${issue.minimum}`]
        : [`at least ${issue.minimum} of them`, `au moins ${issue.minimum} élément`];
    case 'too_big':
      return [`at most ${issue.maximum}`, `au plus ${issue.maximum}`];
    default:
      return ['a value of the published schema', 'une valeur du schéma publié'];
  }
}

function isFormat(message: string): message is ReportFormatName {
  return Object.hasOwn(REPORT_FORMATS, message);
}

/** The words of the schema, never those of the report. */
function oneOf(values: readonly unknown[]): Words {
  const list = values.map(String).join(', ');
  return [`one of ${list}`, `l’une des valeurs ${list}`];
}

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string, unknown>)[step]
        : undefined,
    root,
  );
}
