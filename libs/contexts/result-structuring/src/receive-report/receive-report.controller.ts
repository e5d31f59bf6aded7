import { Body, Controller, Headers, HttpCode, Post, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { MalformedInput } from '@segur/errors';
import { CallerGuard, CallerTenant } from '@segur/http-security';
import { ReceiveReportService } from './receive-report.service.js';

/**
 * `POST /api/v1/reports`: one state of a report as JSON (docs/report-intake.schema.json).
 *
 * 202 `{reportSetId, revision, status}` once it is durable; the same answer to the same `Idempotency-Key`.
 */
@Controller('api/v1/reports')
@UseGuards(CallerGuard)
export class ReceiveReportController {
  constructor(private readonly reports: ReceiveReportService) {}

  @Post()
  @HttpCode(202)
  async receive(
    @CallerTenant() tenantId: string,
    @Body() body: unknown,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    if (!Buffer.isBuffer(body)) throw new MalformedInput('Send the report as application/json');
    const { answer, reportSetId } = await this.reports.receive(tenantId, body, key?.trim() || undefined);
    reply.header('content-type', 'application/json; charset=utf-8').header('location', `/api/v1/reports/${reportSetId}`);
    return answer;
  }
}
