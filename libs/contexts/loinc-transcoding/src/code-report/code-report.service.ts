import { Injectable } from '@nestjs/common';
import {
  MAPPING_MISSING,
  REPORT_TRANSCODED,
  type EventEnvelope,
  type ReportStructured,
  type ReportTranscoded,
} from '@segur/events';
import { ContextDatabase, Facts, Inbox, Outbox, type Tx } from '@segur/persistence';
import { Metrics } from '@segur/telemetry';
import { codeObservations } from './code-observations.js';
import { missingCodes, missingKey, type MissingCode } from './missing-codes.js';
import { PublishedMaps } from './published-maps.js';
import { queueUnknown } from './queue-unknown.js';
import { RecordedGaps } from './recorded-gaps.js';

// A revision that was passed by a later one is not coded.
const MARK = `
  INSERT INTO coded_report AS known (tenant_id, report_set_id, revision, map_release, local_codes, observations, coded, coded_at)
  SELECT $3, $4::uuid, $5::integer, $6::integer, $7::text[], $8::integer, $9::integer, now() FROM fresh
  ON CONFLICT (tenant_id, report_set_id) DO UPDATE
    SET revision = excluded.revision, map_release = excluded.map_release, local_codes = excluded.local_codes,
        observations = excluded.observations, coded = excluded.coded, coded_at = excluded.coded_at
    WHERE known.revision <= excluded.revision
  RETURNING revision`;

/** Puts LOINC beside the local codes of a report, from the laboratory's published map. */
@Injectable()
export class CodeReportService {
  private readonly recorded = new RecordedGaps();

  constructor(
    private readonly db: ContextDatabase,
    private readonly facts: Facts,
    private readonly maps: PublishedMaps,
    private readonly metrics: Metrics,
  ) {}

  /** States `report.transcoded`, and `mapping.missing` for the codes met for the first time; a missing code holds nothing back. */
  async code(event: EventEnvelope<ReportStructured>): Promise<void> {
    const { tenantId, data } = event;
    const { reportSetId, revision, observations } = data;
    const { release, map } = await this.maps.inForce(tenantId);
    const codings = codeObservations(observations, map);
    for (const { status } of codings) this.metrics.resultsCodedTotal.inc({ outcome: status });
    const transcoded = this.facts.state(REPORT_TRANSCODED, {
      key: event.key,
      tenantId,
      cause: event,
      data: { reportSetId, revision, mapRelease: release, codings: [...codings] },
    });
    const missing = missingCodes(observations, codings, map);
    const keys = missing.map(missingKey);
    if (this.recorded.has(tenantId, release, keys)) return this.write(event, transcoded);
    await this.db.transaction(tenantId, (tx) => this.writeWithGaps(tx, event, transcoded, { release, missing }));
    this.recorded.add(tenantId, release, keys);
  }

  /** Inbox, mark and fact in one statement. */
  private async write(event: EventEnvelope<ReportStructured>, transcoded: EventEnvelope<ReportTranscoded>): Promise<void> {
    const { sql, parameters } = codedOnce(event, transcoded);
    await this.db.query(event.tenantId, sql, parameters);
  }

  private async writeWithGaps(
    tx: Tx,
    event: EventEnvelope<ReportStructured>,
    transcoded: EventEnvelope<ReportTranscoded>,
    { release, missing }: { readonly release: number; readonly missing: readonly MissingCode[] },
  ): Promise<void> {
    const { sql, parameters } = codedOnce(event, transcoded);
    const marked = (await tx.query(sql, parameters)) as unknown[];
    if (marked.length === 0) return;
    const { tenantId, key, data } = event;
    const fresh = await recordNew(tx, tenantId, missing);
    if (fresh.length === 0) return;
    await queueUnknown(tx, tenantId, fresh, data.observations);
    const gaps = { reportSetId: data.reportSetId, mapRelease: release, missing: fresh };
    const stated = Outbox.statement([this.facts.state(MAPPING_MISSING, { key, tenantId, cause: event, data: gaps })], 1);
    await tx.query(stated.sql, [...stated.parameters]);
  }
}

/** A row if the event is new and no later revision was coded; then the fact is stated. */
function codedOnce(
  event: EventEnvelope<ReportStructured>,
  transcoded: EventEnvelope<ReportTranscoded>,
): { sql: string; parameters: unknown[] } {
  const inbox = Inbox.statement(event, 1);
  const facts = Outbox.statement([transcoded], 10, 'marked');
  const { tenantId, data } = event;
  const { mapRelease, codings } = transcoded.data;
  const codes = data.observations.flatMap(({ localCode }, index) => (codings[index]?.status === 'coded' ? [localCode] : []));
  const about = [tenantId, data.reportSetId, data.revision, mapRelease, [...new Set(codes)], codings.length, codes.length];
  return {
    sql: `WITH fresh AS (${inbox.sql}), marked AS (${MARK}), stated AS (${facts.sql}) SELECT revision FROM marked`,
    parameters: [...inbox.parameters, ...about, ...facts.parameters],
  };
}

async function recordNew(tx: Tx, tenantId: string, missing: readonly MissingCode[]): Promise<MissingCode[]> {
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
