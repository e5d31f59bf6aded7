import { Controller, Get, UseGuards } from '@nestjs/common';
import { CallerGuard, CallerTenant } from '@segur/http-security';
import { WaitingQuery, type DeadLetterItem, type MissingMappingItem } from './waiting.query.js';

/** `GET /api/v1/mappings/missing` and `GET /api/v1/dead-letters`: what waits for a person. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class WaitingController {
  constructor(private readonly waiting: WaitingQuery) {}

  @Get('mappings/missing')
  async missingMappings(@CallerTenant() tenantId: string): Promise<{ items: MissingMappingItem[] }> {
    return { items: await this.waiting.missingMappings(tenantId) };
  }

  @Get('dead-letters')
  async deadLetters(@CallerTenant() tenantId: string): Promise<{ items: DeadLetterItem[] }> {
    return { items: await this.waiting.deadLetters(tenantId) };
  }
}
