import { Injectable } from '@nestjs/common';
import { Ids } from '@segur/clock';
import { REPORT_WITHDRAWN, type EventEnvelope, type ReportWithdrawn, type ResultsReceived } from '@segur/events';
import { ResourceNotFound } from '@segur/http-security';
import { ContextDatabase, Facts, Outbox } from '@segur/persistence';
import { Log } from '@segur/telemetry';
import { AcknowledgementRequests, type WantedAcknowledgements } from '../acknowledge-deliveries/acknowledgement-requests.js';
import { onceStatement } from '../once-statement.js';
import { standingRevision } from '../structure-report/decide-revision.js';
import { ReportRows } from '../structure-report/report-rows.js';
import { NothingToWithdraw } from './nothing-to-withdraw.js';

/** What a caller is told of a withdrawal. */
export interface Withdrawal {
  readonly reportSetId: string;
  /** The last revision that is withdrawn. */
  readonly revision: number;
  readonly status: 'WITHDRAWN';
}

/**
 * Takes a report back: every revision that was made, also one whose document is still on its way. Nothing is deleted; a later message
 * starts the report again.
 */
@Injectable()
export class WithdrawReportService {
  constructor(
    private readonly db: ContextDatabase,
    private readonly rows: ReportRows,
    private readonly ids: Ids,
    private readonly facts: Facts,
    private readonly log: Log,
  ) {}

  /**
   * A person asks: for what was made, and for what was received and is not read yet. Asked again, it answers the same and states nothing.
   *
   * @throws {ResourceNotFound} This laboratory has no such report.
   * @throws {NothingToWithdraw} No document could ever be made of it.
   */
  async withdraw(tenantId: string, reportSetId: string, reason: ReportWithdrawn['reason']): Promise<Withdrawal> {
    await this.rows.closeBefore(tenantId, reportSetId, this.ids.next());
    const history = await this.rows.history(tenantId, reportSetId);
    const last = history.at(-1);
    if (!last) throw new ResourceNotFound('This laboratory has no such report');
    const standing = standingRevision(history);
    if (!standing) {
      const gone = history.findLast(({ state }) => state === 'WITHDRAWN');
      if (!gone) throw new NothingToWithdraw('Nothing was made of this report: there is nothing to withdraw', { reportSetId });
      return { reportSetId, revision: gone.revision, status: 'WITHDRAWN' };
    }
    const { revision } = standing;
    const fact = this.facts.state(REPORT_WITHDRAWN, { key: reportSetId, tenantId, data: { reportSetId, revision, reason } });
    const facts = Outbox.statement([fact], 4, 'withdrawn');
    await this.db.query(
      tenantId,
      // Asked twice at a time, the second waits for the first, finds nothing to change, and states nothing.
      `WITH withdrawn AS (
         UPDATE report SET state = 'WITHDRAWN', changed_at = now()
         WHERE tenant_id = $1 AND report_set_id = $2 AND revision <= $3 AND state <> 'WITHDRAWN' RETURNING revision)
       ${facts.sql}`,
      [tenantId, reportSetId, revision, ...facts.parameters],
    );
    this.log.info('report-withdrawn', { tenantId, reportSetId, revision });
    return { reportSetId, revision, status: 'WITHDRAWN' };
  }

  /** A message asks: what it said is wrong, or is to be deleted. @param wanted - What its sender is to be told of that. */
  async withdrawBy(
    event: EventEnvelope<ResultsReceived>,
    revision: number,
    reason: ReportWithdrawn['reason'],
    wanted: WantedAcknowledgements,
  ): Promise<void> {
    const { tenantId, data } = event;
    const { reportSetId, receptionId } = data;
    const fact = this.facts.state(REPORT_WITHDRAWN, {
      key: reportSetId,
      tenantId,
      cause: event,
      data: { reportSetId, revision, reason, receptionId },
    });
    const requests = AcknowledgementRequests.insert(event, { answers: 'withdrawal', revision }, wanted);
    const { sql, parameters } = onceStatement(event, [fact], [ReportRows.withdraw(tenantId, reportSetId, revision), ...requests]);
    await this.db.query(tenantId, sql, parameters);
    this.log.info('report-withdrawn', { tenantId, reportSetId, receptionId, revision });
  }
}
