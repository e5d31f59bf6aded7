import type { Coding, Reference } from '@segur/fhir';
import type { Laboratory, PerformingLaboratory, Report, Validation } from '@segur/laboratory';
import type { Organizations } from './organizations.js';
import type { People } from './people.js';
import type { Performances } from './performances.js';

/** What the resources of one document share. */
export interface DocumentContext {
  readonly report: Report;
  readonly laboratory: Laboratory;
  readonly organizations: Organizations;
  readonly people: People;
  readonly performances: Performances;
  /** The order, when anything is known of it. */
  readonly basedOn: readonly Reference[];
}

/** What a result has from the section, the battery or the germ that it stands in. */
export interface Surroundings {
  /** Specialty. */
  readonly specialty?: Coding;
  readonly performedBy?: PerformingLaboratory;
  /** Who validated all of it, the last one last. */
  readonly validations: readonly Validation[];
  readonly specimen?: Reference;
}
