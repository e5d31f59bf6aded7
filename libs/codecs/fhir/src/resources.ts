import type { Coding, Identifier } from './datatypes.js';
import type { Composition, DiagnosticReport, DocumentReference, Media, Provenance } from './document-resources.js';
import type { Observation } from './observation-resource.js';
import type { Location, Organization, Patient, Practitioner, PractitionerRole } from './people-resources.js';
import type { Device, Encounter, Immunization, ServiceRequest, Specimen } from './care-resources.js';

/** Of each resource the elements that a report of biology needs. @see FHIR R4 (4.0.1) */
export type Resource =
  | Composition
  | Patient
  | Encounter
  | Organization
  | Location
  | Practitioner
  | PractitionerRole
  | ServiceRequest
  | Specimen
  | Device
  | DiagnosticReport
  | Observation
  | Media
  | Immunization
  | DocumentReference
  | Provenance;

/** A document: its first entry is the Composition. */
export interface DocumentBundle {
  readonly resourceType: 'Bundle';
  readonly meta?: { readonly security: readonly Coding[] };
  readonly identifier: Identifier;
  readonly type: 'document';
  readonly timestamp: string;
  readonly entry: readonly [Entry<Composition>, ...Entry[]];
}

/** A resource under the name that the others of its bundle know it by. */
export interface Entry<R extends Resource = Resource> {
  /** `urn:uuid:`. */
  readonly fullUrl: string;
  readonly resource: R;
}
