/** An analysis under its local code. A code that is measured in two units or specimens comes twice. */
export interface LocalConcept {
  readonly code: string;
  readonly label: string;
  readonly synonyms?: readonly string[];
  /** The laboratory's spelling, like specimen and method. */
  readonly unit?: string;
  readonly specimen?: string;
  readonly method?: string;
  readonly chapter?: string;
}

/** The local codes of a laboratory, and what is said of them as a whole. */
export interface CodeSystemFile {
  /** Of the local codes, e.g. `1.2.250.1.999.1`. */
  readonly localCodeSystemOid: string;
  readonly title: string;
  /** ISO 8601, when the catalogue changed last; it is the version too. Absent: the catalogue is empty. */
  readonly date?: string;
  readonly concepts: readonly LocalConcept[];
}

const PROPERTIES = { unit: 'Unité', specimen: 'Milieu', method: 'Technique', chapter: 'Chapitre' } as const;
type Property = keyof typeof PROPERTIES;
const NAMES = Object.keys(PROPERTIES) as Property[];

/**
 * Writes the catalogue of a laboratory as a FHIR R4 `CodeSystem` in JSON: what the `source` of its `ConceptMap` refers to.
 *
 * A code is there once (csd-1), in the place of its first line: further labels and synonyms are designations, and each unit, specimen,
 * method and chapter is a property.
 *
 * @see loinc-transcoding.md §8 (c); FHIR R4 CodeSystem
 */
export function writeCodeSystem({ localCodeSystemOid, title, date, concepts }: CodeSystemFile): string {
  const byCode = [...Map.groupBy(concepts, ({ code }) => code).values()];
  const resource = {
    resourceType: 'CodeSystem',
    url: `urn:oid:${localCodeSystemOid}`,
    ...(date !== undefined && { version: date }),
    name: 'LocalCodes',
    title,
    status: 'active',
    ...(date !== undefined && { date }),
    caseSensitive: true,
    content: 'complete',
    count: byCode.length,
    property: NAMES.map((code) => ({ code, description: PROPERTIES[code], type: 'string' })),
    ...(byCode.length > 0 && { concept: byCode.map(conceptOf) }),
  };
  return `${JSON.stringify(resource, undefined, 2)}\n`;
}

function conceptOf(lines: readonly LocalConcept[]): object {
  const labels = said(lines.flatMap(({ label }) => label));
  const [display, ...others] = labels;
  const designations = said([...others, ...lines.flatMap(({ synonyms = [] }) => synonyms)]).filter((value) => value !== display);
  const properties = NAMES.flatMap((code) => said(lines.map((line) => line[code])).map((valueString) => ({ code, valueString })));
  return {
    code: lines[0]?.code,
    ...(display !== undefined && { display }),
    ...(designations.length > 0 && { designation: designations.map((value) => ({ language: 'fr', value })) }),
    ...(properties.length > 0 && { property: properties }),
  };
}

/** In their order, none twice and none empty: FHIR has no empty texts. */
function said(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== undefined && value.trim() !== ''))] as string[];
}
