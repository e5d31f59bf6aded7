import { Controller, Get, Param, Query, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { DocumentStore } from '@segur/document-store';
import { CallerGuard, CallerTenant, ResourceNotFound } from '@segur/http-security';
import { CDA_MEDIA_TYPE, DocumentRows, PDF_MEDIA_TYPE } from '../assemble-document/document-rows.js';
import { PAGE_POLICY, readablePage } from './readable-page.js';

const place = z.object({
  reportSetId: z.uuid(),
  form: z.enum(['cda', 'html', 'pdf']),
  revision: z.coerce.number().int().positive().max(1_000_000).optional(),
});

/**
 * `GET /api/v1/reports/{reportSetId}/documents/{cda|pdf}`: the bytes as they were checked and delivered; `html`: the same for a person, as a
 * page. `?revision=` for an older one.
 */
@Controller('api/v1/reports/:reportSetId/documents')
@UseGuards(CallerGuard)
export class ReadDocumentController {
  constructor(
    private readonly rows: DocumentRows,
    private readonly documents: DocumentStore,
  ) {}

  @Get(':form')
  async read(
    @CallerTenant() tenantId: string,
    @Param() path: Record<string, string>,
    @Query('revision') revision: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const asked = place.safeParse({ ...path, revision });
    const found = asked.success ? await this.rows.find(tenantId, asked.data.reportSetId, asked.data.revision) : undefined;
    const form = asked.data?.form;
    const sha256 = form === 'pdf' ? found?.pdf : found?.cda;
    if (!found || !sha256) throw missing();
    const bytes = await this.documents.get(tenantId, sha256);
    const page = form === 'html' ? readablePage(bytes) : undefined;
    if (form === 'html' && page === undefined) throw missing();
    reply.header('cache-control', 'no-store').header('x-document-revision', String(found.revision));
    if (page !== undefined) {
      reply.headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAGE_POLICY });
      return Buffer.from(page);
    }
    reply.header('content-type', form === 'pdf' ? PDF_MEDIA_TYPE : `${CDA_MEDIA_TYPE}; charset=utf-8`);
    return bytes;
  }
}

function missing(): ResourceNotFound {
  return new ResourceNotFound('This laboratory has no such document');
}
