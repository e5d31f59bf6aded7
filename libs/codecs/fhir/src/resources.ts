import type {
  Address,
  Annotation,
  CodeableConcept,
  Coding,
  ContactPoint,
  Element,
  Extension,
  HumanName,
  Identifier,
  Narrative,
  Period,
  Quantity,
  Range,
  Ratio,
  Reference,
} from './datatypes.js';

/** Of each resource the elements that a report of biology needs. @see FHIR R4 (4.0.1) */
export type Resource =
  | Composition
  | Patient
  | Encounter
  | Organization
  | Practitioner
  | PractitionerRole
  | ServiceRequest
  | Specimen
  | DiagnosticReport
  | Observation;

/** A document: its first entry is the Composition. */
export interface DocumentBundle {
  readonly resourceType: 'Bundle';
  readonly identifier: Identifier;
  readonly type: 'document';
  readonly timestamp: string;
  readonly entry: readonly [Entry<Composition>, ...Entry[]];
}

export interface Entry<R extends Resource = Resource> {
  /** `urn:uuid:`. */
  readonly fullUrl: string;
  readonly resource: R;
}

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
  readonly confidentiality: 'N';
  readonly attester: readonly { readonly mode: 'professional' | 'legal'; readonly time: string; readonly party: Reference }[];
  readonly custodian: Reference;
  readonly relatesTo?: readonly { readonly code: 'replaces'; readonly targetIdentifier: Identifier }[];
  readonly event: readonly { readonly period: Period; readonly detail: readonly Reference[] }[];
  readonly section: readonly Section[];
}

export interface Section {
  readonly title: string;
  readonly code?: CodeableConcept;
  readonly text: Narrative;
  readonly entry?: readonly Reference[];
}

export interface Patient {
  readonly resourceType: 'Patient';
  readonly extension: readonly Extension[];
  readonly identifier: readonly Identifier[];
  readonly name: readonly HumanName[];
  readonly telecom: readonly ContactPoint[];
  readonly gender: 'male' | 'female' | 'unknown';
  readonly birthDate?: string;
  readonly _birthDate?: Element;
  readonly address: readonly Address[];
}

export interface Encounter {
  readonly resourceType: 'Encounter';
  readonly identifier?: readonly Identifier[];
  readonly status: 'unknown';
  readonly class: Coding;
  readonly subject: Reference;
  readonly period?: Period;
}

export interface Organization {
  readonly resourceType: 'Organization';
  readonly identifier: readonly Identifier[];
  readonly type: readonly CodeableConcept[];
  readonly name: string;
  readonly telecom: readonly ContactPoint[];
  readonly address: readonly Address[];
}

export interface Practitioner {
  readonly resourceType: 'Practitioner';
  readonly identifier: readonly Identifier[];
  readonly name: readonly HumanName[];
  readonly telecom: readonly ContactPoint[];
  readonly address: readonly Address[];
}

export interface PractitionerRole {
  readonly resourceType: 'PractitionerRole';
  readonly practitioner: Reference;
  readonly organization?: Reference;
  readonly code?: readonly CodeableConcept[];
}

export interface ServiceRequest {
  readonly resourceType: 'ServiceRequest';
  readonly identifier: readonly Identifier[];
  readonly status: 'active' | 'completed';
  readonly intent: 'order';
  readonly subject: Reference;
  readonly encounter: Reference;
  readonly authoredOn?: string;
  readonly requester?: Reference;
}

export interface Specimen {
  readonly resourceType: 'Specimen';
  readonly identifier: readonly Identifier[];
  readonly accessionIdentifier?: Identifier;
  readonly type: CodeableConcept;
  readonly subject: Reference;
  readonly receivedTime?: string;
  readonly collection?: { readonly collectedDateTime: string };
}

export interface DiagnosticReport {
  readonly resourceType: 'DiagnosticReport';
  readonly identifier: readonly Identifier[];
  readonly basedOn: readonly Reference[];
  readonly status: 'partial' | 'final' | 'corrected' | 'amended';
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
  readonly conclusion?: string;
}

/** The value of a result, or why there is none. */
export interface ObservationResult {
  readonly valueQuantity?: Quantity;
  readonly valueRange?: Range;
  readonly valueRatio?: Ratio;
  readonly valueCodeableConcept?: CodeableConcept;
  readonly valueString?: string;
  readonly valueDateTime?: string;
  readonly _valueDateTime?: Element;
  readonly dataAbsentReason?: CodeableConcept;
}

export interface Observation extends ObservationResult {
  readonly resourceType: 'Observation';
  readonly identifier: readonly Identifier[];
  readonly basedOn: readonly Reference[];
  readonly status: 'preliminary' | 'final' | 'corrected' | 'cancelled';
  readonly category: readonly CodeableConcept[];
  readonly code: CodeableConcept;
  readonly subject: Reference;
  readonly encounter: Reference;
  readonly effectiveDateTime?: string;
  readonly performer: readonly Reference[];
  readonly interpretation?: readonly CodeableConcept[];
  readonly note: readonly Annotation[];
  readonly method?: CodeableConcept;
  readonly specimen?: Reference;
  readonly referenceRange?: readonly { readonly low?: Quantity; readonly high?: Quantity; readonly text?: string }[];
  readonly hasMember?: readonly Reference[];
}
