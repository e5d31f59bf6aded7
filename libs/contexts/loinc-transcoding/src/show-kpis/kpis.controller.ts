import { Controller, Get, UseGuards } from '@nestjs/common';
import { CallerGuard, CallerTenant } from '@segur/http-security';
import { MappingKpisQuery, type MappingKpis } from './mapping-kpis.query.js';

/** `GET /api/v1/mappings/kpis`. */
@Controller('api/v1/mappings/kpis')
@UseGuards(CallerGuard)
export class KpisController {
  constructor(private readonly kpis: MappingKpisQuery) {}

  @Get()
  show(@CallerTenant() tenantId: string): Promise<MappingKpis> {
    return this.kpis.of(tenantId);
  }
}
