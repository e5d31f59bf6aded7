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
    this.mentions.register(CONTEXT, async (tenantId, sha256s) => {
      const rows = await this.db.query<{ sha256: string }>(
        tenantId,
        `SELECT order_sha256 AS sha256 FROM received_order WHERE tenant_id = $1 AND order_sha256 = ANY ($2)
         UNION SELECT cda_sha256 FROM reported WHERE tenant_id = $1 AND cda_sha256 = ANY ($2)`,
        [tenantId, sha256s],
      );
      return rows.map(({ sha256 }) => sha256);
    });
  }
}
