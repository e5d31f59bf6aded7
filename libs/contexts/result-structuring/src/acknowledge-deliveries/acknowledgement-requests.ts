import { Injectable } from '@nestjs/common';
import type { DeliveryChanged, EventEnvelope, ResultsReceived } from '@segur/events';
import { ContextDatabase } from '@segur/persistence';
import type { Change } from '../once-statement.js';
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

/** Which messages want to be answered, by what became of their document. */
@Injectable()
export class AcknowledgementRequests {
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

  /** The message to be answered of a delivery. Absent: nobody asked. */
  async find(
    tenantId: string,
    { reportSetId, revision }: Pick<DeliveryChanged, 'reportSetId' | 'revision'>,
    { answers, kind }: AcknowledgementDue,
  ): Promise<AnsweredMessage | undefined> {
    const [found] = await this.db.query<AnsweredMessage>(
      tenantId,
      // A withdrawal takes back every revision up to its own: the first that reaches this one did.
      `SELECT reception_id AS "receptionId", message_sha256 AS "messageSha256" FROM acknowledgement_request
       WHERE tenant_id = $1 AND report_set_id = $2 AND answers = $3
         AND revision >= $4 AND (revision = $4 OR answers = 'withdrawal') AND CASE WHEN $5 THEN reading ELSE reception END
       ORDER BY revision LIMIT 1`,
      [tenantId, reportSetId, answers, revision, kind === 'mss-reading'],
    );
    return found;
  }
}
