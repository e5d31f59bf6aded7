import { setImmediate as afterOthers } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '@segur/clock';
import { ContextDatabase } from '@segur/persistence';
import type { ValidatedPair } from '@segur/propose-codes';
import type { LocalTest, ProposalList } from '@segur/terminology';
import { ReferenceConcepts, type Reference } from '../import-reference/reference-concepts.js';
import { ProposalEngine } from './proposal-engine.js';
import { ProposalEvidence } from './proposal-evidence.js';
import { proposalVersions } from './proposal-versions.js';

/** How far proposals got. */
export interface ProposalProgress {
  readonly computed: number;
  /** Analyses without a mapping whose proposals are still to be made. */
  readonly remaining: number;
}

interface Row {
  readonly entryId: string;
  readonly test: LocalTest;
  readonly rejected: readonly string[];
}

/** Reports are coded in the same process: nobody waits for proposals longer than a few milliseconds. */
const AT_A_TIME = 4;
const WRITTEN_AT_A_TIME = 200;

/** Makes proposals for the analyses that have no mapping, and keeps them with the versions that they were made with. */
@Injectable()
export class ProposalService {
  constructor(
    private readonly db: ContextDatabase,
    private readonly clock: Clock,
    private readonly references: ReferenceConcepts,
    private readonly engine: ProposalEngine,
  ) {}

  /** Makes proposals where there are none, or where they were made with other versions; the most frequent analyses first. */
  async propose(tenantId: string, limit: number): Promise<ProposalProgress> {
    const reference = await this.references.current();
    const versions = proposalVersions(reference);
    const rows = await this.db.query<Row & { total: string }>(
      tenantId,
      `SELECT t.entry_id AS "entryId", t.test, count(*) OVER () AS total, ${REJECTED} AS rejected
       FROM local_test t LEFT JOIN proposal_list p USING (tenant_id, entry_id)
       WHERE t.tenant_id = $1 AND t.active AND p.versions IS DISTINCT FROM $2 AND NOT ${STANDING}
       ORDER BY t.volume DESC NULLS LAST, t.entry_id LIMIT $3`,
      [tenantId, versions, limit],
    );
    if (rows.length > 0) await this.make(tenantId, reference, versions, rows);
    return { computed: rows.length, remaining: Number(rows[0]?.total ?? 0) - rows.length };
  }

  /** Makes the proposals of one analysis again. */
  async refresh(tenantId: string, entryId: string): Promise<void> {
    const reference = await this.references.current();
    const rows = await this.db.query<Row>(
      tenantId,
      `SELECT t.entry_id AS "entryId", t.test, ${REJECTED} AS rejected FROM local_test t WHERE t.tenant_id = $1 AND t.entry_id = $2`,
      [tenantId, entryId],
    );
    await this.make(tenantId, reference, proposalVersions(reference), rows);
  }

  private async make(tenantId: string, reference: Reference, versions: string, rows: readonly Row[]): Promise<void> {
    const evidence = await this.evidence(tenantId);
    for (let from = 0; from < rows.length; from += WRITTEN_AT_A_TIME) {
      const made: (ProposalList & { entryId: string })[] = [];
      for (const [place, { entryId, test, rejected }] of rows.slice(from, from + WRITTEN_AT_A_TIME).entries()) {
        if (place % AT_A_TIME === 0) await afterOthers();
        const list = this.engine.propose(reference, test, { validated: evidence.for(test), rejected: new Set(rejected) });
        made.push({ entryId, ...list });
      }
      await this.keep(tenantId, versions, made);
    }
  }

  private async keep(tenantId: string, versions: string, made: readonly (ProposalList & { entryId: string })[]): Promise<void> {
    const rows = made.map(({ entryId, proposals, missingFacts }) => ({
      entry_id: entryId,
      proposals,
      missing_facts: missingFacts,
      confidence: proposals[0]?.confidence,
      uncertainty: Math.round((1 - Math.min(1, Math.max(0, proposals[0]?.probability ?? 0))) * 1e4) / 1e4,
    }));
    await this.db.query(
      tenantId,
      `INSERT INTO proposal_list (tenant_id, entry_id, proposals, missing_facts, confidence, uncertainty, versions, computed_at)
       SELECT $1, t.*, $3, $4
       FROM jsonb_to_recordset($2::jsonb)
         AS t (entry_id text, proposals jsonb, missing_facts jsonb, confidence text, uncertainty numeric)
       ON CONFLICT (tenant_id, entry_id) DO UPDATE
         SET proposals = excluded.proposals, missing_facts = excluded.missing_facts, confidence = excluded.confidence,
             uncertainty = excluded.uncertainty, versions = excluded.versions, computed_at = excluded.computed_at`,
      [tenantId, JSON.stringify(rows), versions, this.clock.now().toISOString()],
    );
  }

  private async evidence(tenantId: string): Promise<ProposalEvidence> {
    const own = await this.db.query<{ test: LocalTest; code: string }>(
      tenantId,
      `SELECT t.test, m.loinc AS code FROM reviewed_mapping m JOIN local_test t USING (tenant_id, entry_id)
       WHERE m.tenant_id = $1 AND m.loinc IS NOT NULL AND m.valid_from IS NOT NULL ORDER BY m.decided_at DESC LIMIT 50000`,
      [tenantId],
    );
    const others = await this.db.queryWithoutTenant<{ test: LocalTest; code: string }>(
      'SELECT test, loinc AS code FROM pairs_of_others($1)',
      [tenantId],
    );
    const pairs: ValidatedPair[] = [
      ...own.map((pair) => ({ ...pair, sameLaboratory: true })),
      ...others.map((pair) => ({ ...pair, sameLaboratory: false })),
    ];
    return new ProposalEvidence(pairs);
  }
}

const STANDING = `EXISTS (SELECT FROM reviewed_mapping m
  WHERE m.tenant_id = t.tenant_id AND m.entry_id = t.entry_id AND m.status IN ('validated', 'no_match'))`;
const REJECTED = `ARRAY (SELECT m.loinc FROM reviewed_mapping m
  WHERE m.tenant_id = t.tenant_id AND m.entry_id = t.entry_id AND m.status = 'rejected' AND m.loinc IS NOT NULL)`;
