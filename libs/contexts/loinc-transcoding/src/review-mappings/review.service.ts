import { Injectable } from '@nestjs/common';
import { ResourceNotFound } from '@segur/http-security';
import { ContextDatabase, type Tx } from '@segur/persistence';
import type { Equivalence, Proposal } from '@segur/terminology';
import type { LoincTarget } from '../code-report/code-observations.js';
import { ReferenceConcepts, type Reference } from '../import-reference/reference-concepts.js';
import { decideEnd, decideProposal, decideRejection, decideValidation, type Choice } from './decide-review.js';
import { LaboratorySettings } from './laboratory-settings.js';
import { mayValidateLists, type SureProposals } from './list-validation.js';
import { MappingLedger, type ReviewedEntry } from './mapping-ledger.js';
import { versionFields } from './proposal-versions.js';
import { ReviewRefused } from './review-refused.js';
import type { MappingDeed } from './reviewed-mapping.js';
import { targetFor } from './target-for.js';

/** What a person says of one analysis. */
export interface Statement {
  /** Absent: no code fits. */
  readonly loinc?: string | undefined;
  /** For a code that the reference data do not know. */
  readonly loincLabel?: string | undefined;
  readonly equivalence?: Equivalence | undefined;
  readonly justification?: string | undefined;
  readonly comment?: string | undefined;
}

/** One line of a list that a biologist validates at once. */
export interface ExpectedProposal {
  readonly entryId: string;
  /** The code that the list showed. */
  readonly loinc: string;
}

/** Takes what people decide about mappings: each decision in one transaction, with its history. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly db: ContextDatabase,
    private readonly ledger: MappingLedger,
    private readonly references: ReferenceConcepts,
    private readonly settings: LaboratorySettings,
  ) {}

  /** @throws {ReviewRefused} @throws {ResourceNotFound} */
  async propose(tenantId: string, entryId: string, actor: string, said: Statement): Promise<void> {
    await this.decide(tenantId, entryId, actor, said, (situation, choice) => decideProposal(situation, choice));
  }

  /**
   * Puts a code, or the statement that none fits, in force.
   *
   * @param validFrom - ISO 8601 date. Absent: today.
   * @throws {ReviewRefused} @throws {ResourceNotFound}
   */
  async validate(
    tenantId: string,
    entryId: string,
    actor: string,
    said: Statement,
    validFrom = this.ledger.today(),
  ): Promise<void> {
    if (validFrom < this.ledger.today()) throw new ReviewRefused('mapping-in-the-past');
    await this.decide(tenantId, entryId, actor, said, (situation, choice) =>
      decideValidation(situation, choice, { by: actor, validFrom }),
    );
  }

  /** @throws {ReviewRefused} @throws {ResourceNotFound} */
  async reject(tenantId: string, entryId: string, actor: string, said: Statement): Promise<void> {
    await this.decide(tenantId, entryId, actor, said, (situation, choice) => decideRejection(situation, choice, actor));
    await this.db.query(tenantId, 'DELETE FROM proposal_list WHERE tenant_id = $1 AND entry_id = $2', [tenantId, entryId]);
  }

  /** Ends what is in force for an analysis. @throws {ResourceNotFound} */
  async end(tenantId: string, entryId: string, actor: string, comment?: string): Promise<void> {
    await this.db.transaction(tenantId, async (tx) => {
      const { entry, entries } = await this.open(tx, tenantId, entryId);
      const deeds = decideEnd(entry.mappings, { by: actor, day: this.ledger.today(), reason: 'retired' });
      await this.ledger.record(tx, tenantId, entries, { actor, comment, deeds });
    });
  }

  /** @throws {ResourceNotFound} */
  async comment(tenantId: string, entryId: string, actor: string, comment: string): Promise<void> {
    await this.db.transaction(tenantId, async (tx) => {
      await this.open(tx, tenantId, entryId);
      await this.ledger.comment(tx, tenantId, entryId, { actor, comment });
    });
  }

  /**
   * Validates a list of `high` proposals at once, each as it was shown.
   *
   * @throws {ReviewRefused} `mapping-changed-meanwhile`: one of them is not what the list says; none was validated.
   *   `mapping-list-suspended`: sure proposals were wrong too often here.
   */
  async validateList(tenantId: string, actor: string, expected: readonly ExpectedProposal[], comment?: string): Promise<number> {
    const reference = await this.references.current();
    const ids = expected.map(({ entryId }) => entryId);
    return this.db.transaction(tenantId, async (tx) => {
      await this.ledger.lock(tx, tenantId);
      if (!mayValidateLists(await this.sureProposals(tx, tenantId))) throw new ReviewRefused('mapping-list-suspended');
      const entries = await this.ledger.read(tx, tenantId, ids);
      const firsts = await this.firstProposals(tx, tenantId, ids);
      const changed = expected.filter(({ entryId, loinc }) => {
        const [entry, first] = [entries.get(entryId), firsts.get(entryId)];
        const waits = entry?.active && !entry.mappings.some(({ status }) => status === 'validated' || status === 'no_match');
        return !waits || first?.code !== loinc || first.confidence !== 'high';
      });
      if (changed.length > 0 || entries.size !== expected.length) {
        throw new ReviewRefused('mapping-changed-meanwhile', { lines: changed.length, first: changed[0]?.entryId ?? '' });
      }
      const deeds = expected.flatMap(({ entryId, loinc }) => {
        const entry = entries.get(entryId) as ReviewedEntry;
        const first = firsts.get(entryId);
        const said = { loinc, target: targetFor(reference, entry.test, loinc) };
        const choice = this.choice(actor, said, first ? [first] : [], reference);
        return decideValidation(this.situation(tenantId, entry), choice, { by: actor, validFrom: this.ledger.today() });
      });
      await this.ledger.record(tx, tenantId, entries, { actor, comment, deeds });
      return expected.length;
    });
  }

  private async decide(
    tenantId: string,
    entryId: string,
    actor: string,
    said: Statement,
    rule: (situation: ReturnType<ReviewService['situation']>, choice: Choice) => readonly MappingDeed[],
  ): Promise<void> {
    const reference = await this.references.current();
    await this.db.transaction(tenantId, async (tx) => {
      const { entry, entries } = await this.open(tx, tenantId, entryId);
      if (!entry.active) throw new ReviewRefused('mapping-entry-retired', { localCode: entry.test.localCode });
      const target = said.loinc === undefined ? undefined : targetFor(reference, entry.test, said.loinc, said.loincLabel);
      const choice = this.choice(actor, { ...said, target }, await this.proposals(tx, tenantId, entryId), reference);
      const deeds = rule(this.situation(tenantId, entry), choice);
      await this.ledger.record(tx, tenantId, entries, { actor, comment: said.comment, deeds });
    });
  }

  /** What the algorithm puts first is its own proposal; to take another one is a person's. */
  private choice(
    actor: string,
    { loinc, target, equivalence, justification }: Statement & { readonly target: LoincTarget | undefined },
    proposals: readonly Proposal[],
    reference: Reference,
  ): Choice {
    const [first] = proposals;
    const proposal = proposals.find(({ code }) => code === loinc);
    const byAlgorithm = proposal?.rank === 1;
    return {
      ...(target && { target }),
      ...(equivalence && { equivalence }),
      ...(justification && { justification }),
      origin: byAlgorithm ? 'algorithm' : 'manual',
      author: byAlgorithm ? 'algorithm' : actor,
      evidence: {
        ...versionFields(reference),
        ...(proposal && {
          rank: proposal.rank,
          score: proposal.score,
          probability: proposal.probability,
          explanation: proposal.explanation,
        }),
        ...(first && { firstCode: first.code, firstConfidence: first.confidence }),
      },
      newId: this.ledger.newId(),
    };
  }

  private situation(tenantId: string, { entryId, mappings }: ReviewedEntry) {
    return { entryId, mappings, fourEyes: this.settings.fourEyes(tenantId) };
  }

  private async open(tx: Tx, tenantId: string, entryId: string) {
    await this.ledger.lock(tx, tenantId);
    const entries = await this.ledger.read(tx, tenantId, [entryId]);
    const entry = entries.get(entryId);
    if (!entry) throw new ResourceNotFound('There is no such analysis', { entryId });
    return { entry, entries };
  }

  private async proposals(tx: Tx, tenantId: string, entryId: string): Promise<readonly Proposal[]> {
    const [row] = (await tx.query('SELECT proposals FROM proposal_list WHERE tenant_id = $1 AND entry_id = $2', [
      tenantId,
      entryId,
    ])) as { proposals: Proposal[] }[];
    return row?.proposals ?? [];
  }

  private async sureProposals(tx: Tx, tenantId: string): Promise<SureProposals> {
    const [row] = (await tx.query(
      `SELECT count(*)::int AS decided, count(*) FILTER (WHERE evidence ->> 'firstCode' = loinc)::int AS right
       FROM reviewed_mapping
       WHERE tenant_id = $1 AND valid_from IS NOT NULL AND status <> 'obsolete' AND evidence ->> 'firstConfidence' = 'high'`,
      [tenantId],
    )) as SureProposals[];
    return row ?? { decided: 0, right: 0 };
  }

  private async firstProposals(tx: Tx, tenantId: string, entryIds: readonly string[]): Promise<Map<string, Proposal>> {
    const rows = (await tx.query(
      `SELECT entry_id AS "entryId", proposals -> 0 AS first FROM proposal_list
       WHERE tenant_id = $1 AND entry_id = ANY ($2) AND jsonb_array_length(proposals) > 0`,
      [tenantId, entryIds],
    )) as { entryId: string; first: Proposal }[];
    return new Map(rows.map(({ entryId, first }) => [entryId, first]));
  }
}
