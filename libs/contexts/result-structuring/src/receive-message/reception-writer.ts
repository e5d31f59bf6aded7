import { Injectable } from '@nestjs/common';
import { DocumentStore } from '@segur/document-store';
import type { EventEnvelope, OrderMessageReceived, ResultsReceived } from '@segur/events';
import { ContextDatabase, Outbox } from '@segur/persistence';
import { decideReceptions, keyText, type Candidate, type KnownReception, type ReceptionDecision } from './decide-reception.js';
import { MicroBatches } from './micro-batches.js';

/** What a reception states: results, or an order. */
export type ReceptionFact = ResultsReceived | OrderMessageReceived;

/** A message that may be received, with all that its storage needs. */
export interface NewReception extends Candidate {
  readonly tenantId: string;
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly receivedAt: Date;
  /** One for each report that the message speaks of, or one for an order. */
  readonly facts: readonly EventEnvelope<ReceptionFact>[];
}

interface KnownRow {
  readonly sender: string;
  readonly controlId: string;
  readonly sentAt: string;
  readonly sha256: string;
  readonly ack: Buffer;
}

// PostgreSQL: a message of the same key is stored already.
const UNIQUE_VIOLATION = '23505';

/** Makes messages durable, many at a time: one round trip for their bytes, one for their rows and facts, and no other for new messages. */
@Injectable()
export class ReceptionWriter {
  private readonly batches = new MicroBatches<NewReception, ReceptionDecision>((_tenant, receptions) => this.write(receptions), {
    items: 200,
    bytes: 32 * 1024 * 1024,
  });

  constructor(
    private readonly db: ContextDatabase,
    private readonly documents: DocumentStore,
  ) {}

  /** Resolves once the message is durable, or known already. */
  store(reception: NewReception): Promise<ReceptionDecision> {
    return this.batches.submit(reception.tenantId, reception, reception.bytes.length);
  }

  private async write(receptions: readonly NewReception[]): Promise<readonly ReceptionDecision[]> {
    const tenantId = receptions[0]?.tenantId ?? '';
    // Bytes rest before any row mentions them. What turns out to be known is stored for nothing, which is rare and harmless.
    await this.documents.putAll(
      tenantId,
      receptions.map(({ bytes, mediaType }) => ({ bytes, mediaType })),
    );
    try {
      // Nearly every message is new: nobody looks before the key says otherwise.
      return await this.insertNew(tenantId, receptions, new Map());
    } catch (error) {
      if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
      return this.insertNew(tenantId, receptions, await this.known(tenantId, receptions));
    }
  }

  private async insertNew(
    tenantId: string,
    receptions: readonly NewReception[],
    known: ReadonlyMap<string, KnownReception>,
  ): Promise<readonly ReceptionDecision[]> {
    const decisions = decideReceptions(receptions, known);
    const fresh = receptions.filter((_, index) => decisions[index]?.decision === 'store');
    if (fresh.length > 0) await this.insert(tenantId, fresh);
    return decisions;
  }

  private async known(tenantId: string, receptions: readonly NewReception[]): Promise<ReadonlyMap<string, KnownReception>> {
    const keys = receptions.map(({ key }) => key);
    const rows = await this.db.query<KnownRow>(
      tenantId,
      // LATERAL with LIMIT is one look into the index per key, whatever the planner believes of a table that grows all day.
      `SELECT known.* FROM unnest($2::text[], $3::text[], $4::text[]) AS asked (sender, control_id, sent_at), LATERAL (
         SELECT r.sender, r.control_id AS "controlId", r.sent_at AS "sentAt", r.sha256, r.ack FROM reception r
         WHERE r.tenant_id = $1 AND r.sender = asked.sender AND r.control_id = asked.control_id AND r.sent_at = asked.sent_at
         LIMIT 1) known`,
      [tenantId, keys.map(({ sender }) => sender), keys.map(({ controlId }) => controlId), keys.map(({ sentAt }) => sentAt)],
    );
    return new Map(rows.map((row) => [keyText(row), row]));
  }

  private async insert(tenantId: string, fresh: readonly NewReception[]): Promise<void> {
    const rows = fresh.flatMap((reception) => reception.facts.map((fact) => ({ ...reception, fact })));
    const facts = Outbox.statement(
      rows.map(({ fact }) => fact),
      13,
    );
    await this.db.query(
      tenantId,
      `WITH stored AS (
         INSERT INTO reception (tenant_id, sender, control_id, sent_at, reception_id, sha256, ack, report_set_id, kind, route, received_at,
                                part)
         SELECT $1, t.* FROM unnest($2::text[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::bytea[], $8::uuid[], $9::text[],
                                    $10::text[], $11::timestamptz[], $12::integer[]) AS t)
       ${facts.sql}`,
      [
        tenantId,
        rows.map(({ key }) => key.sender),
        rows.map(({ key }) => key.controlId),
        rows.map(({ key }) => key.sentAt),
        rows.map(({ fact }) => fact.data.receptionId),
        rows.map(({ sha256 }) => sha256),
        rows.map(({ ack }) => ack),
        rows.map(({ fact: { data } }) => ('reportSetId' in data ? data.reportSetId : null)),
        rows.map(({ fact }) => fact.data.kind),
        rows.map(({ fact }) => fact.data.route),
        rows.map(({ receivedAt }) => receivedAt.toISOString()),
        rows.map(({ fact: { data } }) => ('part' in data ? data.part : undefined) ?? 1),
        ...facts.parameters,
      ],
    );
  }
}
