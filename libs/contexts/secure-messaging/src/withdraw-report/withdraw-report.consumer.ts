import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Consumes } from '@segur/event-bus';
import { REPORT_WITHDRAWN, type EventEnvelope, type ReportWithdrawn } from '@segur/events';
import { CONTEXT } from '../context.js';
import { WithdrawReportService } from './withdraw-report.service.js';

/** A report is withdrawn: no mail of it leaves any more, and whoever got it is asked to delete it. */
@Controller()
export class WithdrawReportConsumer {
  constructor(private readonly withdrawals: WithdrawReportService) {}

  @Consumes(REPORT_WITHDRAWN.name, CONTEXT)
  onReportWithdrawn(@Payload() event: EventEnvelope<ReportWithdrawn>): Promise<void> {
    return this.withdrawals.withdraw(event);
  }
}
