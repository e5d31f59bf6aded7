import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@segur/clock';
import { MAPPING_CHANGED } from '@segur/events';
import { ContextDatabase, Facts, Outbox, type Tx } from '@segur/persistence';
import { ReleaseNotices } from '../code-report/release-notices.js';
import { compareMaps } from './compare-maps.js';
import type { MapLine } from './map-line.js';

/** Where a release came from, and who answers for it. */
export interface ReleaseOrigin {
  readonly origin: 'file' | 'review' | 'rollback';
  readonly author: string;
  /** The biologist who signs, where it is not the author. */
  readonly signer?: string | undefined;
  readonly note?: string | undefined;
  /** The earlier release that this one repeats. */
  readonly equalTo?: number;
  /** Of the file as it was posted. Absent: of the lines. */
  readonly sha256?: string;
  readonly loincRelease?: string | undefined;
  readonly valueSetVersion?: string | undefined;
}

/** A release as lists show it. */
export interface ReleaseSummary {
  readonly release: number;
  readonly publishedAt: Date;
  readonly lines: number;
  readonly origin: ReleaseOrigin['origin'];
  readonly author: string;
  readonly signer?: string;
  readonly note?: string;
  readonly equalTo?: number;
  readonly loincRelease?: string;
  readonly valueSetVersion?: string;
}

/** The published releases of each laboratory's map: numbered, signed, never changed. */
@Injectable()
export class MapReleases {
  constructor(
    private readonly db: ContextDatabase,
    private readonly outbox: Outbox,
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly notices: ReleaseNotices,
  ) {}

  /** Latest first. */
  async list(tenantId: string, release?: number): Promise<ReleaseSummary[]> {
    const rows = await this.db.query<ReleaseRow>(
      tenantId,
      `SELECT release, published_at AS "publishedAt", line_count AS lines, origin, author, signer, note, equal_to AS "equalTo",
              loinc_release AS "loincRelease", value_set_version AS "valueSetVersion"
       FROM map_release WHERE tenant_id = $1 AND ($2::int IS NULL OR release = $2) ORDER BY release DESC LIMIT 1000`,
      [tenantId, release ?? null],
    );
    return rows.map(withoutNulls);
  }

  /** The lines of a release, in its order; none for a release that there is not. */
  async lines(tx: Tx, tenantId: string, release: number): Promise<MapLine[]> {
    const rows = (await tx.query(
      `SELECT local_code AS "localCode", label, unit, specimen, method, loinc, loinc_label AS "loincLabel", equivalence,
              mapping_id AS "mappingId"
       FROM mapping WHERE tenant_id = $1 AND release = $2 ORDER BY line`,
      [tenantId, release],
    )) as (Omit<MapLine, 'target'> & { loinc: string | null; loincLabel: string | null })[];
    return rows.map(({ loinc, loincLabel, ...rest }) => ({
      ...(withoutNulls(rest) as Omit<MapLine, 'target'>),
      ...(loinc !== null && loincLabel !== null && { target: { loinc, loincLabel } }),
    }));
  }

  /**
   * Puts lines in force as a new release, and states it. What is in force already is not published again.
   *
   * @param tx - Holds the lock of {@link MappingLedger.lock}.
   * @returns The number of the release in force.
   */
  async write(tx: Tx, tenantId: string, lines: readonly MapLine[], from: ReleaseOrigin): Promise<number> {
    const sha256 = from.sha256 ?? sha256Of(lines);
    const [latest] = (await tx.query(
      'SELECT release, source_sha256 AS sha256 FROM map_release WHERE tenant_id = $1 ORDER BY release DESC LIMIT 1',
      [tenantId],
    )) as { release: number; sha256: string }[];
    if (latest?.sha256 === sha256) return latest.release;

    const previous = latest?.release ?? 0;
    const release = previous + 1;
    await tx.query(
      `INSERT INTO map_release (tenant_id, release, source_sha256, line_count, published_at, origin, author, signer, note, equal_to,
                                loinc_release, value_set_version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[tenantId, release, sha256, lines.length, this.clock.now().toISOString(), from.origin, from.author],
        ...[from.signer, from.note, from.equalTo, from.loincRelease, from.valueSetVersion].map((value) => value ?? null),
      ],
    );
    await this.insertLines(tx, tenantId, release, lines);
    // A code that goes missing again after this release is news again.
    await tx.query('DELETE FROM missing_code WHERE tenant_id = $1 AND local_code = ANY ($2)', [
      tenantId,
      lines.map(({ localCode }) => localCode),
    ]);
    await this.announce(tx, tenantId, { release, previous, lines, from });
    return release;
  }

  private async insertLines(tx: Tx, tenantId: string, release: number, lines: readonly MapLine[]): Promise<void> {
    const rows = lines.map(({ localCode, label, unit, specimen, method, target, equivalence, mappingId }, index) => ({
      line: index + 1,
      local_code: localCode,
      label,
      unit,
      specimen,
      method,
      loinc: target?.loinc,
      loinc_label: target?.loincLabel,
      equivalence: equivalence ?? 'equal',
      mapping_id: mappingId,
    }));
    await tx.query(
      `INSERT INTO mapping (tenant_id, release, line, local_code, label, unit, specimen, method, loinc, loinc_label, equivalence, mapping_id)
       SELECT $1, $2, t.* FROM jsonb_to_recordset($3::jsonb)
         AS t (line int, local_code text, label text, unit text, specimen text, method text, loinc text, loinc_label text, equivalence text,
               mapping_id uuid)`,
      [tenantId, release, JSON.stringify(rows)],
    );
  }

  private async announce(
    tx: Tx,
    tenantId: string,
    { release, previous, lines, from }: { release: number; previous: number; lines: readonly MapLine[]; from: ReleaseOrigin },
  ): Promise<void> {
    const differences = compareMaps(await this.lines(tx, tenantId, previous), lines);
    const count = (wanted: string) => differences.filter(({ kind }) => kind === wanted).length;
    const counts = { lines: lines.length, added: count('added'), changed: count('changed'), removed: count('removed') };
    const data = { release, previous, origin: from.origin, author: from.author, counts };
    await this.outbox.add(tx, this.facts.state(MAPPING_CHANGED, { key: tenantId, tenantId, data }));
    await this.notices.announce(tx);
  }
}

/** The same lines have the same digest, wherever they came from; identifiers of mappings do not count. */
function sha256Of(lines: readonly MapLine[]): string {
  const plain = lines.map(({ localCode, label, unit, specimen, method, target, equivalence = 'equal' }) => [
    ...[localCode, label, unit ?? '', specimen ?? '', method ?? ''],
    ...[target?.loinc ?? '', target?.loincLabel ?? '', equivalence],
  ]);
  return createHash('sha256').update(JSON.stringify(plain)).digest('hex');
}

type ReleaseRow = { readonly [key in keyof ReleaseSummary]-?: ReleaseSummary[key] | null };

function withoutNulls<T extends object>(row: T): { [key in keyof T]: Exclude<T[key], null> } {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as {
    [key in keyof T]: Exclude<T[key], null>;
  };
}
