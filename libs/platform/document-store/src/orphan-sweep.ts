import type { Clock } from '@segur/clock';
import type { ContextDatabase } from '@segur/persistence';

const WEEK_MS = 7 * 86_400_000;
const BATCH = 500;

/** Answers which of some documents a context's own rows still mention. */
export type StillMentioned = (tenantId: string, sha256s: readonly string[]) => Promise<readonly string[]>;

/** What the contexts of this process say about documents. Each registers its answer at start. */
export class DocumentMentions {
  private readonly answers = new Map<string, StillMentioned>();

  register(context: string, stillMentioned: StillMentioned): void {
    this.answers.set(context, stillMentioned);
  }

  entries(): readonly (readonly [context: string, stillMentioned: StillMentioned])[] {
    return [...this.answers];
  }
}

/**
 * Deletes documents that nobody ever mentioned: bytes are written before the transaction that mentions them, which may then fail.
 *
 * The store cannot see the rows of contexts, so each is asked about documents older than a week. One yes settles the matter for good; a
 * document goes once all have said no. The answer of a context that runs elsewhere cannot be had, so a process deletes nothing unless it
 * runs every context that ever mentioned documents of this store: the store remembers them, and its own function refuses to do less.
 */
export class OrphanSweep {
  /** @param contexts - All contexts of the platform that mention documents. Empty: nothing is ever deleted. */
  constructor(
    private readonly database: ContextDatabase,
    private readonly mentions: DocumentMentions,
    private readonly clock: Clock,
    private readonly contexts: readonly string[],
  ) {}

  /** Remembers the contexts of this process for ever. At start, before they mention anything. */
  async enrol(): Promise<void> {
    await this.database.queryWithoutTenant(
      'INSERT INTO mentioning_context (context) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING',
      [this.here()],
    );
  }

  /** Contexts that mention documents and that this process cannot ask: while there is one, nothing is deleted here. */
  async elsewhere(): Promise<readonly string[]> {
    const rows = await this.database.queryWithoutTenant<{ context: string }>('SELECT context FROM mentioning_context');
    const here = this.here();
    return [...new Set([...this.contexts, ...rows.map(({ context }) => context)])].filter((context) => !here.includes(context));
  }

  /** Asks the contexts, then deletes what all have disowned. @returns How many documents went. */
  async sweep(): Promise<number> {
    if (this.contexts.length === 0) return 0;
    await this.enrol();
    if ((await this.elsewhere()).length > 0) return 0;
    const before = new Date(this.clock.now().getTime() - WEEK_MS);
    for (const [context, stillMentioned] of this.mentions.entries()) await this.review(context, stillMentioned, before);
    const [row] = await this.database.queryWithoutTenant<{ swept: string }>('SELECT orphan_sweep($1, $2) AS swept', [
      before,
      this.here(),
    ]);
    return Number(row?.swept ?? 0);
  }

  private here(): readonly string[] {
    return this.mentions.entries().map(([context]) => context);
  }

  private async review(context: string, stillMentioned: StillMentioned, before: Date): Promise<void> {
    for (;;) {
      const candidates = await this.database.queryWithoutTenant<{ tenantId: string; sha256: string }>(
        `SELECT tenant_id AS "tenantId", encode(sha256, 'hex') AS sha256 FROM orphan_candidates($1, $2, $3)`,
        [before, context, BATCH],
      );
      for (const tenantId of new Set(candidates.map((candidate) => candidate.tenantId))) {
        const asked = candidates.filter((candidate) => candidate.tenantId === tenantId).map(({ sha256 }) => sha256);
        await this.note(context, tenantId, asked, new Set(await stillMentioned(tenantId, asked)));
      }
      if (candidates.length < BATCH) return;
    }
  }

  private async note(context: string, tenantId: string, asked: readonly string[], mentioned: ReadonlySet<string>): Promise<void> {
    const bytes = (sha256s: readonly string[]) => sha256s.map((sha256) => Buffer.from(sha256, 'hex'));
    await this.database.query(
      tenantId,
      `WITH kept AS (UPDATE document SET mentioned = true WHERE tenant_id = $1 AND sha256 = ANY ($2::bytea[]))
       INSERT INTO orphan_review (tenant_id, sha256, context, reviewed_at) SELECT $1, sha256, $4, $5 FROM unnest($3::bytea[]) AS sha256
       ON CONFLICT (tenant_id, sha256, context) DO UPDATE SET reviewed_at = excluded.reviewed_at`,
      [
        tenantId,
        bytes(asked.filter((each) => mentioned.has(each))),
        bytes(asked.filter((each) => !mentioned.has(each))),
        context,
        this.clock.now(),
      ],
    );
  }
}
