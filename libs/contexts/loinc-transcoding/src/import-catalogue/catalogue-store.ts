import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@segur/clock';
import type { Tx } from '@segur/persistence';
import { conditionOf, type CatalogueEntry } from '../review-mappings/catalogue-entry.js';
import { NO_OUTLINE, type CatalogueOutline } from './catalogue-outline.js';
import type { EntrySource, KnownEntry } from './compare-catalogues.js';

/** The entries of a laboratory's catalogue, in its table. */
@Injectable()
export class CatalogueStore {
  constructor(private readonly clock: Clock) {}

  /** The entries that are active, in the order of their codes. */
  async active(tx: Tx, tenantId: string): Promise<KnownEntry[]> {
    return (await tx.query(
      `SELECT entry_id AS "entryId", fingerprint, test, source FROM local_test WHERE tenant_id = $1 AND active ORDER BY local_code, entry_id`,
      [tenantId],
    )) as KnownEntry[];
  }

  /** When an analysis was added, changed or ended last. Absent: there is none. */
  async changedAt(tx: Tx, tenantId: string): Promise<Date | undefined> {
    const [row] = (await tx.query('SELECT max(changed_at) AS at FROM local_test WHERE tenant_id = $1', [tenantId])) as {
      at: Date | null;
    }[];
    return row?.at ?? undefined;
  }

  /** Adds entries, or takes up again what was known once; an entry of a report or a map that the catalogue names becomes the catalogue's. */
  async enter(tx: Tx, tenantId: string, entries: readonly CatalogueEntry[], source: EntrySource): Promise<void> {
    if (entries.length === 0) return;
    const rows = entries.map(({ entryId, fingerprint, test }) => ({
      entry_id: entryId,
      local_code: test.localCode,
      fingerprint,
      ...conditionOf(test),
      test,
      volume: test.volume12m,
    }));
    await tx.query(
      `INSERT INTO local_test AS known (tenant_id, entry_id, local_code, fingerprint, unit, specimen, test, volume, source, active,
                                        first_seen_at, changed_at)
       SELECT $1, t.*, $3, true, $4, $4
       FROM jsonb_to_recordset($2::jsonb)
         AS t (entry_id text, local_code text, fingerprint text, unit text, specimen text, test jsonb, volume integer)
       ON CONFLICT (tenant_id, entry_id) DO UPDATE
         SET test = excluded.test, volume = excluded.volume, source = excluded.source, active = true, changed_at = excluded.changed_at
         WHERE excluded.source = 'catalogue' OR NOT known.active`,
      [tenantId, JSON.stringify(rows), source, this.clock.now().toISOString()],
    );
  }

  /** Chapters and exams; empty before a catalogue brought some. */
  async outline(tx: Tx, tenantId: string): Promise<CatalogueOutline> {
    const [row] = (await tx.query('SELECT chapters, exams FROM catalogue_outline WHERE tenant_id = $1', [
      tenantId,
    ])) as CatalogueOutline[];
    return row ?? NO_OUTLINE;
  }

  async saveOutline(tx: Tx, tenantId: string, { chapters, exams }: CatalogueOutline): Promise<void> {
    await tx.query(
      `INSERT INTO catalogue_outline (tenant_id, chapters, exams, changed_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (tenant_id) DO UPDATE SET chapters = excluded.chapters, exams = excluded.exams, changed_at = excluded.changed_at`,
      [tenantId, JSON.stringify(chapters), JSON.stringify(exams), this.clock.now().toISOString()],
    );
  }

  /** Ends entries; what was said of them stays. */
  async leave(tx: Tx, tenantId: string, entryIds: readonly string[]): Promise<void> {
    if (entryIds.length === 0) return;
    await tx.query('UPDATE local_test SET active = false, changed_at = $3 WHERE tenant_id = $1 AND entry_id = ANY ($2)', [
      tenantId,
      entryIds,
      this.clock.now().toISOString(),
    ]);
  }
}

/** Names a state of a catalogue: two with one name have the same entries. What reports bring in between does not count. */
export function stateOf(entries: readonly KnownEntry[]): string {
  const ids = entries.flatMap(({ entryId, source }) => (source === 'report' ? [] : [entryId])).sort();
  return createHash('sha256').update(ids.join()).digest('hex');
}
