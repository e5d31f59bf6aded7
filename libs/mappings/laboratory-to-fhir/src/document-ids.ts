import type { Reference } from '@segur/fhir';
import { derivedUuid, type Report } from '@segur/laboratory';

/** What a resource stands for. `document` changes with each revision; the others are the same in all of them. */
export type ResourceKind =
  | 'document'
  | 'composition'
  | 'patient'
  | 'encounter'
  | 'organization'
  | 'location'
  | 'practitioner'
  | 'role'
  | 'request'
  | 'clinical-information'
  | 'specimen'
  | 'device'
  | 'report'
  | 'battery'
  | 'observation'
  | 'other-unit'
  | 'prior'
  | 'isolate'
  | 'strain'
  | 'media'
  | 'attachment'
  | 'immunization'
  | 'provenance';

/** `urn:uuid:` of a resource of a report: the same on every machine and at every try. */
export function urnOf({ reportSetId }: Pick<Report, 'reportSetId'>, kind: ResourceKind, key = ''): string {
  return `urn:uuid:${derivedUuid('fhir', reportSetId, kind, key)}`;
}

/** A reference to a resource of the same document. */
export function refer(report: Pick<Report, 'reportSetId'>, kind: ResourceKind, key = ''): Reference {
  return { reference: urnOf(report, kind, key) };
}
