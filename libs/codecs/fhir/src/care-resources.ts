import type { CodeableConcept, Coding, Element, Identifier, Period, Reference } from './datatypes.js';

/** The stay or the visit. */
export interface Encounter {
  readonly resourceType: 'Encounter';
  readonly identifier?: readonly Identifier[];
  readonly status: 'unknown' | 'finished';
  readonly class: Coding;
  readonly subject: Reference;
  readonly participant?: readonly {
    readonly type: readonly CodeableConcept[];
    readonly period?: Period;
    readonly individual: Reference;
  }[];
  readonly period?: Period;
  readonly location?: readonly { readonly location: Reference }[];
}

/** The prescription. */
export interface ServiceRequest {
  readonly resourceType: 'ServiceRequest';
  readonly identifier: readonly Identifier[];
  readonly status: 'active' | 'completed';
  readonly intent: 'order';
  readonly subject: Reference;
  readonly encounter: Reference;
  readonly authoredOn?: string;
  readonly requester?: Reference;
  readonly reasonCode?: readonly CodeableConcept[];
  readonly supportingInfo?: readonly Reference[];
}

/** What was taken from the patient, or grown from it. */
export interface Specimen {
  readonly resourceType: 'Specimen';
  readonly identifier: readonly Identifier[];
  readonly accessionIdentifier?: Identifier;
  readonly type: CodeableConcept;
  readonly subject: Reference;
  readonly receivedTime?: string;
  readonly parent?: readonly Reference[];
  readonly collection?: {
    readonly collector?: Reference;
    readonly collectedDateTime?: string;
    readonly method?: CodeableConcept;
    readonly bodySite?: CodeableConcept;
  };
}

/** A reagent kit. */
export interface Device {
  readonly resourceType: 'Device';
  readonly type: CodeableConcept;
}

/** A vaccination that was done, or is known not to have been. */
export interface Immunization {
  readonly resourceType: 'Immunization';
  readonly status: 'completed' | 'not-done';
  readonly vaccineCode: CodeableConcept;
  readonly patient: Reference;
  readonly occurrenceDateTime?: string;
  readonly _occurrenceDateTime?: Element;
}
