import type { Clock } from '@segur/clock';
import type { Statement } from '../database/context-database.js';
import type { Tx } from '../database/context-schema.js';

/** A subject to be attempted: the context's own row, by its identifier. */
export interface Scheduled {
  readonly tenantId: string;
  /** UUID of the submission or dispatch. */
  readonly subjectId: string;
  /** Absent: now. */
  readonly dueAt?: Date | undefined;
}

/** Remote calls to be made, written with the change that asks for them. */
export class Attempts {
  constructor(private readonly clock: Clock) {}

  /**
   * Schedules a subject, or schedules it anew: the table of retries starts from its beginning. While it is being attempted, it will be
   * attempted once more.
   */
  async schedule(tx: Tx, scheduled: Scheduled): Promise<void> {
    const { sql, parameters } = this.statement(scheduled, 1);
    await tx.query(sql, [...parameters]);
  }

  /**
   * The same as SQL with three parameters, for a statement that writes change, facts and attempt together.
   *
   * @param from - A CTE of the statement: it is scheduled only if that has a row. Absent: always.
   */
  statement({ tenantId, subjectId, dueAt }: Scheduled, firstParameter: number, from?: string): Statement {
    const [tenant, subject, due] = [0, 1, 2].map((offset) => `$${firstParameter + offset}`);
    return {
      sql: `INSERT INTO attempt AS known (tenant_id, subject_id, available_at)
            SELECT ${tenant}::text, ${subject}::uuid, ${due}::timestamptz
            ${from === undefined ? '' : `WHERE EXISTS (SELECT FROM ${from})`}
            ON CONFLICT (tenant_id, subject_id) DO UPDATE SET
              again_at = CASE WHEN known.lease IS NOT NULL AND known.finished_at IS NULL THEN excluded.available_at END,
              available_at = CASE WHEN known.lease IS NOT NULL AND known.finished_at IS NULL THEN known.available_at ELSE excluded.available_at END,
              number = CASE WHEN known.lease IS NOT NULL AND known.finished_at IS NULL THEN known.number ELSE 0 END,
              lease = CASE WHEN known.finished_at IS NULL THEN known.lease END,
              outcome = NULL, error_code = NULL, finished_at = NULL`,
      parameters: [tenantId, subjectId, dueAt ?? this.clock.now()],
    };
  }

  /**
   * SQL that makes due now what waits for its next try, because what it waited for has come about. What is being attempted, and what has
   * ended, is left alone; numbers go on.
   *
   * @param subjects - A query of `subject_id`s.
   */
  static hastening({ tenant, at, subjects }: { readonly tenant: string; readonly at: string; readonly subjects: string }): string {
    return `UPDATE attempt SET available_at = least(available_at, ${at}::timestamptz)
            WHERE tenant_id = ${tenant} AND finished_at IS NULL AND lease IS NULL AND subject_id IN (${subjects})`;
  }
}
