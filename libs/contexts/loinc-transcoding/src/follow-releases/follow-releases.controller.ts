import { Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { CallerGuard, CallerTenant, CurrentCaller, ZodPipe, type Caller } from '@segur/http-security';
import { z } from 'zod';
import { requireReview } from '../review-mappings/review-scopes.js';
import { FollowReleasesService, type AffectedReport, type ReleaseImpact } from './follow-releases.service.js';

const version = z.string().min(1).max(100).optional();
const baseline = z.object({ loincRelease: version, valueSetVersion: version });
const page = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  cursor: z.uuid('is no cursor of this list').optional(),
});

/** `/api/v1/mappings/migration` and `/api/v1/mappings/codes/{loinc}/reports`: what a new LOINC release touches. */
@Controller('api/v1/mappings')
@UseGuards(CallerGuard)
export class FollowReleasesController {
  constructor(private readonly following: FollowReleasesService) {}

  @Get('migration')
  impact(@CallerTenant() tenantId: string, @Query(new ZodPipe(baseline)) query: z.output<typeof baseline>): Promise<ReleaseImpact> {
    return this.following.impact(tenantId, query);
  }

  /** Proposes the one successor of each replaced code; a biologist validates each, from a day on. */
  @Post('migration')
  @HttpCode(200)
  async propose(
    @CurrentCaller() caller: Caller,
    @Query(new ZodPipe(baseline)) query: z.output<typeof baseline>,
  ): Promise<{ readonly proposed: number }> {
    requireReview(caller);
    return { proposed: await this.following.proposeMigrations(caller.tenantId, caller.name, query) };
  }

  /** Reports that left with a code: whether to send one again is a biologist's decision. */
  @Get('codes/:loinc/reports')
  async reports(
    @CallerTenant() tenantId: string,
    @Param('loinc') loinc: string,
    @Query(new ZodPipe(page)) { limit, cursor }: z.output<typeof page>,
  ): Promise<{ readonly items: readonly AffectedReport[]; readonly next?: string }> {
    const rows = await this.following.affectedReports(tenantId, loinc, limit, cursor);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, ...(rows.length > limit && last && { next: last.reportSetId }) };
  }
}
