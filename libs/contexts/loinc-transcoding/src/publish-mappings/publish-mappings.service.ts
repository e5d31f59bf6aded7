import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hasErrors, type Finding } from '@segur/errors';
import { ContextDatabase, type Tx } from '@segur/persistence';
import { toUcum } from '@segur/units';
import { MappingRefused } from './mapping-refused.js';
import { readMappingCsv, type MappingLine } from './read-mapping-csv.js';

/** A release of a laboratory's map, in force from the next report on. */
export interface MapRelease {
  readonly release: number;
  readonly lines: number;
  /** Remarks that did not stop the release. */
  readonly findings: readonly Finding[];
}

/** Publishes a laboratory's reviewed map as an immutable release. */
@Injectable()
export class PublishMappingsService {
  constructor(private readonly db: ContextDatabase) {}

  /**
   * Publishes a map. The file of the release in force, posted again, is that release again.
   *
   * @param csv - See {@link readMappingCsv}.
   * @throws {MappingRefused} A line is wrong: nothing of the file is published.
   */
  async publish(tenantId: string, csv: string): Promise<MapRelease> {
    const { lines, findings } = readMappingCsv(csv, toUcum);
    if (hasErrors(findings)) throw new MappingRefused(findings);
    const sha256 = createHash('sha256').update(csv).digest('hex');
    const release = await this.db.transaction(tenantId, (tx) => this.write(tx, tenantId, sha256, lines));
    return { release, lines: lines.length, findings };
  }

  /** Publishes a map for a laboratory that has none, and leaves any other alone. */
  async publishFirst(tenantId: string, csv: string): Promise<void> {
    const rows = await this.db.query(tenantId, 'SELECT 1 FROM map_release WHERE tenant_id = $1 LIMIT 1', [tenantId]);
    if (rows.length === 0) await this.publish(tenantId, csv);
  }

  private async write(tx: Tx, tenantId: string, sha256: string, lines: readonly MappingLine[]): Promise<number> {
    // Two publications of one laboratory take their numbers one after the other.
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('map-release ' || $1, 0))`, [tenantId]);
    const [latest] = (await tx.query(
      'SELECT release, source_sha256 AS sha256 FROM map_release WHERE tenant_id = $1 ORDER BY release DESC LIMIT 1',
      [tenantId],
    )) as { release: number; sha256: string }[];
    if (latest?.sha256 === sha256) return latest.release;

    const release = (latest?.release ?? 0) + 1;
    await tx.query('INSERT INTO map_release (tenant_id, release, source_sha256, line_count) VALUES ($1, $2, $3, $4)', [
      tenantId,
      release,
      sha256,
      lines.length,
    ]);
    await tx.query(
      `INSERT INTO mapping (tenant_id, release, line, local_code, label, unit, specimen, method, loinc, loinc_label)
       SELECT $1, $2, t.* FROM unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[]) AS t`,
      [
        tenantId,
        release,
        lines.map((_, index) => index + 1),
        lines.map(({ localCode }) => localCode),
        lines.map(({ label }) => label),
        lines.map(({ unit }) => unit ?? null),
        lines.map(({ specimen }) => specimen ?? null),
        lines.map(({ method }) => method ?? null),
        lines.map(({ target }) => target?.loinc ?? null),
        lines.map(({ target }) => target?.loincLabel ?? null),
      ],
    );
    // A code that goes missing again after this release is news again.
    await tx.query('DELETE FROM missing_code WHERE tenant_id = $1 AND local_code = ANY ($2)', [
      tenantId,
      lines.map(({ localCode }) => localCode),
    ]);
    return release;
  }
}
