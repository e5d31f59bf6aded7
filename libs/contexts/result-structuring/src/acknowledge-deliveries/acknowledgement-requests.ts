import { Injectable } from '@nestjs/common';
import type { DeliveryChanged, EventEnvelope, ResultsReceived } from '@segur/events';
import { ContextDatabase } from '@segur/persistence';
import type { Change } from '../once-statement.js';
import { MicroBatches } from '../receive-message/micro-batches.js';
import type { AcknowledgementDue } from './decide-acknowledgement.js';

/** What a sender asked to be told: ACK_RECEPTION and ACK_LECTURE_MSS. */
export interface WantedAcknowledgements {
  readonly reception: boolean;
  readonly reading: boolean;
}

/** The message that an acknowledgement answers. */
export interface AnsweredMessage {
  readonly receptionId: string;
  readonly messageSha256: string;
}

/** What one delivery asks of the table. */
interface Look extends Pick<DeliveryChanged, 'reportSetId' | 'revision'>, Pick<AcknowledgementDue, 'answers'> {
  readonly reading: boolean;
}

/** Which messages want to be answered, by what became of their document. */
@Injectable()
export class AcknowledgementRequests {
  private readonly looks = new MicroBatches<Look, AnsweredMessage | undefined>((tenantId, looks) => this.look(tenantId, looks), {
    items: 200,
    bytes: 1,
  });

  constructor(private readonly db: ContextDatabase) {}

  /** Keeps that a message wants answers, with the revision that it made or took back. None: nothing is asked. */
  static insert(
    { tenantId, data }: EventEnvelope<ResultsReceived>,
    about: { readonly answers: AcknowledgementDue['answers']; readonly revision: number },
    wanted: WantedAcknowledgements,
  ): readonly Change[] {
    if (!wanted.reception && !wanted.reading) return [];
    const { reportSetId, receptionId, message } = data;
    return [
      {
        sql: (n) => `
          INSERT INTO acknowledgement_request (tenant_id, report_set_id, revision, answers, reception_id, message_sha256, reception, reading)
          SELECT $${n}::text, $${n + 1}::uuid, $${n + 2}::int, $${n + 3}::text, $${n + 4}::uuid, $${n + 5}::text, $${n + 6}::boolean,
                 $${n + 7}::boolean FROM fresh
          ON CONFLICT DO NOTHING`,
        parameters: [
          tenantId,
          reportSetId,
          about.revision,
          about.answers,
          receptionId,
          message.sha256,
          wanted.reception,
          wanted.reading,
        ],
      },
    ];
  }

  /**
   * The message to be answered of a delivery. Absent: nobody asked, which is the rule; so looks that come together are one round trip.
   */
  find(
    tenantId: string,
    { reportSetId, revision }: Pick<DeliveryChanged, 'reportSetId' | 'revision'>,
    { answers, kind }: AcknowledgementDue,
  ): Promise<AnsweredMessage | undefined> {
    return this.looks.submit(tenantId, { reportSetId, revision, answers, reading: kind === 'mss-reading' }, 0);
  }

  private async look(tenantId: string, looks: readonly Look[]): Promise<readonly (AnsweredMessage | undefined)[]> {
    const found = await this.db.query<AnsweredMessage & { readonly place: string }>(
      tenantId,
      // A withdrawal takes back every revision up to its own: the first that reaches this one did.
      `SELECT asked.place, request.* FROM unnest($2::uuid[], $3::integer[], $4::text[], $5::boolean[]) WITH ORDINALITY
                                          AS asked (report_set_id, revision, answers, reading, place), LATERAL (
         SELECT r.reception_id AS "receptionId", r.message_sha256 AS "messageSha256" FROM acknowledgement_request r
         WHERE r.tenant_id = $1 AND r.report_set_id = asked.report_set_id AND r.answers = asked.answers AND r.revision >= asked.revision
           AND (r.revision = asked.revision OR r.answers = 'withdrawal')
           AND CASE WHEN asked.reading THEN r.reading ELSE r.reception END
         ORDER BY r.revision LIMIT 1) request`,
      [
        tenantId,
        looks.map(({ reportSetId }) => reportSetId),
        looks.map(({ revision }) => revision),
        looks.map(({ answers }) => answers),
        looks.map(({ reading }) => reading),
      ],
    );
    const byPlace = new Map(found.map(({ place, receptionId, messageSha256 }) => [Number(place), { receptionId, messageSha256 }]));
    return looks.map((_, index) => byPlace.get(index + 1));
  }
}
