import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DocumentMentions } from '@segur/document-store';
import { ContextDatabase } from '@segur/persistence';
import { CONTEXT } from './context.js';

/** Tells the document store which of its bytes this context still needs. */
@Injectable()
export class MentionedDocuments implements OnModuleInit {
  constructor(
    private readonly db: ContextDatabase,
    private readonly mentions: DocumentMentions,
  ) {}

  onModuleInit(): void {
    this.mentions.register(CONTEXT, (tenantId, sha256s) => this.stillMentioned(tenantId, sha256s));
  }

  private async stillMentioned(tenantId: string, sha256s: readonly string[]): Promise<readonly string[]> {
    const rows = await this.db.query<{ sha256: string }>(
      tenantId,
      `SELECT sha256 FROM unnest($2::text[]) AS asked (sha256) WHERE
         EXISTS (SELECT FROM reception r WHERE r.tenant_id = $1 AND r.sha256 = asked.sha256)
         OR EXISTS (SELECT FROM report r WHERE r.tenant_id = $1 AND r.report_sha256 = asked.sha256)
         OR EXISTS (SELECT FROM document d WHERE d.tenant_id = $1 AND ARRAY[d.cda_sha256, d.pdf_sha256, d.sheet_sha256] @> ARRAY[asked.sha256])
       UNION SELECT order_sha256 FROM known_order WHERE tenant_id = $1 AND order_sha256 = ANY ($2)`,
      [tenantId, sha256s],
    );
    return rows.map(({ sha256 }) => sha256);
  }
}
