import { Body, Controller, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { CallerGuard, CallerTenant, ResourceNotFound, ZodPipe } from '@segur/http-security';
import { WithdrawReportService, type Withdrawal } from './withdraw-report.service.js';

const withdrawalBody = z.strictObject({
  reason: z
    .enum(['wrong-patient', 'sent-in-error', 'requested'])
    .describe('It is about another patient; it should not exist, or not yet; patient or prescriber asked for it.'),
});

/** `POST /api/v1/reports/{reportSetId}/withdrawal`: 202 once the withdrawal is durable; asked again, the same answer. */
@Controller('api/v1/reports/:reportSetId/withdrawal')
@UseGuards(CallerGuard)
export class WithdrawReportController {
  constructor(private readonly withdrawals: WithdrawReportService) {}

  @Post()
  @HttpCode(202)
  withdraw(
    @CallerTenant() tenantId: string,
    @Param('reportSetId') reportSetId: string,
    @Body(new ZodPipe(withdrawalBody)) { reason }: z.output<typeof withdrawalBody>,
  ): Promise<Withdrawal> {
    if (!z.uuid().safeParse(reportSetId).success) throw new ResourceNotFound('This laboratory has no such report');
    return this.withdrawals.withdraw(tenantId, reportSetId, reason);
  }
}
