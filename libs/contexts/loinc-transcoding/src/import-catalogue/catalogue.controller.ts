import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, UseGuards } from '@nestjs/common';
import { CallerGuard, CallerTenant, CurrentCaller, ZodPipe, type Caller } from '@segur/http-security';
import { CATALOGUE_FIELDS, decodeText } from '@segur/loinc-files';
import { z } from 'zod';
import { requireReview } from '../review-mappings/review-scopes.js';
import { ProposalService, type ProposalProgress } from '../review-mappings/proposal.service.js';
import { ImportCatalogueService, type CatalogueReport } from './import-catalogue.service.js';

const name = z.string().min(1).max(200);
const importQuery = z.object({ name: name.default('catalogue.csv') });
const importBody = z.union([
  z.instanceof(Buffer).transform((bytes) => ({ bytes })),
  z.strictObject({
    files: z
      .array(z.strictObject({ name, content: z.base64() }))
      .min(1)
      .max(6),
    columns: z.partialRecord(z.enum(CATALOGUE_FIELDS), z.string().min(1)).optional(),
  }),
]);

/** `/api/v1/catalogue/imports`: a catalogue is checked, looked at, then taken over as a whole. */
@Controller('api/v1/catalogue/imports')
@UseGuards(CallerGuard)
export class CatalogueController {
  constructor(
    private readonly imports: ImportCatalogueService,
    private readonly proposals: ProposalService,
  ) {}

  /** One file as `text/csv` with its name in the query, or several in base64 as JSON, with the meaning of columns. */
  @Post()
  @HttpCode(201)
  check(
    @CurrentCaller() caller: Caller,
    @Query(new ZodPipe(importQuery)) query: z.output<typeof importQuery>,
    @Body(new ZodPipe(importBody)) body: z.output<typeof importBody>,
  ): Promise<CatalogueReport> {
    requireReview(caller);
    const files =
      'bytes' in body
        ? [{ name: query.name, text: decodeText(body.bytes).text }]
        : body.files.map((file) => ({ name: file.name, text: decodeText(Buffer.from(file.content, 'base64')).text }));
    return this.imports.check(caller.tenantId, caller.name, files, 'bytes' in body ? undefined : body.columns);
  }

  @Get(':importId')
  report(@CallerTenant() tenantId: string, @Param('importId', ParseUUIDPipe) importId: string): Promise<CatalogueReport> {
    return this.imports.report(tenantId, importId);
  }

  /** Proposals of the first analyses are made at once; `POST /api/v1/mappings/proposals` makes the rest. */
  @Post(':importId/commit')
  @HttpCode(200)
  async commit(
    @CurrentCaller() caller: Caller,
    @Param('importId', ParseUUIDPipe) importId: string,
  ): Promise<CatalogueReport & { readonly proposals: ProposalProgress }> {
    requireReview(caller);
    const report = await this.imports.commit(caller.tenantId, caller.name, importId);
    return { ...report, proposals: await this.proposals.propose(caller.tenantId, 1000) };
  }
}
