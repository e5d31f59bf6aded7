import { Body, Controller, Get, Header, HttpCode, Param, ParseIntPipe, Post, Query, Res, UseGuards } from '@nestjs/common';
import { MalformedInput } from '@segur/errors';
import { CallerGuard, CallerTenant, CurrentCaller, ResourceNotFound, ZodPipe, type Caller } from '@segur/http-security';
import { catalogueFileName, decodeText } from '@segur/loinc-files';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { LaboratorySettings } from '../review-mappings/laboratory-settings.js';
import { requireReview, requireValidator } from '../review-mappings/review-scopes.js';
import type { MapDifference } from './compare-maps.js';
import { orNone } from '../review-mappings/optional-body.js';
import { ImportMapService, type MapImportReport } from './import-map.service.js';
import { MAP_FORMATS, writeMap } from './map-files.js';
import type { MapLine } from './map-line.js';
import { MapReleases, type ReleaseSummary } from './map-releases.js';
import { OUTLINE_FORMATS, writeOutline } from './outline-files.js';
import { PublishMapService, type MapDraft } from './publish-map.service.js';

const text = z.string().trim().min(1).max(500).optional();
const flag = z.stringbool().default(false);
const publication = orNone(z.strictObject({ signer: text, note: text, acceptWarnings: z.boolean().default(false) }));
const rollback = orNone(z.strictObject({ signer: text, note: text }));
const exportQuery = z.object({
  format: z.enum([...MAP_FORMATS, ...OUTLINE_FORMATS]).default('csv'),
  oid: z
    .string()
    .regex(/^[0-2](?:\.\d+)+$/)
    .optional(),
});
const importQuery = z.object({ name: z.string().min(1).max(200).default('map.csv'), sign: flag, dryRun: flag, acceptOlder: flag });

const CSV = 'text/csv; charset=utf-8';
const FHIR = 'application/fhir+json; charset=utf-8';

/** `/api/v1/mappings/releases` and `/api/v1/mappings/imports`: maps that go live, and maps in files. */
@Controller('api/v1/mappings')
@UseGuards(CallerGuard)
export class MapReleasesController {
  constructor(
    private readonly maps: PublishMapService,
    private readonly releases: MapReleases,
    private readonly imports: ImportMapService,
    private readonly settings: LaboratorySettings,
  ) {}

  @Get('releases')
  async list(@CallerTenant() tenantId: string): Promise<{ readonly items: readonly ReleaseSummary[] }> {
    return { items: await this.releases.list(tenantId) };
  }

  /** What would be published now: lines, findings, and the difference from what is in force. */
  @Get('releases/draft')
  draft(@CallerTenant() tenantId: string): Promise<MapDraft> {
    return this.maps.draft(tenantId);
  }

  @Get('releases/:release')
  async show(
    @CallerTenant() tenantId: string,
    @Param('release', ParseIntPipe) release: number,
  ): Promise<ReleaseSummary & { readonly map: readonly MapLine[] }> {
    return { ...(await this.summary(tenantId, release)), map: await this.maps.lines(tenantId, release) };
  }

  @Get('releases/:release/diff/:other')
  async diff(
    @CallerTenant() tenantId: string,
    @Param('release', ParseIntPipe) release: number,
    @Param('other', ParseIntPipe) other: number,
  ): Promise<{ readonly items: readonly MapDifference[] }> {
    for (const one of [release, other]) await this.summary(tenantId, one);
    return { items: await this.maps.diff(tenantId, release, other) };
  }

  @Post('releases')
  async publish(
    @CurrentCaller() caller: Caller,
    @Body(new ZodPipe(publication)) { acceptWarnings, ...by }: z.output<typeof publication>,
  ): Promise<ReleaseSummary> {
    requireValidator(caller);
    const release = await this.maps.publish(caller.tenantId, { author: caller.name, ...by }, acceptWarnings);
    return this.summary(caller.tenantId, release);
  }

  /** Puts an earlier release in force again, under a new number. */
  @Post('releases/:release/rollback')
  async rollBack(
    @CurrentCaller() caller: Caller,
    @Param('release', ParseIntPipe) release: number,
    @Body(new ZodPipe(rollback)) by: z.output<typeof rollback>,
  ): Promise<ReleaseSummary> {
    requireValidator(caller);
    return this.summary(caller.tenantId, await this.maps.rollBack(caller.tenantId, release, { author: caller.name, ...by }));
  }

  /** The release in a file; the header `x-left-out` counts the lines that the format has no place for. */
  @Get('releases/:release/export')
  @Header('cache-control', 'no-store')
  async export(
    @CallerTenant() tenantId: string,
    @Param('release', ParseIntPipe) release: number,
    @Query(new ZodPipe(exportQuery)) { format, oid }: z.output<typeof exportQuery>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { publishedAt, ...about } = await this.summary(tenantId, release);
    const on = publishedAt.toISOString();
    const lines = await this.maps.lines(tenantId, release);
    if (format === 'loinc4' || format === 'loinc5') {
      const kind = format === 'loinc4' ? 'chapter-map' : 'exam-map';
      return sent(reply, CSV, catalogueFileName(kind, on), {
        content: writeOutline(await this.maps.outline(tenantId), format, lines),
      });
    }
    const localCodeSystemOid = oid ?? this.settings.catalogueOid(tenantId);
    if (format === 'concept-map' && !localCodeSystemOid) throw new MalformedInput('Name the OID of the local codes: ?oid=');
    const written = writeMap(lines, format, { ...about, publishedAt: on, localCodeSystemOid: localCodeSystemOid ?? '' });
    const names = {
      loinc6: catalogueFileName('analysis-map', on),
      csv: `map-${release}.csv`,
      'concept-map': `map-${release}.json`,
    };
    return sent(reply, format === 'concept-map' ? FHIR : CSV, names[format], written);
  }

  /** Takes a map from a file into the review: proposed, or validated where a validator signs. */
  @Post('imports')
  @HttpCode(200)
  async import(
    @CurrentCaller() caller: Caller,
    @Query(new ZodPipe(importQuery)) { name, sign, ...how }: z.output<typeof importQuery>,
    @Body() body: unknown,
  ): Promise<MapImportReport> {
    requireReview(caller);
    if (sign) requireValidator(caller);
    if (typeof body !== 'object' || body === null) throw new MalformedInput('Send the map as text/csv, or as JSON');
    const content = Buffer.isBuffer(body) ? decodeText(body).text : JSON.stringify(body);
    return this.imports.import(caller.tenantId, { name, text: content, by: caller.name, signed: sign, ...how });
  }

  private async summary(tenantId: string, release: number): Promise<ReleaseSummary> {
    const [summary] = await this.releases.list(tenantId, release);
    if (!summary) throw new ResourceNotFound('There is no such release', { release });
    return summary;
  }
}

function sent(
  reply: FastifyReply,
  type: string,
  name: string,
  { content, leftOut = 0 }: { content: string; leftOut?: number },
): string {
  void reply.headers({
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'x-left-out': `${leftOut}`,
  });
  return content;
}
