import { Injectable } from '@nestjs/common';
import { ResourceNotFound } from '@segur/http-security';
import { ContextDatabase } from '@segur/persistence';
import type { Confidence, LocalTest, LoincAxes, LoincStatus, Proposal } from '@segur/terminology';
import { ReferenceConcepts } from '../import-reference/reference-concepts.js';
import { MappingLedger } from './mapping-ledger.js';
import { ProposalService } from './proposal.service.js';
import { proposalVersions } from './proposal-versions.js';
import { inForceOn, type ReviewedMapping } from './reviewed-mapping.js';

/** An analysis that waits for a person. */
export interface QueueItem {
  readonly entryId: string;
  readonly localCode: string;
  readonly label: string;
  readonly unit?: string;
  readonly specimen?: string;
  readonly source: 'catalogue' | 'map' | 'report';
  /** Results a year; absent: not known. */
  readonly volume?: number;
  /** Absent: no proposal. */
  readonly confidence?: Confidence;
  /** What the list is sorted by: volume × uncertainty of the first proposal. */
  readonly weight: number;
  readonly first?: { readonly code: string; readonly name: string; readonly probability: number };
  /** Codes that a person, a file or a new release proposed and nobody has validated. */
  readonly proposed: readonly string[];
}

/** A proposal with the six parts of its name, for a person who compares. */
export interface ShownProposal extends Proposal {
  readonly axes?: LoincAxes;
  readonly status?: LoincStatus;
  readonly inValueSet?: boolean;
}

/** One analysis with all that is known of it. */
export interface ShownEntry {
  readonly entryId: string;
  readonly test: LocalTest;
  readonly active: boolean;
  readonly inForce?: ReviewedMapping;
  readonly mappings: readonly ReviewedMapping[];
  readonly proposals: readonly ShownProposal[];
  readonly missingFacts: readonly string[];
}

/** One deed of the history, as it was done. */
export interface HistoryItem {
  readonly at: Date;
  readonly actor: string;
  readonly deed: string;
  readonly mappingId?: string;
  readonly comment?: string;
  readonly detail: object;
}

/** Where a page of the queue ended. */
export interface QueueCursor {
  readonly weight: number;
  readonly entryId: string;
}

/** Reads what a workbench shows. */
@Injectable()
export class ReviewQueueQuery {
  constructor(
    private readonly db: ContextDatabase,
    private readonly ledger: MappingLedger,
    private readonly proposals: ProposalService,
    private readonly references: ReferenceConcepts,
  ) {}

  /** Analyses without a mapping in force, or with a proposed change of it; the most results that may be wrong first. One more than asked, where there are more. */
  async queue(tenantId: string, limit: number, after?: QueueCursor, confidence?: Confidence): Promise<QueueItem[]> {
    const rows = await this.db.query<QueueRow>(
      tenantId,
      `SELECT * FROM (
         SELECT t.entry_id AS "entryId", t.local_code AS "localCode", t.test ->> 'label' AS label, t.test ->> 'unit' AS unit,
                t.test ->> 'specimen' AS specimen, t.source, t.volume, p.confidence,
                (greatest(coalesce(t.volume, 1), 1) * greatest(coalesce(p.uncertainty, 1), 0.0001))::float8 AS weight,
                p.proposals -> 0 AS first,
                ARRAY (SELECT m.loinc FROM reviewed_mapping m
                       WHERE m.tenant_id = $1 AND m.entry_id = t.entry_id AND m.status = 'proposed' AND m.loinc IS NOT NULL
                       ORDER BY m.mapping_id) AS proposed
         FROM local_test t LEFT JOIN proposal_list p USING (tenant_id, entry_id)
         WHERE t.tenant_id = $1 AND t.active AND ($5::text IS NULL OR p.confidence = $5)
           AND (NOT EXISTS (SELECT FROM reviewed_mapping m
                            WHERE m.tenant_id = $1 AND m.entry_id = t.entry_id AND m.status IN ('validated', 'no_match'))
                OR EXISTS (SELECT FROM reviewed_mapping m
                           WHERE m.tenant_id = $1 AND m.entry_id = t.entry_id AND m.status = 'proposed'))) AS waiting
       WHERE $3::float8 IS NULL OR (weight, "entryId") < ($3, $4)
       ORDER BY weight DESC, "entryId" DESC LIMIT $2`,
      [tenantId, limit + 1, after?.weight ?? null, after?.entryId ?? null, confidence ?? null],
    );
    return rows.map(({ first, unit, specimen, volume, confidence: level, ...rest }) => ({
      ...rest,
      ...(unit !== null && { unit }),
      ...(specimen !== null && { specimen }),
      ...(volume !== null && { volume }),
      ...(level !== null && { confidence: level }),
      ...(first && { first: { code: first.code, name: first.name, probability: first.probability } }),
    }));
  }

  /** Makes the proposals first where there are none of today's versions. @throws {ResourceNotFound} */
  async entry(tenantId: string, entryId: string): Promise<ShownEntry> {
    const reference = await this.references.current();
    const entry = await this.db.transaction(tenantId, async (tx) => (await this.ledger.read(tx, tenantId, [entryId])).get(entryId));
    if (!entry) throw new ResourceNotFound('There is no such analysis', { entryId });
    const versions = proposalVersions(reference);
    let list = await this.list(tenantId, entryId);
    if (list?.versions !== versions) {
      await this.proposals.refresh(tenantId, entryId);
      list = await this.list(tenantId, entryId);
    }
    const today = this.ledger.today();
    const inForce = entry.mappings.find((mapping) => inForceOn(mapping, today));
    return {
      ...entry,
      ...(inForce && { inForce }),
      proposals: (list?.proposals ?? []).map((proposal) => {
        const concept = reference.concepts.get(proposal.code);
        const known = concept && { axes: concept.axes, status: concept.status };
        return { ...proposal, ...known, ...(reference.valueSet && { inValueSet: reference.valueSet.has(proposal.code) }) };
      }),
      missingFacts: list?.missingFacts ?? [],
    };
  }

  /** Oldest first. */
  async history(tenantId: string, entryId: string): Promise<HistoryItem[]> {
    const rows = await this.db.query<{ [key in keyof HistoryItem]-?: HistoryItem[key] | null }>(
      tenantId,
      `SELECT at, actor, deed, mapping_id AS "mappingId", comment, detail FROM mapping_event
       WHERE tenant_id = $1 AND entry_id = $2 ORDER BY seq LIMIT 1000`,
      [tenantId, entryId],
    );
    return rows.map(
      (row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as HistoryItem,
    );
  }

  private async list(tenantId: string, entryId: string): Promise<ListRow | undefined> {
    const [row] = await this.db.query<ListRow>(
      tenantId,
      `SELECT versions, proposals, missing_facts AS "missingFacts" FROM proposal_list WHERE tenant_id = $1 AND entry_id = $2`,
      [tenantId, entryId],
    );
    return row;
  }
}

interface ListRow {
  readonly versions: string;
  readonly proposals: readonly Proposal[];
  readonly missingFacts: readonly string[];
}

type QueueRow = Omit<QueueItem, 'unit' | 'specimen' | 'volume' | 'confidence' | 'first'> & {
  readonly unit: string | null;
  readonly specimen: string | null;
  readonly volume: number | null;
  readonly confidence: Confidence | null;
  readonly first: Proposal | null;
};
