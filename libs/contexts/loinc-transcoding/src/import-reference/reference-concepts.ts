import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { STARTER_CONCEPTS } from '@segur/starter-terminology';
import type { LoincConcept, ValueSetEntry } from '@segur/terminology';
import { compareVersions } from './read-release.js';
import { ReferenceImports, type ReferenceKind } from './reference-imports.js';
import { ReferenceStore } from './reference-store.js';

/** The reference data in force: one LOINC release, and one version of the French value set. Never changed: new data is a new object. */
export interface Reference {
  /** `2.78`; `starter` while no release was imported. */
  readonly release: string;
  /** Of laboratories and clinics; surveys and attachments are left out. Named in French by the value set where that knows the code. */
  readonly concepts: ReadonlyMap<string, LoincConcept>;
  /** Of the value set, as its publisher names it. Absent with {@link valueSet}. */
  readonly valueSetVersion?: string;
  /** Absent: none was imported, and nothing is known about what may be sent in France. */
  readonly valueSet?: ReadonlyMap<string, ValueSetEntry>;
}

/** The name of the table that the product comes with. */
export const STARTER = 'starter';

type ReadyVersions = Awaited<ReturnType<ReferenceImports['ready']>>;

/**
 * The reference data in force, in memory, and each earlier version on demand.
 *
 * In force are the highest release and the highest version of the value set that were imported, by anybody, on any replica. The same object
 * as long as that is so: what is built from it (a proposal index) may be kept by it.
 */
@Injectable()
export class ReferenceConcepts implements OnApplicationBootstrap {
  private loaded: { readonly key: string; readonly reference: Promise<Reference> } | undefined;

  constructor(
    private readonly imports: ReferenceImports,
    private readonly store: ReferenceStore,
  ) {}

  /** Nobody waits for a load that may be had beforehand; where it fails, the first caller hears why. */
  onApplicationBootstrap(): void {
    this.current().catch(() => undefined);
  }

  /** One short query when nothing is new. After an import the first caller waits for the load, some seconds for a whole release. */
  async current(): Promise<Reference> {
    const ready = await this.imports.ready();
    const [release, valueSet] = [highest(ready, 'loinc-release'), highest(ready, 'value-set')];
    const key = `${release?.id ?? STARTER} ${valueSet?.id ?? ''}`;
    if (this.loaded?.key === key) return this.loaded.reference;

    const loading = { key, reference: this.load(release, valueSet) };
    this.loaded = loading;
    // A load that failed is tried again by the next caller.
    loading.reference.catch(() => (this.loaded = this.loaded === loading ? undefined : this.loaded));
    return loading.reference;
  }

  /**
   * An earlier state, for comparison (`compareReleases`); it is not kept in memory.
   *
   * @param release - `starter` or the number of an imported release.
   * @returns Nothing when no such release, or no such version of the value set, was imported.
   */
  async at(release: string, valueSetVersion?: string): Promise<Reference | undefined> {
    const ready = await this.imports.ready();
    const find = (kind: ReferenceKind, version: string) => ready.find((one) => one.kind === kind && one.version === version);
    const concepts = find('loinc-release', release);
    const valueSet = valueSetVersion === undefined ? undefined : find('value-set', valueSetVersion);
    if ((!concepts && release !== STARTER) || (!valueSet && valueSetVersion !== undefined)) return undefined;
    return this.load(concepts, valueSet);
  }

  /** One code of the release in force, whatever it is for: surveys too. */
  async find(code: string): Promise<LoincConcept | undefined> {
    const known = (await this.current()).concepts.get(code);
    const release = known ? undefined : highest(await this.imports.ready(), 'loinc-release');
    return release ? this.store.concept(release.id, code) : known;
  }

  private async load(release: ReadyVersions[number] | undefined, valueSet: ReadyVersions[number] | undefined): Promise<Reference> {
    const concepts = release ? await this.store.concepts(release.id) : starterConcepts();
    if (!valueSet) return { release: release?.version ?? STARTER, concepts };
    const entries = await this.store.valueSet(valueSet.id);
    return {
      release: release?.version ?? STARTER,
      concepts: inFrench(concepts, entries),
      valueSetVersion: valueSet.version,
      valueSet: entries,
    };
  }
}

function highest(ready: ReadyVersions, kind: ReferenceKind): ReadyVersions[number] | undefined {
  return ready.filter((one) => one.kind === kind).sort((a, b) => compareVersions(b.version, a.version))[0];
}

function starterConcepts(): ReadonlyMap<string, LoincConcept> {
  return new Map(STARTER_CONCEPTS.map((concept) => [concept.code, concept]));
}

/** What is sent in France bears the name of the value set, also where a linguistic variant says otherwise. */
function inFrench(
  concepts: ReadonlyMap<string, LoincConcept>,
  entries: ReadonlyMap<string, ValueSetEntry>,
): ReadonlyMap<string, LoincConcept> {
  const named = new Map(concepts);
  for (const { code, frenchName } of entries.values()) {
    const concept = named.get(code);
    if (concept && concept.frenchName !== frenchName) named.set(code, { ...concept, frenchName });
  }
  return named;
}
