/** Where a report stands, in the order of the flow. */
export type ReportStatus = 'RECEIVED' | 'STRUCTURED' | 'TRANSCODED' | 'VALIDATED' | 'REFUSED';

/** Where a report is shown to stand. `WITHDRAWN`: no state of it is left; a later one starts it again. */
export const SHOWN_STATUSES = ['RECEIVED', 'STRUCTURED', 'TRANSCODED', 'VALIDATED', 'REFUSED', 'WITHDRAWN'] as const;
export type ShownStatus = (typeof SHOWN_STATUSES)[number];

/** How far each status is: topics may be read in any order, and a report never goes back within one revision. */
export const RANKS: Readonly<Record<ReportStatus, number>> = {
  RECEIVED: 1,
  STRUCTURED: 2,
  TRANSCODED: 3,
  VALIDATED: 4,
  REFUSED: 4,
};

/** What one event says of a report. */
export interface ReportState {
  readonly tenantId: string;
  readonly reportSetId: string;
  readonly receptionId: string;
  /** 0 while no message could be read into a report. */
  readonly revision: number;
  readonly status: ReportStatus;
  readonly at: string;
}

/**
 * Moves a report to a state, unless it has passed it: `reportMove(state, $n)` gives the statement and its parameters, to stand
 * alone or as a CTE beside others.
 *
 * Within revision 0 the latest reception counts, since each one is a new try to read the same report.
 */
export function reportMove(state: ReportState, first: number): { readonly sql: string; readonly parameters: unknown[] } {
  const [tenant, report, reception, revision, status, rank, at] = [0, 1, 2, 3, 4, 5, 6].map((offset) => `$${first + offset}`);
  return {
    sql: `INSERT INTO report AS known (tenant_id, report_set_id, first_reception_id, received_at, reception_id, revision, status, rank, changed_at)
      VALUES (${tenant}, ${report}::uuid, ${reception}::uuid, ${at}::timestamptz, ${reception}::uuid, ${revision}::int, ${status}, ${rank}::int, ${at}::timestamptz)
      ON CONFLICT (tenant_id, report_set_id) DO UPDATE SET
        reception_id = excluded.reception_id, revision = excluded.revision, status = excluded.status, rank = excluded.rank, changed_at = excluded.changed_at
      WHERE known.revision < excluded.revision
        OR (known.revision = excluded.revision AND known.revision > 0 AND known.rank < excluded.rank)
        OR (known.revision = excluded.revision AND known.revision = 0 AND (known.reception_id, known.rank) < (excluded.reception_id, excluded.rank))`,
    parameters: [state.tenantId, state.reportSetId, state.receptionId, state.revision, state.status, RANKS[state.status], state.at],
  };
}
