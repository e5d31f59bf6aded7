import { Injectable } from '@nestjs/common';
import { ResourceNotFound } from '@segur/http-security';
import { ContextDatabase, type Tx } from '@segur/persistence';
import { compareReleases } from '@segur/terminology';
import { ReferenceConcepts, type Reference } from '../import-reference/reference-concepts.js';
import { MappingLedger } from '../review-mappings/mapping-ledger.js';
import { codesInForce, proposeMigration, touchedMappings, type TouchedMapping } from './plan-migration.js';

/** What the reference data in force change for a laboratory, since the state its map was published with. */
export interface ReleaseImpact {
  readonly from: { readonly loincRelease: string; readonly valueSetVersion?: string };
  readonly to: { readonly loincRelease: string; readonly valueSetVersion?: string };
  /** How many codes in use, by what happened to them. */
  readonly counts: Readonly<Record<string, number>>;
  readonly items: readonly TouchedMapping[];
}

/** A report that left with a code. */
export interface AffectedReport {
  readonly reportSetId: string;
  readonly revision: number;
  readonly mapRelease: number;
  readonly codedAt: Date;
}

/** Where a comparison begins. */
export interface ReleaseBaseline {
  readonly loincRelease?: string | undefined;
  readonly valueSetVersion?: string | undefined;
}

/** Follows new LOINC releases and value sets: says what they touch, and proposes what to do. */
@Injectable()
export class FollowReleasesService {
  constructor(
    private readonly db: ContextDatabase,
    private readonly ledger: MappingLedger,
    private readonly references: ReferenceConcepts,
  ) {}

  /**
   * @param baseline - Absent: what the map in force was published with.
   * @throws {ResourceNotFound} There is no such release any more.
   */
  async impact(tenantId: string, baseline: ReleaseBaseline): Promise<ReleaseImpact> {
    const [before, after] = await this.states(tenantId, baseline);
    const items = await this.db.transaction(tenantId, (tx) => this.touched(tx, tenantId, before, after));
    const counts = Object.fromEntries(
      [...Map.groupBy(items, ({ change }) => change)].map(([change, group]) => [change, group.length]),
    );
    return { from: versionsOf(before), to: versionsOf(after), counts, items };
  }

  /** Proposes the successors of replaced codes; each is to be validated. @returns How many were proposed. */
  async proposeMigrations(tenantId: string, actor: string, baseline: ReleaseBaseline): Promise<number> {
    const [before, after] = await this.states(tenantId, baseline);
    return this.db.transaction(tenantId, async (tx) => {
      await this.ledger.lock(tx, tenantId);
      const touched = await this.touched(tx, tenantId, before, after);
      const entries = await this.ledger.read(tx, tenantId);
      const deeds = proposeMigration(touched, entries, { reference: after, newId: () => this.ledger.newId() });
      await this.ledger.record(tx, tenantId, entries, { actor, comment: `LOINC ${before.release} → ${after.release}`, deeds });
      return deeds.length;
    });
  }

  /**
   * The reports that left with a code, latest first. A local code with several units may name reports whose result had another unit.
   *
   * @param before - Where the page before ended.
   */
  async affectedReports(tenantId: string, loinc: string, limit: number, before?: string): Promise<AffectedReport[]> {
    return this.db.query<AffectedReport>(
      tenantId,
      `SELECT report_set_id AS "reportSetId", revision, map_release AS "mapRelease", coded_at AS "codedAt"
       FROM coded_report c
       WHERE tenant_id = $1 AND ($4::uuid IS NULL OR report_set_id < $4)
         AND EXISTS (SELECT FROM mapping m
                     WHERE m.tenant_id = $1 AND m.release = c.map_release AND m.loinc = $2 AND m.local_code = ANY (c.local_codes))
       ORDER BY report_set_id DESC LIMIT $3`,
      [tenantId, loinc, limit + 1, before ?? null],
    );
  }

  private async states(tenantId: string, baseline: ReleaseBaseline): Promise<readonly [Reference, Reference]> {
    const after = await this.references.current();
    const { loincRelease, valueSetVersion } = baseline.loincRelease ? baseline : await this.publishedWith(tenantId);
    const release = loincRelease ?? after.release;
    if (release === after.release && (valueSetVersion ?? after.valueSetVersion) === after.valueSetVersion) return [after, after];
    const before = await this.references.at(release, valueSetVersion);
    if (!before) throw new ResourceNotFound('There is no such release', { release });
    return [before, after];
  }

  private async publishedWith(tenantId: string): Promise<ReleaseBaseline> {
    const [row] = await this.db.query<{ loincRelease: string | null; valueSetVersion: string | null }>(
      tenantId,
      `SELECT loinc_release AS "loincRelease", value_set_version AS "valueSetVersion" FROM map_release
       WHERE tenant_id = $1 AND loinc_release IS NOT NULL ORDER BY release DESC LIMIT 1`,
      [tenantId],
    );
    return { loincRelease: row?.loincRelease ?? undefined, valueSetVersion: row?.valueSetVersion ?? undefined };
  }

  private async touched(tx: Tx, tenantId: string, before: Reference, after: Reference): Promise<readonly TouchedMapping[]> {
    if (before === after) return [];
    const inForce = codesInForce((await this.ledger.read(tx, tenantId)).values(), this.ledger.today());
    return touchedMappings(compareReleases(before, after, [...inForce.keys()]), inForce);
  }
}

function versionsOf({ release, valueSetVersion }: Reference): ReleaseImpact['from'] {
  return { loincRelease: release, ...(valueSetVersion && { valueSetVersion }) };
}
