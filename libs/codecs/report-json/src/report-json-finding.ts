import type { Finding } from '@segur/errors';
import { KIND_FR, type JsonKind } from './json-kind.js';
import { toJsonPointer, type JsonPath } from './json-pointer.js';

/** What can be wrong with a report as JSON; see docs/codes/report-json.json. */
export type ReportJsonCode =
  | 'report-json-bom'
  | 'report-json-encoding'
  | 'report-json-limit'
  | 'report-json-syntax'
  | 'report-json-character'
  | 'report-json-duplicate-field'
  | 'report-json-unknown-field'
  | 'report-json-missing'
  | 'report-json-type'
  | 'report-json-value'
  | 'report-json-duplicate-id'
  | 'report-json-reference'
  | 'report-json-preliminary'
  | 'report-json-divided-chapter'
  | 'report-json-more';

/** A remark about a report as JSON. `location` is a JSON Pointer; neither text nor fields carry a value of the report. */
export interface ReportJsonFinding extends Finding {
  readonly code: ReportJsonCode;
  /** What should stand there, in English. */
  readonly expected: string;
  /** The kind of what stands there. */
  readonly found: JsonKind;
}

/** What is said of one place. */
export interface Remark {
  readonly code: ReportJsonCode;
  readonly path: JsonPath;
  readonly expected: string;
  readonly expectedFr: string;
  readonly found: JsonKind;
  /** Line and column, where the text could not be read further. */
  readonly at?: { readonly line: number; readonly column: number };
}

/** Puts a remark in words. */
export function toFinding({ code, path, expected, expectedFr, found, at }: Remark): ReportJsonFinding {
  const place = at ? ` (line ${at.line}, column ${at.column})` : '';
  const lieu = at ? ` (ligne ${at.line}, colonne ${at.column})` : '';
  return {
    severity: code === 'report-json-bom' ? 'info' : 'error',
    code,
    location: toJsonPointer(path),
    message: `Expected ${expected}, found ${found}${place}`,
    messageFr: `Attendu : ${expectedFr} ; trouvé : ${KIND_FR[found]}${lieu}`,
    expected,
    found,
  };
}
