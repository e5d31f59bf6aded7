/** One code of the French value set "circuit de la biologie". */
export interface ValueSetRow {
  readonly code: string;
  /** The name under which the code is sent in France. */
  readonly frenchName: string;
  readonly chapter?: string;
  readonly subChapter?: string;
  readonly preferredUnit?: string;
  readonly comparabilityGroup?: string;
  /** ISO 8601 dates. */
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** LOINC as FHIR names it. */
export const LOINC_SYSTEM = 'http://loinc.org';
