import { Controller, Get, Param, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { CallerGuard, CallerTenant, ResourceNotFound } from '@segur/http-security';
import { reportSetIdOf } from '@segur/laboratory';
import { SHOWN_STATUSES } from '../keep-read-models/report-state.js';
import { readQuery } from '../paging/invalid-query.js';
import { pageQuery, type Page } from '../paging/page.js';
import { ReportsQuery, type ReportDetail, type ReportItem } from './reports.query.js';

const reportsQuery = z.object({
  ...pageQuery,
  status: z.enum(SHOWN_STATUSES).optional(),
  fillerNumber: z.string().min(1).optional(),
  since: z.iso.datetime({ offset: true }).optional(),
});

/** `GET /api/v1/reports` and `GET /api/v1/reports/{reportSetId}`: where reports stand. */
@Controller('api/v1/reports')
@UseGuards(CallerGuard)
export class ReportsController {
  constructor(private readonly reports: ReportsQuery) {}

  @Get()
  list(@CallerTenant() tenantId: string, @Query() query: unknown): Promise<Page<ReportItem>> {
    const { limit, cursor, status, fillerNumber, since } = readQuery(reportsQuery, query);
    const filters = {
      ...(status && { status }),
      // Events carry no number of the laboratory; the identifier of the report is made of it.
      ...(fillerNumber && { reportSetId: reportSetIdOf(tenantId, fillerNumber) }),
      ...(since && { since }),
    };
    return this.reports.page(tenantId, filters, { limit, ...(cursor !== undefined && { after: cursor }) });
  }

  @Get(':reportSetId')
  async show(@CallerTenant() tenantId: string, @Param('reportSetId') reportSetId: string): Promise<ReportDetail> {
    const known = z.uuid().safeParse(reportSetId).success ? await this.reports.detail(tenantId, reportSetId) : undefined;
    if (!known) throw new ResourceNotFound('This laboratory has no such report');
    return known;
  }
}
