import { Injectable } from '@nestjs/common';
import { MAPPING_MISSING, REPORT_TRANSCODED, type EventEnvelope, type ReportStructured } from '@segur/events';
import { Facts, Inbox, Outbox, type Tx } from '@segur/persistence';
import { codeObservations } from './code-observations.js';
import { missingCodes, missingKey, type MissingCode } from './missing-codes.js';
import { PublishedMaps } from './published-maps.js';

/** Puts LOINC beside the local codes of a report, from the laboratory's published map. */
@Injectable()
export class CodeReportService {
  constructor(
    private readonly inbox: Inbox,
    private readonly outbox: Outbox,
    private readonly facts: Facts,
    private readonly maps: PublishedMaps,
  ) {}

  /** States `report.transcoded`, and `mapping.missing` for the codes met for the first time; a missing code holds nothing back. */
  async code(event: EventEnvelope<ReportStructured>): Promise<void> {
    await this.inbox.once(event, async (tx) => {
      const release = await this.begin(tx, event);
      if (release === undefined) return;

      const { reportSetId, revision, observations } = event.data;
      const { map } = await this.maps.at(tx, event.tenantId, release);
      const codings = codeObservations(observations, map);
      const about = { key: event.key, tenantId: event.tenantId, cause: event };
      const transcoded = this.facts.state(REPORT_TRANSCODED, {
        ...about,
        data: { reportSetId, revision, mapRelease: release, codings: [...codings] },
      });

      const missing = await this.recordNew(tx, event.tenantId, missingCodes(observations, codings, map));
      if (missing.length === 0) return this.outbox.add(tx, transcoded);
      const gaps = this.facts.state(MAPPING_MISSING, { ...about, data: { reportSetId, mapRelease: release, missing } });
      await this.outbox.add(tx, transcoded, gaps);
    });
  }

  /** The release in force, in one round trip with the mark that this revision was seen; `undefined` when a later one was coded. */
  private async begin(tx: Tx, { tenantId, data }: EventEnvelope<ReportStructured>): Promise<number | undefined> {
    const rows = (await tx.query(
      `WITH marked AS (
         INSERT INTO coded_report AS known (tenant_id, report_set_id, revision) VALUES ($1, $2, $3)
         ON CONFLICT (tenant_id, report_set_id) DO UPDATE SET revision = excluded.revision WHERE known.revision <= excluded.revision
         RETURNING revision)
       SELECT coalesce((SELECT max(release) FROM map_release WHERE tenant_id = $1), 0) AS release FROM marked`,
      [tenantId, data.reportSetId, data.revision],
    )) as { release: number }[];
    return rows[0]?.release;
  }

  private async recordNew(tx: Tx, tenantId: string, missing: readonly MissingCode[]): Promise<MissingCode[]> {
    if (missing.length === 0) return [];
    const unitOf = ({ reason, unitRaw }: MissingCode) => (reason === 'unit-mismatch' ? (unitRaw ?? '') : '');
    const fresh = (await tx.query(
      `INSERT INTO missing_code (tenant_id, local_code, reason, unit)
       SELECT $1, code, reason, unit FROM unnest($2::text[], $3::text[], $4::text[]) AS gap (code, reason, unit)
       ON CONFLICT DO NOTHING
       RETURNING local_code AS "localCode", reason, unit AS "unitRaw"`,
      [tenantId, missing.map(({ localCode }) => localCode), missing.map(({ reason }) => reason), missing.map(unitOf)],
    )) as MissingCode[];
    const keys = new Set(fresh.map((row) => missingKey({ ...row, label: '' })));
    return missing.filter((gap) => keys.has(missingKey(gap)));
  }
}
