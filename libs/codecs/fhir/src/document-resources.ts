import type { Attachment, CodeableConcept, Extension, Identifier, Narrative, Period, Reference } from './datatypes.js';

/** The title page of a document. */
export interface Composition {
  readonly resourceType: 'Composition';
  readonly language: string;
  readonly text: Narrative;
  readonly extension?: readonly Extension[];
  readonly identifier: Identifier;
  readonly status: 'preliminary' | 'final' | 'amended';
  readonly type: CodeableConcept;
  readonly subject: Reference;
  readonly encounter: Reference;
  readonly date: string;
  readonly author: readonly Reference[];
  readonly title: string;
  readonly confidentiality: 'N' | 'R' | 'V';
  readonly attester: readonly { readonly mode: 'professional' | 'legal'; readonly time: string; readonly party: Reference }[];
  readonly custodian: Reference;
  readonly relatesTo?: readonly { readonly code: 'replaces'; readonly targetIdentifier: Identifier }[];
  readonly event: readonly { readonly period: Period; readonly detail: readonly Reference[] }[];
  readonly section: readonly Section[];
}

/** Text, entries or sections inside: one of them at least (cmp-1). */
export interface Section {
  readonly title?: string;
  readonly code?: CodeableConcept;
  /** Who is responsible for this section, where it is not who is for the document. */
  readonly author?: readonly Reference[];
  readonly text?: Narrative;
  readonly entry?: readonly Reference[];
  readonly section?: readonly Section[];
}

/** The report as a service of the laboratory. */
export interface DiagnosticReport {
  readonly resourceType: 'DiagnosticReport';
  readonly identifier: readonly Identifier[];
  readonly basedOn: readonly Reference[];
  readonly status: 'partial' | 'preliminary' | 'final' | 'corrected' | 'amended';
  readonly category: readonly CodeableConcept[];
  readonly code: CodeableConcept;
  readonly subject: Reference;
  readonly encounter: Reference;
  readonly effectiveDateTime: string;
  readonly issued?: string;
  readonly performer: readonly Reference[];
  readonly resultsInterpreter: readonly Reference[];
  readonly specimen: readonly Reference[];
  readonly result: readonly Reference[];
  readonly media?: readonly { readonly comment?: string; readonly link: Reference }[];
  readonly conclusion?: string;
  readonly presentedForm?: readonly Attachment[];
}

/** A picture. */
export interface Media {
  readonly resourceType: 'Media';
  readonly identifier: readonly Identifier[];
  readonly status: 'completed';
  readonly type: CodeableConcept;
  readonly subject: Reference;
  readonly encounter: Reference;
  readonly content: Attachment;
}

/** A document that somebody else made. */
export interface DocumentReference {
  readonly resourceType: 'DocumentReference';
  readonly status: 'current';
  readonly type?: CodeableConcept;
  readonly subject: Reference;
  readonly author?: readonly Reference[];
  readonly description?: string;
  readonly content: readonly { readonly attachment: Attachment }[];
  readonly context?: { readonly period?: Period };
}

/** Who did something, and when. */
export interface Provenance {
  readonly resourceType: 'Provenance';
  readonly target: readonly Reference[];
  readonly occurredDateTime: string;
  /** An instant. */
  readonly recorded: string;
  readonly agent: readonly { readonly type: CodeableConcept; readonly who: Reference; readonly onBehalfOf?: Reference }[];
}
