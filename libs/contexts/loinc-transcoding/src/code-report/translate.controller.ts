import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import type { Coding } from '@segur/events';
import { CallerGuard, CallerTenant, ZodPipe } from '@segur/http-security';
import { toUcum } from '@segur/units';
import { z } from 'zod';
import { codeObservations } from './code-observations.js';
import { PublishedMaps } from './published-maps.js';

const text = z.string().min(1).max(200);
const translateQuery = z.object({ code: text, unit: text.optional(), specimen: text.optional() });

/** `GET /api/v1/mappings/translate`: how a result would be coded now, from the map in force; nothing is recorded. */
@Controller('api/v1/mappings/translate')
@UseGuards(CallerGuard)
export class TranslateController {
  constructor(private readonly maps: PublishedMaps) {}

  @Get()
  async translate(
    @CallerTenant() tenantId: string,
    @Query(new ZodPipe(translateQuery)) { code, unit, specimen }: z.output<typeof translateQuery>,
  ): Promise<{
    readonly release: number;
    readonly status: Coding['status'];
    readonly loinc?: string;
    readonly loincLabel?: string;
  }> {
    const { release, map } = await this.maps.inForce(tenantId);
    const ucum = unit === undefined ? undefined : toUcum(unit);
    const observation = {
      observationId: code,
      localCode: code,
      label: '',
      valueKind: unit === undefined ? ('text' as const) : ('numeric' as const),
      ...(unit !== undefined && { unitRaw: unit }),
      ...(ucum !== undefined && { unit: ucum }),
      ...(specimen !== undefined && { specimen }),
    };
    const [coding] = codeObservations([observation], map);
    if (coding?.status !== 'coded') return { release, status: coding?.status ?? 'unmapped' };
    return { release, status: 'coded', loinc: coding.loinc, loincLabel: coding.loincLabel };
  }
}
