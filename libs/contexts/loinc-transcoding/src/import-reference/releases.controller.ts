import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Ids } from '@segur/clock';
import { MalformedInput } from '@segur/errors';
import { CallerGuard, CurrentCaller, ResourceNotFound, ZodPipe } from '@segur/http-security';
import type { Caller } from '@segur/http-security';
import { ArchiveUploads } from './archive-uploads.js';
import { ImportReleases } from './import-releases.js';
import { ReferenceEditors } from './reference-editors.js';
import { ReferenceImports, type ListedImport, type ReferenceImport } from './reference-imports.js';

/** How an operator names a version. */
export const versionQuery = z.object({ version: z.string().trim().min(1).max(50).optional() });

const LISTED = 50;

/** `…/loinc/releases`: official LOINC archives, uploaded by the operator, imported in the background, seen by all once they are whole. */
@Controller('api/v1/loinc/releases')
@UseGuards(CallerGuard)
export class ReleasesController {
  constructor(
    private readonly imports: ReferenceImports,
    private readonly releases: ImportReleases,
    private readonly uploads: ArchiveUploads,
    private readonly editors: ReferenceEditors,
    private readonly ids: Ids,
  ) {}

  /** An archive as `application/zip`; answered as soon as it is on the disk and its import written down. */
  @Post()
  @HttpCode(HttpStatus.ACCEPTED)
  async upload(
    @CurrentCaller() caller: Caller,
    @Body() body: unknown,
    @Query(new ZodPipe(versionQuery)) { version }: z.output<typeof versionQuery>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReferenceImport> {
    this.editors.require(caller);
    if (!(body instanceof Readable)) throw new MalformedInput('Send the archive as application/zip');
    const id = this.ids.next();
    const { path, sha256 } = await this.uploads.keep(id, body);
    const job = await this.releases.add({ id, path, sha256, author: caller.name, version });
    reply.header('location', `/api/v1/loinc/releases/${job.id}`);
    return job;
  }

  @Get()
  async list(): Promise<{ readonly items: readonly ListedImport[] }> {
    return { items: await this.imports.list('loinc-release', LISTED) };
  }

  @Get(':id')
  async show(@Param('id', new ZodPipe(z.uuid())) id: string): Promise<ReferenceImport> {
    const found = await this.imports.find('loinc-release', id);
    if (!found) throw new ResourceNotFound('There is no such release');
    return found;
  }
}
