import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '@segur/clock';
import type { Tx } from '@segur/persistence';
import type { LocalTest } from '@segur/terminology';
import { conditionOf } from './catalogue-entry.js';
import { afterDeed } from './mapping-moves.js';
import { ReviewRefused } from './review-refused.js';
import type { MappingDeed, ReviewedMapping } from './reviewed-mapping.js';

/** An entry with what was said of it. */
export interface ReviewedEntry {
  readonly entryId: string;
  readonly test: LocalTest;
  readonly active: boolean;
  readonly mappings: readonly ReviewedMapping[];
}

/** What somebody did, for the history. */
export interface Deeds {
  readonly actor: string;
  readonly comment?: string | undefined;
  readonly deeds: readonly MappingDeed[];
}

/** Reads entries with their mappings, and writes what was decided: an event for each deed, and the state that follows from it. */
@Injectable()
export class MappingLedger {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Decisions, catalogues and releases of one laboratory come one after the other, until the transaction ends. */
  async lock(tx: Tx, tenantId: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('map-release ' || $1, 0))`, [tenantId]);
  }

  newId(): string {
    return this.ids.next();
  }

  /** Today in France, ISO 8601. */
  today(): string {
    return this.clock.now().toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' });
  }

  /** @param entryIds - Absent: all of the laboratory. */
  async read(tx: Tx, tenantId: string, entryIds?: readonly string[]): Promise<Map<string, ReviewedEntry>> {
    const entries = (await tx.query(
      `SELECT entry_id AS "entryId", test, active FROM local_test
       WHERE tenant_id = $1 AND ($2::text[] IS NULL OR entry_id = ANY ($2)) ORDER BY local_code, entry_id`,
      [tenantId, entryIds ?? null],
    )) as Omit<ReviewedEntry, 'mappings'>[];
    const rows = (await tx.query(
      `SELECT ${MAPPING_COLUMNS} FROM reviewed_mapping
       WHERE tenant_id = $1 AND ($2::text[] IS NULL OR entry_id = ANY ($2)) ORDER BY mapping_id`,
      [tenantId, entryIds ?? null],
    )) as MappingRow[];
    const mappings = Map.groupBy(rows.map(toMapping), ({ entryId }) => entryId);
    return new Map(entries.map((entry) => [entry.entryId, { ...entry, mappings: mappings.get(entry.entryId) ?? [] }]));
  }

  /**
   * Writes deeds and the states that follow from them.
   *
   * @param entries - As read in this transaction; those that the deeds are about.
   * @throws {MappingMoveForbidden} @throws {ReviewRefused}
   */
  async record(
    tx: Tx,
    tenantId: string,
    entries: ReadonlyMap<string, ReviewedEntry>,
    { actor, comment, deeds }: Deeds,
  ): Promise<void> {
    if (deeds.length === 0) return;
    const at = this.clock.now().toISOString();
    const states = new Map(
      [...entries.values()].flatMap(({ mappings }) => mappings.map((known) => [known.mappingId, known] as const)),
    );
    const fresh = new Set<string>();
    const events = deeds.map((deed) => {
      const mappingId = deed.deed === 'proposed' ? deed.mapping.mappingId : deed.mappingId;
      const state = afterDeed(states.get(mappingId), deed);
      states.set(mappingId, state);
      if (deed.deed === 'proposed') fresh.add(mappingId);
      return { entry_id: state.entryId, mapping_id: mappingId, deed: deed.deed, detail: deed };
    });
    await tx.query(
      `INSERT INTO mapping_event (tenant_id, entry_id, mapping_id, deed, detail, actor, at, comment)
       SELECT $1, t.*, $3, $4, $5 FROM jsonb_to_recordset($2::jsonb) AS t (entry_id text, mapping_id uuid, deed text, detail jsonb)`,
      [tenantId, JSON.stringify(events), actor, at, comment ?? null],
    );
    const changed = [...new Set(events.map(({ mapping_id: id }) => id))].flatMap((id) => states.get(id) ?? []);
    try {
      await this.write(tx, tenantId, entries, { changed, fresh, at });
    } catch (error) {
      // The one rule that only the database can see: another entry of the same code, unit and specimen was in force on one of the days.
      if (/\bexclusion constraint\b/.test(String(error))) throw new ReviewRefused('mapping-change-planned');
      throw error;
    }
  }

  /** A remark about an entry, which changes nothing. */
  async comment(tx: Tx, tenantId: string, entryId: string, { actor, comment }: { actor: string; comment: string }): Promise<void> {
    await tx.query(
      `INSERT INTO mapping_event (tenant_id, entry_id, deed, detail, actor, at, comment) VALUES ($1, $2, 'commented', '{}', $3, $4, $5)`,
      [tenantId, entryId, actor, this.clock.now().toISOString(), comment],
    );
  }

  private async write(
    tx: Tx,
    tenantId: string,
    entries: ReadonlyMap<string, ReviewedEntry>,
    {
      changed,
      fresh,
      at,
    }: { readonly changed: readonly ReviewedMapping[]; readonly fresh: ReadonlySet<string>; readonly at: string },
  ): Promise<void> {
    // What ends is written first: two mappings of one code may not be in force for a moment either.
    const known = changed.filter(({ mappingId }) => !fresh.has(mappingId));
    await this.update(
      tx,
      tenantId,
      known.filter(({ status }) => status === 'obsolete'),
      at,
    );
    await this.update(
      tx,
      tenantId,
      known.filter(({ status }) => status !== 'obsolete'),
      at,
    );
    await this.insert(
      tx,
      tenantId,
      entries,
      changed.filter(({ mappingId }) => fresh.has(mappingId)),
      at,
    );
  }

  private async update(tx: Tx, tenantId: string, mappings: readonly ReviewedMapping[], at: string): Promise<void> {
    if (mappings.length === 0) return;
    const rows = mappings.map(({ mappingId, status, validator, validFrom, validTo }) => ({
      mapping_id: mappingId,
      status,
      validator,
      valid_from: validFrom,
      valid_to: validTo,
    }));
    await tx.query(
      `UPDATE reviewed_mapping AS known
       SET status = t.status, validator = t.validator, valid_from = t.valid_from, valid_to = t.valid_to, decided_at = $3
       FROM jsonb_to_recordset($2::jsonb) AS t (mapping_id uuid, status text, validator text, valid_from date, valid_to date)
       WHERE known.tenant_id = $1 AND known.mapping_id = t.mapping_id`,
      [tenantId, JSON.stringify(rows), at],
    );
  }

  private async insert(
    tx: Tx,
    tenantId: string,
    entries: ReadonlyMap<string, ReviewedEntry>,
    mappings: readonly ReviewedMapping[],
    at: string,
  ): Promise<void> {
    if (mappings.length === 0) return;
    const rows = mappings.map(({ mappingId, entryId, target, validator, validFrom, validTo, ...rest }) => {
      const test = entries.get(entryId)?.test;
      return {
        mapping_id: mappingId,
        entry_id: entryId,
        local_code: test?.localCode,
        ...(test && conditionOf(test)),
        loinc: target?.loinc,
        loinc_label: target?.loincLabel,
        validator,
        valid_from: validFrom,
        valid_to: validTo,
        decided_at: rest.status === 'proposed' ? undefined : at,
        ...rest,
      };
    });
    const columns = `mapping_id uuid, entry_id text, local_code text, unit text, specimen text, status text, loinc text, loinc_label text,
      equivalence text, justification text, origin text, author text, validator text, valid_from date, valid_to date, evidence jsonb,
      decided_at timestamptz`;
    const names = columns.split(',').map((column) => column.trim().split(' ')[0]);
    await tx.query(
      `INSERT INTO reviewed_mapping (tenant_id, ${names.join(', ')}, proposed_at)
       SELECT $1, t.*, $3 FROM jsonb_to_recordset($2::jsonb) AS t (${columns})`,
      [tenantId, JSON.stringify(rows), at],
    );
  }
}

const MAPPING_COLUMNS = `mapping_id, entry_id, status, loinc, loinc_label, equivalence, justification, origin, author, validator,
  valid_from::text, valid_to::text, evidence`;

interface MappingRow {
  readonly mapping_id: string;
  readonly entry_id: string;
  readonly status: ReviewedMapping['status'];
  readonly loinc: string | null;
  readonly loinc_label: string | null;
  readonly equivalence: ReviewedMapping['equivalence'];
  readonly justification: string | null;
  readonly origin: ReviewedMapping['origin'];
  readonly author: string;
  readonly validator: string | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly evidence: ReviewedMapping['evidence'] | null;
}

function toMapping(row: MappingRow): ReviewedMapping {
  const { loinc, loinc_label: loincLabel, justification, validator, valid_from: validFrom, valid_to: validTo, evidence } = row;
  return {
    mappingId: row.mapping_id,
    entryId: row.entry_id,
    status: row.status,
    ...(loinc !== null && loincLabel !== null && { target: { loinc, loincLabel } }),
    equivalence: row.equivalence,
    ...(justification !== null && { justification }),
    origin: row.origin,
    author: row.author,
    ...(validator !== null && { validator }),
    ...(validFrom !== null && { validFrom }),
    ...(validTo !== null && { validTo }),
    ...(evidence && { evidence }),
  };
}
