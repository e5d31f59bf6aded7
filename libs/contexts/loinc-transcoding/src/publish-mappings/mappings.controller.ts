import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { MalformedInput } from '@segur/errors';
import { CallerGuard, CurrentCaller, requireScope, type Caller } from '@segur/http-security';
import { VALIDATE } from '../review-mappings/review-scopes.js';
import { PublishMappingsService, type MapRelease } from './publish-mappings.service.js';

/** `POST /api/v1/mappings`: a reviewed map as `text/csv`, published as a whole or not at all. */
@Controller('api/v1/mappings')
@UseGuards(CallerGuard)
export class MappingsController {
  constructor(private readonly mappings: PublishMappingsService) {}

  @Post()
  publish(@CurrentCaller() caller: Caller, @Body() body: unknown): Promise<MapRelease> {
    requireScope(caller, VALIDATE);
    if (!Buffer.isBuffer(body)) throw new MalformedInput('Send the mappings as text/csv');
    return this.mappings.publish(caller.tenantId, decode(body), { author: caller.name });
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
