import type { Address, CodeableConcept, ContactPoint, Element, Extension, HumanName, Identifier, Reference } from './datatypes.js';

/** Who the report is about. */
export interface Patient {
  readonly resourceType: 'Patient';
  readonly extension: readonly Extension[];
  readonly identifier: readonly Identifier[];
  readonly name: readonly HumanName[];
  readonly telecom: readonly ContactPoint[];
  readonly gender: 'male' | 'female' | 'unknown';
  readonly birthDate?: string;
  readonly _birthDate?: Element;
  readonly deceasedBoolean?: boolean;
  readonly deceasedDateTime?: string;
  readonly address: readonly Address[];
  readonly multipleBirthInteger?: number;
  readonly contact?: readonly PatientContact[];
}

/** Somebody to speak to about the patient: name, telecom, address or organization, one of them at least (pat-1). */
export interface PatientContact {
  readonly relationship: readonly CodeableConcept[];
  readonly name?: HumanName;
  readonly telecom?: readonly ContactPoint[];
  readonly address?: Address;
  readonly organization?: Reference;
}

/** A structure. */
export interface Organization {
  readonly resourceType: 'Organization';
  readonly identifier: readonly Identifier[];
  readonly type: readonly CodeableConcept[];
  readonly name?: string;
  readonly _name?: Element;
  /** Never of use `home` (org-3). */
  readonly telecom: readonly ContactPoint[];
  readonly address: readonly Address[];
}

/** A place. */
export interface Location {
  readonly resourceType: 'Location';
  readonly name: string;
  readonly telecom: readonly ContactPoint[];
  readonly address?: Address;
  readonly managingOrganization: Reference;
}

/** A health professional. */
export interface Practitioner {
  readonly resourceType: 'Practitioner';
  readonly identifier: readonly Identifier[];
  readonly name: readonly HumanName[];
  readonly telecom: readonly ContactPoint[];
  readonly address: readonly Address[];
}

/** A health professional where they work; without practitioner, whoever reads a mailbox there. */
export interface PractitionerRole {
  readonly resourceType: 'PractitionerRole';
  readonly practitioner?: Reference;
  readonly organization?: Reference;
  readonly code?: readonly CodeableConcept[];
  readonly telecom?: readonly ContactPoint[];
}
