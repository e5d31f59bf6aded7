import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Consumes } from '@segur/event-bus';
import { DEAD_LETTER, MAPPING_MISSING } from '@segur/events';
import type { DeadLettered, EventEnvelope, MappingMissing } from '@segur/events';
import { ContextDatabase } from '@segur/persistence';
import { CONTEXT } from '../context.js';

/** Keeps what waits for a person: codes without LOINC, and events that a context set aside. */
@Controller()
export class AlertsConsumer {
  constructor(private readonly db: ContextDatabase) {}

  @Consumes(MAPPING_MISSING.name, CONTEXT)
  async onMappingMissing(@Payload() { tenantId, occurredAt, data }: EventEnvelope<MappingMissing>): Promise<void> {
    // Sorted, so that two reports recorded at a time wait for each other instead of deadlocking.
    const missing = [...data.missing].sort((a, b) => (a.localCode < b.localCode ? -1 : 1));
    await this.db.query(
      tenantId,
      `INSERT INTO missing_mapping AS known (tenant_id, local_code, reason, unit, label, map_release, report_set_id, seen_at)
       SELECT DISTINCT ON (code, reason, unit) $1, code, reason, unit, label, $2::int, $3::uuid, $4::timestamptz
       FROM unnest($5::text[], $6::text[], $7::text[], $8::text[]) AS gap (code, reason, unit, label)
       ON CONFLICT (tenant_id, local_code, reason, unit) DO UPDATE SET
         label = excluded.label, map_release = excluded.map_release, report_set_id = excluded.report_set_id, seen_at = excluded.seen_at
       WHERE known.seen_at < excluded.seen_at`,
      [
        tenantId,
        data.mapRelease,
        data.reportSetId,
        occurredAt,
        missing.map(({ localCode }) => localCode),
        missing.map(({ reason }) => reason),
        missing.map(({ unitRaw }) => unitRaw ?? ''),
        missing.map(({ label }) => label),
      ],
    );
  }

  @Consumes(DEAD_LETTER.name, CONTEXT)
  async onDeadLetter(@Payload() { tenantId, occurredAt, data }: EventEnvelope<DeadLettered>): Promise<void> {
    const { deadLetterId, context, envelope, errorCode, attempts } = data;
    await this.db.query(
      tenantId,
      `INSERT INTO set_aside (tenant_id, dead_letter_id, context, topic, key, error_code, attempts, set_aside_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
      [tenantId, deadLetterId, context, envelope.topic, envelope.key, errorCode, attempts, occurredAt],
    );
  }
}
