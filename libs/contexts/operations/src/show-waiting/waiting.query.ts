import { Injectable } from '@nestjs/common';
import { ContextDatabase } from '@segur/persistence';

/** A local code that was sent without LOINC. */
export interface MissingMappingItem {
  readonly localCode: string;
  readonly label: string;
  readonly reason: 'unmapped' | 'unit-mismatch';
  /** As the laboratory spells it; empty when the result has none. */
  readonly unit: string;
  /** The published map that lacked it; 0 when there was none. A later release may have it. */
  readonly mapRelease: number;
  readonly reportSetId: string;
  readonly seenAt: Date;
}

/** An event that a context set aside. */
export interface DeadLetterItem {
  readonly id: string;
  readonly context: string;
  readonly topic: string;
  readonly key: string;
  readonly errorCode: string;
  readonly attempts: number;
  readonly setAsideAt: Date;
}

/** What waits for a person. */
@Injectable()
export class WaitingQuery {
  constructor(private readonly db: ContextDatabase) {}

  /** Latest first, at most a thousand. */
  missingMappings(tenantId: string): Promise<MissingMappingItem[]> {
    return this.db.query<MissingMappingItem>(
      tenantId,
      `SELECT local_code AS "localCode", label, reason, unit, map_release AS "mapRelease", report_set_id AS "reportSetId", seen_at AS "seenAt"
       FROM missing_mapping WHERE tenant_id = $1 ORDER BY seen_at DESC, local_code LIMIT 1000`,
      [tenantId],
    );
  }

  /** Latest first, at most a thousand. Those that were replayed or discarded since are still listed. */
  deadLetters(tenantId: string): Promise<DeadLetterItem[]> {
    return this.db.query<DeadLetterItem>(
      tenantId,
      `SELECT dead_letter_id AS id, context, topic, key, error_code AS "errorCode", attempts, set_aside_at AS "setAsideAt"
       FROM set_aside WHERE tenant_id = $1 ORDER BY dead_letter_id DESC LIMIT 1000`,
      [tenantId],
    );
  }
}
