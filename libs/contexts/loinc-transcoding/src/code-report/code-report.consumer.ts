import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Consumes } from '@segur/event-bus';
import { REPORT_STRUCTURED } from '@segur/events';
import type { EventEnvelope, ReportStructured } from '@segur/events';
import { CONTEXT } from '../context.js';
import { CodeReportService } from './code-report.service.js';

@Controller()
export class CodeReportConsumer {
  constructor(private readonly coding: CodeReportService) {}

  @Consumes(REPORT_STRUCTURED.name, CONTEXT)
  onReportStructured(@Payload() event: EventEnvelope<ReportStructured>): Promise<void> {
    return this.coding.code(event);
  }
}
