/** What the assembly decides, and the report does not say. */
export interface FhirOptions {
  /** Instant of creation of the document. */
  readonly createdAt: Date;
  /** Revision whose document this one replaces. Absent: none. */
  readonly replaces?: number;
}
