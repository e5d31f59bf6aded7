import { Injectable } from '@nestjs/common';
import type { LoincConcept, ValueSetEntry } from '@segur/terminology';

/** The reference data in force: one LOINC release, and one version of the French value set. Never changed: new data is a new object. */
export interface Reference {
  /** `2.78`; `starter` while no release was imported. */
  readonly release: string;
  readonly concepts: ReadonlyMap<string, LoincConcept>;
  /** Of the value set, as its publisher names it. Absent with {@link valueSet}. */
  readonly valueSetVersion?: string;
  /** Absent: none was imported, and nothing is known about what may be sent in France. */
  readonly valueSet?: ReadonlyMap<string, ValueSetEntry>;
}

/**
 * The reference data in force, in memory, and each earlier version on demand.
 *
 * The same object as long as nothing new was imported, so that what is built from it (a proposal index) may be kept by it.
 */
@Injectable()
export class ReferenceConcepts {
  private readonly starter: Promise<Reference> = Promise.resolve({ release: 'starter', concepts: new Map() });

  current(): Promise<Reference> {
    return this.starter;
  }

  /**
   * An earlier state, for comparison (`compareReleases`); it is not kept in memory.
   *
   * @param release - `starter` or the number of an imported release.
   * @returns Nothing when no such release, or no such version of the value set, was imported.
   */
  async at(release: string, _valueSetVersion?: string): Promise<Reference | undefined> {
    return release === 'starter' ? this.starter : undefined;
  }
}
