import { Injectable } from '@nestjs/common';
import type { Finding } from '@segur/errors';
import { ContextDatabase } from '@segur/persistence';
import { ReferenceConcepts } from '../import-reference/reference-concepts.js';
import { checkConsistency } from '../publish-mappings/check-consistency.js';
import { MapReleases } from '../publish-mappings/map-releases.js';
import { latestRelease } from '../publish-mappings/publish-map.service.js';
import { shareOf } from './share-of.js';

/** How a laboratory's transcoding fares. Shares are 0 to 1, and absent where there is nothing to divide. @see loinc-transcoding.md §10 */
export interface MappingKpis {
  /** In force; 0: none. */
  readonly release: number;
  readonly coverage: {
    /** Analyses of the catalogue. */
    readonly active: number;
    /** Whose mapping a biologist decided: a code, or that none fits. */
    readonly decided: number;
    readonly share?: number;
    /** Weighted by results a year; an analysis of unknown volume counts once. */
    readonly shareByVolume?: number;
  };
  /** Of the last thirty days, latest first; a report counts on the day of its last revision. */
  readonly days: readonly {
    readonly day: string;
    readonly observations: number;
    readonly coded: number;
    readonly share?: number;
  }[];
  /** What people made of the proposals. */
  readonly proposals: {
    readonly decisions: number;
    readonly firstAccepted?: number;
    readonly topFiveAccepted?: number;
    /** Of those that were `high`: the share whose first code was validated. */
    readonly highPrecision?: number;
    /** From proposal to validation, where the two were not one act. */
    readonly medianHoursToValidate?: number;
  };
  /** Of the release in force. All should be 0. */
  readonly inForce: { readonly unitContradictions: number; readonly deprecatedTargets: number; readonly outsideValueSet: number };
  /** Local codes that were sent without LOINC since no map has them, oldest first; at most 200. */
  readonly missing: readonly {
    readonly localCode: string;
    readonly reason: string;
    readonly unit: string;
    readonly firstSeenAt: Date;
  }[];
}

/** Works out the figures from what is kept anyway. */
@Injectable()
export class MappingKpisQuery {
  constructor(
    private readonly db: ContextDatabase,
    private readonly releases: MapReleases,
    private readonly references: ReferenceConcepts,
  ) {}

  async of(tenantId: string): Promise<MappingKpis> {
    const [coverage, days, proposals, missing, { release, findings }] = await Promise.all([
      this.coverage(tenantId),
      this.days(tenantId),
      this.proposals(tenantId),
      this.missing(tenantId),
      this.published(tenantId),
    ]);
    const count = (wanted: string) => findings.filter(({ code }) => code === wanted).length;
    return {
      release,
      coverage,
      days,
      proposals,
      inForce: {
        unitContradictions: count('map-unit-contradicted'),
        deprecatedTargets: count('map-target-deprecated'),
        outsideValueSet: count('map-outside-value-set'),
      },
      missing,
    };
  }

  private async coverage(tenantId: string): Promise<MappingKpis['coverage']> {
    const [row] = await this.db.query<{ active: number; decided: number; volume: number; covered: number }>(
      tenantId,
      `SELECT count(*)::int AS active, count(*) FILTER (WHERE decided)::int AS decided,
              coalesce(sum(volume), 0)::float8 AS volume, coalesce(sum(volume) FILTER (WHERE decided), 0)::float8 AS covered
       FROM (SELECT greatest(coalesce(t.volume, 1), 1) AS volume,
                    EXISTS (SELECT FROM reviewed_mapping m WHERE m.tenant_id = $1 AND m.entry_id = t.entry_id
                              AND m.status IN ('validated', 'no_match')) AS decided
             FROM local_test t WHERE t.tenant_id = $1 AND t.active) AS analyses`,
      [tenantId],
    );
    const { active = 0, decided = 0, volume = 0, covered = 0 } = row ?? {};
    return { active, decided, ...shareOf('share', decided, active), ...shareOf('shareByVolume', covered, volume) };
  }

  private async days(tenantId: string): Promise<MappingKpis['days']> {
    const rows = await this.db.query<{ day: string; observations: number; coded: number }>(
      tenantId,
      `SELECT (coded_at AT TIME ZONE 'Europe/Paris')::date::text AS day, sum(observations)::int AS observations, sum(coded)::int AS coded
       FROM coded_report WHERE tenant_id = $1 AND coded_at > now() - interval '30 days' GROUP BY 1 ORDER BY 1 DESC`,
      [tenantId],
    );
    return rows.map((row) => ({ ...row, ...shareOf('share', row.coded, row.observations) }));
  }

  private async proposals(tenantId: string): Promise<MappingKpis['proposals']> {
    const [row] = await this.db.query<Record<'decisions' | 'first' | 'five' | 'high' | 'right', number> & { hours: number | null }>(
      tenantId,
      `SELECT count(*)::int AS decisions,
              count(*) FILTER (WHERE evidence ->> 'firstCode' = loinc)::int AS first,
              count(*) FILTER (WHERE (evidence ->> 'rank')::int <= 5)::int AS five,
              count(*) FILTER (WHERE evidence ->> 'firstConfidence' = 'high')::int AS high,
              count(*) FILTER (WHERE evidence ->> 'firstConfidence' = 'high' AND evidence ->> 'firstCode' = loinc)::int AS right,
              (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM decided_at - proposed_at) / 3600)
                FILTER (WHERE decided_at > proposed_at))::float8 AS hours
       FROM reviewed_mapping
       WHERE tenant_id = $1 AND valid_from IS NOT NULL AND status <> 'obsolete' AND evidence ? 'firstCode'`,
      [tenantId],
    );
    const { decisions = 0, first = 0, five = 0, high = 0, right = 0, hours = null } = row ?? {};
    return {
      decisions,
      ...shareOf('firstAccepted', first, decisions),
      ...shareOf('topFiveAccepted', five, decisions),
      ...shareOf('highPrecision', right, high),
      ...(hours !== null && { medianHoursToValidate: Math.round(hours * 100) / 100 }),
    };
  }

  private missing(tenantId: string): Promise<MappingKpis['missing']> {
    return this.db.query(
      tenantId,
      `SELECT local_code AS "localCode", reason, unit, first_seen_at AS "firstSeenAt" FROM missing_code
       WHERE tenant_id = $1 ORDER BY first_seen_at, local_code LIMIT 200`,
      [tenantId],
    );
  }

  private async published(tenantId: string): Promise<{ release: number; findings: readonly Finding[] }> {
    const reference = await this.references.current();
    return this.db.transaction(tenantId, async (tx) => {
      const release = await latestRelease(tx, tenantId);
      return { release, findings: checkConsistency(await this.releases.lines(tx, tenantId, release), reference) };
    });
  }
}
