import { Injectable } from '@nestjs/common';
import { hasErrors, type Finding } from '@segur/errors';
import { ResourceNotFound } from '@segur/http-security';
import { ContextDatabase, type Tx } from '@segur/persistence';
import { PublishedMaps } from '../code-report/published-maps.js';
import { ReferenceConcepts, type Reference } from '../import-reference/reference-concepts.js';
import type { CatalogueOutline } from '../import-catalogue/catalogue-outline.js';
import { CatalogueStore } from '../import-catalogue/catalogue-store.js';
import { MappingLedger } from '../review-mappings/mapping-ledger.js';
import { adoptLines } from './adopt-lines.js';
import { checkConsistency, UNIT_CONTRADICTED } from './check-consistency.js';
import { compareMaps, type MapDifference } from './compare-maps.js';
import { MapInconsistent } from './map-inconsistent.js';
import { linesInForce, withNamesOf, type MapLine } from './map-line.js';
import { MapReleases, type ReleaseOrigin } from './map-releases.js';

/** What would be published now, and what speaks against it. */
export interface MapDraft {
  readonly lines: number;
  readonly findings: readonly Finding[];
  /** Against the release in force. */
  readonly differences: readonly MapDifference[];
}

/** Who publishes, and in whose name. */
export interface Publication {
  readonly author: string;
  readonly signer?: string | undefined;
  readonly note?: string | undefined;
}

/** Makes releases of a laboratory's map: from what is in force in the review, or from an earlier release. */
@Injectable()
export class PublishMapService {
  constructor(
    private readonly db: ContextDatabase,
    private readonly ledger: MappingLedger,
    private readonly catalogue: CatalogueStore,
    private readonly releases: MapReleases,
    private readonly references: ReferenceConcepts,
    private readonly inForce: PublishedMaps,
  ) {}

  async draft(tenantId: string): Promise<MapDraft> {
    const reference = await this.references.current();
    return this.db.transaction(tenantId, async (tx) => {
      const lines = await this.linesNow(tx, tenantId, reference);
      const inForce = await this.releases.lines(tx, tenantId, await latestRelease(tx, tenantId));
      return { lines: lines.length, findings: checkConsistency(lines, reference), differences: compareMaps(inForce, lines) };
    });
  }

  /**
   * Publishes the mappings in force today; where they say what the latest release says, that one stays.
   *
   * @param acceptWarnings - False: a warning stops the release.
   * @throws {MapInconsistent}
   */
  async publish(tenantId: string, by: Publication, acceptWarnings: boolean): Promise<number> {
    const reference = await this.references.current();
    return this.swap(tenantId, async (tx) => {
      const lines = await this.linesNow(tx, tenantId, reference);
      const findings = lines.length === 0 ? [NOTHING] : checkConsistency(lines, reference);
      if (hasErrors(findings) || (findings.length > 0 && !acceptWarnings)) throw new MapInconsistent(findings);
      const latest = await latestRelease(tx, tenantId);
      if (latest > 0 && compareMaps(await this.releases.lines(tx, tenantId, latest), lines).length === 0) return latest;
      return this.releases.write(tx, tenantId, lines, { ...by, origin: 'review', ...versionsOf(reference) });
    });
  }

  /**
   * Publishes an earlier release again, under a new number, and makes the review agree with it.
   *
   * @throws {ResourceNotFound} There is no such release.
   * @throws {MapInconsistent} A unit contradicts its code, by what is known of the codes today.
   */
  async rollBack(tenantId: string, release: number, by: Publication): Promise<number> {
    const reference = await this.references.current();
    return this.swap(tenantId, async (tx) => {
      const lines = await this.releases.lines(tx, tenantId, release);
      if (lines.length === 0) throw new ResourceNotFound('There is no such release', { release });
      const contradictions = checkConsistency(lines, reference).filter(({ code }) => code === UNIT_CONTRADICTED);
      if (contradictions.length > 0) throw new MapInconsistent(contradictions);
      return this.publishWhole(tx, tenantId, lines, { ...by, origin: 'rollback', equalTo: release });
    });
  }

  /** The lines of a release; none where there is no such release. */
  async lines(tenantId: string, release: number): Promise<readonly MapLine[]> {
    return this.db.transaction(tenantId, (tx) => this.releases.lines(tx, tenantId, release));
  }

  /** Chapters and exams, with the codes that were given to them. */
  async outline(tenantId: string): Promise<CatalogueOutline> {
    return this.db.transaction(tenantId, (tx) => this.catalogue.outline(tx, tenantId));
  }

  /** What the second release says that the first does not. */
  async diff(tenantId: string, before: number, after: number): Promise<readonly MapDifference[]> {
    return compareMaps(await this.lines(tenantId, before), await this.lines(tenantId, after));
  }

  /**
   * One publication at a time for a laboratory. Once it resolves, the next report of this process is coded with what was published.
   *
   * @param work - Holds the ledger's lock. @returns What it returns.
   */
  async swap(tenantId: string, work: (tx: Tx) => Promise<number>): Promise<number> {
    const release = await this.db.transaction(tenantId, async (tx) => {
      await this.ledger.lock(tx, tenantId);
      return work(tx);
    });
    this.inForce.recheck(tenantId);
    return release;
  }

  /** Publishes lines as they are, and makes the review say what they say. @param tx - Holds the ledger's lock. */
  async publishWhole(tx: Tx, tenantId: string, lines: readonly MapLine[], from: ReleaseOrigin): Promise<number> {
    const entries = [...(await this.ledger.read(tx, tenantId)).values()].filter(({ active }) => active);
    const { enter, deeds } = adoptLines(entries, lines, {
      by: from.signer ?? from.author,
      day: this.ledger.today(),
      newId: () => this.ledger.newId(),
    });
    await this.catalogue.enter(tx, tenantId, enter, 'map');
    await this.ledger.record(tx, tenantId, await this.ledger.read(tx, tenantId), { actor: from.author, deeds });
    return this.releases.write(tx, tenantId, lines, from);
  }

  private async linesNow(tx: Tx, tenantId: string, { valueSet }: Reference): Promise<readonly MapLine[]> {
    return withNamesOf(linesInForce((await this.ledger.read(tx, tenantId)).values(), this.ledger.today()), valueSet);
  }
}

const NOTHING: Finding = {
  severity: 'error',
  code: 'map-empty',
  location: 'map',
  message: 'No mapping is in force: there is nothing to publish',
};

/** 0: none was published. */
export async function latestRelease(tx: Tx, tenantId: string): Promise<number> {
  const [row] = (await tx.query('SELECT coalesce(max(release), 0) AS release FROM map_release WHERE tenant_id = $1', [
    tenantId,
  ])) as {
    release: number;
  }[];
  return row?.release ?? 0;
}

function versionsOf({ release, valueSetVersion }: Reference): Pick<ReleaseOrigin, 'loincRelease' | 'valueSetVersion'> {
  return { loincRelease: release, ...(valueSetVersion && { valueSetVersion }) };
}
