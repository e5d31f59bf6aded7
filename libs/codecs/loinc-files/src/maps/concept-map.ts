import { PlatformError } from '@segur/errors';
import { LOINC_SYSTEM } from '../value-set/value-set-row.js';
import type { RecordEquivalence } from './mapping-record.js';

/** One line of a published map. */
export interface ConceptMapRow {
  readonly localCode: string;
  readonly label?: string;
  /** Only for results in this unit. */
  readonly unit?: string;
  /** Only for results on this specimen. */
  readonly specimen?: string;
  readonly method?: string;
  /** Absent: a biologist decided that no code fits. */
  readonly target?: {
    readonly code: string;
    readonly label: string;
    readonly equivalence: RecordEquivalence;
  };
  readonly comment?: string;
}

/** A published map, as it is exchanged. */
export interface ConceptMapFile {
  /** Of the laboratory's local codes, e.g. `1.2.250.1.999.1`. */
  readonly localCodeSystemOid: string;
  /** Of the map: the number of its release. */
  readonly version: string;
  /** ISO 8601, when the release was published. */
  readonly date: string;
  readonly title: string;
  /** A stable address of the map, without its version. */
  readonly url?: string;
  /** The legal name of the laboratory. */
  readonly publisher?: string;
  readonly loincRelease?: string;
  readonly rows: readonly ConceptMapRow[];
}

/** Goes with every file that carries LOINC codes. */
export const LOINC_NOTICE =
  'This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the Logical ' +
  'Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at ' +
  'http://loinc.org/license. LOINC® is a registered United States trademark of Regenstrief Institute, Inc.';

/** What a condition is about, as FHIR wants it: a URI. */
export const CONDITIONS = {
  unit: 'urn:segur:concept-map:unit',
  specimen: 'urn:segur:concept-map:specimen',
  method: 'urn:segur:concept-map:method',
} as const;

export const EQUIVALENCE_TO_FHIR = { equal: 'equivalent', broader: 'wider', narrower: 'narrower' } as const;

/** A narrower code needs a justification, which FHIR wants as a comment (invariant cmd-1). */
export class JustificationMissing extends PlatformError {
  readonly code = 'loinc-map-justification';
  readonly kind = 'invalid';
}

/**
 * Writes a published map as a FHIR R4 `ConceptMap` in JSON. Rejected and proposed mappings have no place in it.
 *
 * Lines of one local code become one element, at the place of the first; {@link readConceptMap} gives all of them back.
 *
 * @throws {JustificationMissing} A line says `narrower` and has no comment.
 * @see loinc-transcoding.md §8; FHIR R4 ConceptMap
 */
export function writeConceptMap(file: ConceptMapFile): string {
  const elements = new Map<string, { code: string; display?: string; target: object[] }>();
  for (const row of file.rows) {
    // Two names of one code are two elements: an element has one display.
    const key = JSON.stringify([row.localCode, row.label]);
    const element = elements.get(key) ?? { code: row.localCode, ...(row.label && { display: row.label }), target: [] };
    element.target.push(targetOf(row));
    elements.set(key, element);
  }
  const resource = {
    resourceType: 'ConceptMap',
    ...(file.url !== undefined && { url: file.url }),
    version: file.version,
    title: file.title,
    status: 'active',
    date: file.date,
    ...(file.publisher !== undefined && { publisher: file.publisher }),
    copyright: LOINC_NOTICE,
    group: [
      {
        source: `urn:oid:${file.localCodeSystemOid}`,
        target: LOINC_SYSTEM,
        ...(file.loincRelease !== undefined && { targetVersion: file.loincRelease }),
        ...(elements.size > 0 && { element: [...elements.values()] }),
      },
    ],
  };
  return `${JSON.stringify(resource, undefined, 2)}\n`;
}

function targetOf({ target, comment, localCode: _, label: __, ...conditions }: ConceptMapRow): object {
  if (target?.equivalence === 'narrower' && !comment) throw new JustificationMissing('A narrower code needs a justification');
  const dependsOn = (Object.keys(CONDITIONS) as (keyof typeof CONDITIONS)[]).flatMap((condition) => {
    const value = conditions[condition];
    return value ? [{ property: CONDITIONS[condition], value }] : [];
  });
  return {
    ...(target && { code: target.code, ...(target.label && { display: target.label }) }),
    equivalence: target ? EQUIVALENCE_TO_FHIR[target.equivalence] : 'unmatched',
    ...(comment && { comment }),
    ...(dependsOn.length > 0 && { dependsOn }),
  };
}
