import { Body, Controller, Get, Headers, Param, Post, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { MalformedInput } from '@segur/errors';
import { CallerGuard, CurrentCaller, ResourceNotFound, ZodPipe } from '@segur/http-security';
import type { Caller } from '@segur/http-security';
import { ImportValueSets } from './import-value-sets.js';
import { ReferenceEditors } from './reference-editors.js';
import { ReferenceImports, type ListedImport, type ReferenceImport } from './reference-imports.js';
import { versionQuery } from './releases.controller.js';

const LISTED = 50;

/** `…/loinc/value-sets`: versions of the French value set "circuit de la biologie", as `text/csv` or as a FHIR `ValueSet`. */
@Controller('api/v1/loinc/value-sets')
@UseGuards(CallerGuard)
export class ValueSetsController {
  constructor(
    private readonly imports: ReferenceImports,
    private readonly valueSets: ImportValueSets,
    private readonly editors: ReferenceEditors,
  ) {}

  @Post()
  upload(
    @CurrentCaller() caller: Caller,
    @Body() body: unknown,
    @Headers('content-type') contentType: string | undefined,
    @Query(new ZodPipe(versionQuery)) { version }: z.output<typeof versionQuery>,
  ): Promise<ReferenceImport> {
    this.editors.require(caller);
    const format = contentType?.startsWith('text/csv') ? 'csv' : 'fhir';
    return this.valueSets.import(bytesOf(body), format, { author: caller.name, version });
  }

  @Get()
  async list(): Promise<{ readonly items: readonly ListedImport[] }> {
    return { items: await this.imports.list('value-set', LISTED) };
  }

  @Get(':id')
  async show(@Param('id', new ZodPipe(z.uuid())) id: string): Promise<ReferenceImport> {
    const found = await this.imports.find('value-set', id);
    if (!found) throw new ResourceNotFound('There is no such value set');
    return found;
  }
}

/** What was sent as `application/json` has been parsed by the server already. */
function bytesOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body;
  if (typeof body !== 'object' || body === null)
    throw new MalformedInput('Send the value set as text/csv or application/fhir+json');
  return Buffer.from(JSON.stringify(body));
}
