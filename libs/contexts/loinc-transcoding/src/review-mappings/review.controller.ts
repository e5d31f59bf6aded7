import { Body, Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { CallerGuard, CallerTenant, CurrentCaller, hasScope, ZodPipe, type Caller } from '@segur/http-security';
import { hasRightCheckDigit } from '@segur/laboratory';
import { z } from 'zod';
import { orNone } from './optional-body.js';
import { ProposalService, type ProposalProgress } from './proposal.service.js';
import { ReviewQueueQuery, type HistoryItem, type QueueCursor, type QueueItem, type ShownEntry } from './review-queue.query.js';
import { requireReview, requireValidator, VALIDATE } from './review-scopes.js';
import { ReviewService } from './review.service.js';

const loinc = z.string().refine(hasRightCheckDigit, 'is no LOINC code, or its check digit is wrong');
const text = z.string().trim().min(1).max(2000);
const entryId = z.string().regex(/^[0-9a-f]{32}$/, 'is no analysis');
const statement = {
  loinc,
  loincLabel: text.optional(),
  equivalence: z.enum(['equal', 'broader', 'narrower']).optional(),
  justification: text.optional(),
  comment: text.optional(),
};
const day = z.iso.date().optional();
const choiceBody = z.strictObject(statement);
const validationBody = z.strictObject({ ...statement, validFrom: day });
const rejectionBody = z.union([
  z.strictObject({ loinc, loincLabel: text.optional(), comment: text.optional() }),
  z.strictObject({ all: z.literal(true), comment: text.optional() }),
]);
const noMatchBody = orNone(z.strictObject({ comment: text.optional(), validFrom: day }));
const commentBody = z.strictObject({ comment: text });
const endBody = orNone(z.strictObject({ comment: text.optional() }));
const listBody = z.strictObject({
  items: z.array(z.strictObject({ entryId, loinc })).min(1).max(1000),
  comment: text.optional(),
});
const queueQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  confidence: z.enum(['high', 'medium', 'low']).optional(),
  cursor: z
    .string()
    .transform((given, context): QueueCursor => {
      const [weight, id] = Buffer.from(given, 'base64url').toString('utf8').split(' ');
      if (!Number.isFinite(Number(weight)) || !entryId.safeParse(id).success) context.addIssue('is no cursor of this list');
      return { weight: Number(weight), entryId: `${id}` };
    })
    .optional(),
});
const proposalsQuery = z.object({ limit: z.coerce.number().int().min(1).max(2000).default(500) });

/** `/api/v1/mappings`: what a workbench needs to review a catalogue. */
@Controller('api/v1/mappings')
@UseGuards(CallerGuard)
export class ReviewController {
  constructor(
    private readonly review: ReviewService,
    private readonly shown: ReviewQueueQuery,
    private readonly proposals: ProposalService,
  ) {}

  @Get('queue')
  async queue(
    @CallerTenant() tenantId: string,
    @Query(new ZodPipe(queueQuery)) { limit, confidence, cursor }: z.output<typeof queueQuery>,
  ): Promise<{ readonly items: readonly QueueItem[]; readonly next?: string }> {
    const rows = await this.shown.queue(tenantId, limit, cursor, confidence);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    if (rows.length <= limit || !last) return { items };
    return { items, next: Buffer.from(`${last.weight} ${last.entryId}`).toString('base64url') };
  }

  /** Makes the next proposals; to be called until none remains. */
  @Post('proposals')
  @HttpCode(200)
  propose(
    @CurrentCaller() caller: Caller,
    @Query(new ZodPipe(proposalsQuery)) { limit }: z.output<typeof proposalsQuery>,
  ): Promise<ProposalProgress> {
    requireReview(caller);
    return this.proposals.propose(caller.tenantId, limit);
  }

  @Get('entries/:entryId')
  entry(@CallerTenant() tenantId: string, @Param('entryId') id: string): Promise<ShownEntry> {
    return this.shown.entry(tenantId, id);
  }

  @Get('entries/:entryId/history')
  async history(
    @CallerTenant() tenantId: string,
    @Param('entryId') id: string,
  ): Promise<{ readonly items: readonly HistoryItem[] }> {
    return { items: await this.shown.history(tenantId, id) };
  }

  @Post('entries/:entryId/choice')
  @HttpCode(200)
  async choose(
    @CurrentCaller() caller: Caller,
    @Param('entryId') id: string,
    @Body(new ZodPipe(choiceBody)) body: z.output<typeof choiceBody>,
  ): Promise<ShownEntry> {
    requireReview(caller);
    await this.review.propose(caller.tenantId, id, caller.name, body);
    return this.shown.entry(caller.tenantId, id);
  }

  @Post('entries/:entryId/validation')
  @HttpCode(200)
  async validate(
    @CurrentCaller() caller: Caller,
    @Param('entryId') id: string,
    @Body(new ZodPipe(validationBody)) { validFrom, ...body }: z.output<typeof validationBody>,
  ): Promise<ShownEntry> {
    requireValidator(caller);
    await this.review.validate(caller.tenantId, id, caller.name, body, validFrom);
    return this.shown.entry(caller.tenantId, id);
  }

  /** Rejects one code, or all that are proposed now. */
  @Post('entries/:entryId/rejection')
  @HttpCode(200)
  async reject(
    @CurrentCaller() caller: Caller,
    @Param('entryId') id: string,
    @Body(new ZodPipe(rejectionBody)) body: z.output<typeof rejectionBody>,
  ): Promise<ShownEntry> {
    requireReview(caller);
    const codes = 'all' in body ? (await this.shown.entry(caller.tenantId, id)).proposals.map(({ code }) => code) : [body.loinc];
    const about = { comment: body.comment, ...('loincLabel' in body && { loincLabel: body.loincLabel }) };
    for (const code of codes) await this.review.reject(caller.tenantId, id, caller.name, { loinc: code, ...about });
    return this.shown.entry(caller.tenantId, id);
  }

  /** A biologist states that no code fits; anyone else proposes it. */
  @Post('entries/:entryId/no-match')
  @HttpCode(200)
  async noMatch(
    @CurrentCaller() caller: Caller,
    @Param('entryId') id: string,
    @Body(new ZodPipe(noMatchBody)) { comment, validFrom }: z.output<typeof noMatchBody>,
  ): Promise<ShownEntry> {
    requireReview(caller);
    const { tenantId, name } = caller;
    if (hasScope(caller, VALIDATE)) await this.review.validate(tenantId, id, name, { comment }, validFrom);
    else await this.review.propose(tenantId, id, name, { comment });
    return this.shown.entry(tenantId, id);
  }

  @Post('entries/:entryId/comments')
  @HttpCode(200)
  async comment(
    @CurrentCaller() caller: Caller,
    @Param('entryId') id: string,
    @Body(new ZodPipe(commentBody)) { comment }: z.output<typeof commentBody>,
  ): Promise<{ readonly items: readonly HistoryItem[] }> {
    requireReview(caller);
    await this.review.comment(caller.tenantId, id, caller.name, comment);
    return this.history(caller.tenantId, id);
  }

  /** Ends what is in force: the analysis goes back to the queue. */
  @Post('entries/:entryId/end')
  @HttpCode(200)
  async end(
    @CurrentCaller() caller: Caller,
    @Param('entryId') id: string,
    @Body(new ZodPipe(endBody)) { comment }: z.output<typeof endBody>,
  ): Promise<ShownEntry> {
    requireValidator(caller);
    await this.review.end(caller.tenantId, id, caller.name, comment);
    return this.shown.entry(caller.tenantId, id);
  }

  /** Validates a visible list of `high` proposals: all as they were shown, or none. */
  @Post('validations')
  @HttpCode(200)
  async validateList(
    @CurrentCaller() caller: Caller,
    @Body(new ZodPipe(listBody)) { items, comment }: z.output<typeof listBody>,
  ): Promise<{ readonly validated: number }> {
    requireValidator(caller);
    return { validated: await this.review.validateList(caller.tenantId, caller.name, items, comment) };
  }
}
