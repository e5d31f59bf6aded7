import { Controller, Get, Header, Query, Res, UseGuards } from '@nestjs/common';
import { Clock } from '@segur/clock';
import { MalformedInput } from '@segur/errors';
import { CallerGuard, CallerTenant, ZodPipe } from '@segur/http-security';
import { writeCodeSystem } from '@segur/loinc-files';
import { ContextDatabase } from '@segur/persistence';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CatalogueStore } from '../import-catalogue/catalogue-store.js';
import { LaboratorySettings } from '../review-mappings/laboratory-settings.js';
import { GapListQuery } from './gap-list.query.js';
import { writeGapList } from './gap-list.js';

const exportQuery = z.object({
  format: z.enum(['code-system', 'gaps']),
  oid: z
    .string()
    .regex(/^[0-2](?:\.\d+)+$/)
    .optional(),
});

/** `GET /api/v1/catalogue/export`: the local codes as a FHIR `CodeSystem`, and the list of those that nobody has mapped. */
@Controller('api/v1/catalogue/export')
@UseGuards(CallerGuard)
export class ExportCatalogueController {
  constructor(
    private readonly db: ContextDatabase,
    private readonly catalogue: CatalogueStore,
    private readonly gaps: GapListQuery,
    private readonly settings: LaboratorySettings,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  async export(
    @CallerTenant() tenantId: string,
    @Query(new ZodPipe(exportQuery)) { format, oid }: z.output<typeof exportQuery>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    if (format === 'gaps') {
      const day = this.clock.now().toISOString().slice(0, 10);
      attach(reply, 'text/csv; charset=utf-8', `gaps-${day}.csv`);
      return writeGapList(await this.gaps.of(tenantId));
    }
    const localCodeSystemOid = oid ?? this.settings.catalogueOid(tenantId);
    if (!localCodeSystemOid) throw new MalformedInput('Name the OID of the local codes: ?oid=');
    attach(reply, 'application/fhir+json; charset=utf-8', 'local-codes.json');
    return this.codeSystem(tenantId, localCodeSystemOid);
  }

  private async codeSystem(tenantId: string, localCodeSystemOid: string): Promise<string> {
    const { entries, changedAt } = await this.db.transaction(tenantId, async (tx) => ({
      entries: await this.catalogue.active(tx, tenantId),
      changedAt: await this.catalogue.changedAt(tx, tenantId),
    }));
    return writeCodeSystem({
      localCodeSystemOid,
      title: 'Codes locaux du laboratoire',
      ...(changedAt && { date: changedAt.toISOString() }),
      concepts: entries.map(({ test: { localCode, ...test } }) => ({ ...test, code: localCode })),
    });
  }
}

function attach(reply: FastifyReply, type: string, name: string): void {
  void reply.headers({ 'content-type': type, 'content-disposition': `attachment; filename="${name}"` });
}
