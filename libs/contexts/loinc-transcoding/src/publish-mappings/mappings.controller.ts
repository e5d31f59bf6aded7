import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { MalformedInput } from '@segur/errors';
import { CallerGuard, CallerTenant } from '@segur/http-security';
import { PublishMappingsService, type MapRelease } from './publish-mappings.service.js';

/** `POST /api/v1/mappings`: a reviewed map as `text/csv`, published as a whole or not at all. */
@Controller('api/v1/mappings')
@UseGuards(CallerGuard)
export class MappingsController {
  constructor(private readonly mappings: PublishMappingsService) {}

  @Post()
  publish(@CallerTenant() tenantId: string, @Body() body: unknown): Promise<MapRelease> {
    if (!Buffer.isBuffer(body)) throw new MalformedInput('Send the mappings as text/csv');
    return this.mappings.publish(tenantId, decode(body));
  }
}

/** Spreadsheets of French laboratories are saved as windows-1252 as often as not. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
