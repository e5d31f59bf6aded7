import { Injectable } from '@nestjs/common';
import { ContextDatabase } from '@segur/persistence';
import type { Confidence, LocalTest } from '@segur/terminology';
import { MappingLedger } from '../review-mappings/mapping-ledger.js';

/** An analysis whose results leave without LOINC, though nobody decided so. */
export interface Gap {
  readonly test: LocalTest;
  readonly source: 'catalogue' | 'map' | 'report';
  /** Results a year. Null: not known. */
  readonly volume: number | null;
  /** Since when reports were sent with this local code alone. Null: none was. */
  readonly sentSince: Date | null;
  /** Of the first proposal. Null: there is none. */
  readonly confidence: Confidence | null;
  readonly missingFacts: readonly string[] | null;
  /** What a person or a file proposed and nobody has validated. Null: nothing. */
  readonly proposed: { readonly loinc: string; readonly label: string } | null;
}

/** Reads what is still to be mapped. */
@Injectable()
export class GapListQuery {
  constructor(
    private readonly db: ContextDatabase,
    private readonly ledger: MappingLedger,
  ) {}

  /** The most results first; where their number is not known, last. A decision that no code fits leaves no gap. */
  async of(tenantId: string): Promise<readonly Gap[]> {
    return this.db.query<Gap>(
      tenantId,
      `SELECT t.test, t.source, t.volume, p.confidence, p.missing_facts AS "missingFacts",
              (SELECT min(c.first_seen_at) FROM missing_code c WHERE c.tenant_id = $1 AND c.local_code = t.local_code) AS "sentSince",
              (SELECT jsonb_build_object('loinc', m.loinc, 'label', m.loinc_label) FROM reviewed_mapping m
               WHERE m.tenant_id = $1 AND m.entry_id = t.entry_id AND m.status = 'proposed' AND m.loinc IS NOT NULL
               ORDER BY m.proposed_at DESC, m.mapping_id LIMIT 1) AS proposed
       FROM local_test t LEFT JOIN proposal_list p USING (tenant_id, entry_id)
       WHERE t.tenant_id = $1 AND t.active
         AND NOT EXISTS (SELECT FROM reviewed_mapping m WHERE m.tenant_id = $1 AND m.entry_id = t.entry_id
                           AND m.valid_from <= $2 AND (m.valid_to IS NULL OR m.valid_to > $2))
       ORDER BY coalesce(t.volume, -1) DESC, t.local_code, t.entry_id`,
      [tenantId, this.ledger.today()],
    );
  }
}
