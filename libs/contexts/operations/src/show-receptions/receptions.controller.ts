import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { CallerGuard, CallerTenant } from '@segur/http-security';
import { readQuery } from '../paging/invalid-query.js';
import { pageQuery, type Page } from '../paging/page.js';
import { ReceptionsQuery, type ReceptionItem } from './receptions.query.js';

const receptionsQuery = z.object(pageQuery);

/** `GET /api/v1/receptions`: what was received, newest first. */
@Controller('api/v1/receptions')
@UseGuards(CallerGuard)
export class ReceptionsController {
  constructor(private readonly receptions: ReceptionsQuery) {}

  @Get()
  list(@CallerTenant() tenantId: string, @Query() query: unknown): Promise<Page<ReceptionItem>> {
    const { limit, cursor } = readQuery(receptionsQuery, query);
    return this.receptions.page(tenantId, { limit, ...(cursor !== undefined && { after: cursor }) });
  }
}
