import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '@segur/persistence';

/**
 * Who wants to be told what became of a document, and what is to be said. Neither mailboxes nor messages are here: a patient's address holds
 * the matricule, so each message is made when it leaves, from what the document store holds.
 */
export class Acknowledgements20261125100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE result_structuring.acknowledgement_request (
        tenant_id      text    NOT NULL,
        report_set_id  uuid    NOT NULL,
        revision       integer NOT NULL CHECK (revision > 0),   -- that it brought, or up to which it took back
        answers        text    NOT NULL CHECK (answers IN ('delivery', 'withdrawal')),
        reception_id   uuid    NOT NULL,
        message_sha256 text    NOT NULL,
        reception      boolean NOT NULL,                        -- ACK_RECEPTION
        reading        boolean NOT NULL,                        -- ACK_LECTURE_MSS
        PRIMARY KEY (tenant_id, report_set_id, answers, revision)
      )`);
    await db.query(`
      CREATE TABLE result_structuring.acknowledgement (
        tenant_id              text        NOT NULL,
        acknowledgement_id     uuid        NOT NULL,
        position               bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,   -- those of one report leave in this order
        report_set_id          uuid        NOT NULL,
        revision               integer     NOT NULL CHECK (revision > 0),
        reception_id           uuid        NOT NULL,
        message_sha256         text        NOT NULL,
        delivery_id            uuid        NOT NULL,
        kind                   text        NOT NULL CHECK (kind IN ('dmp-reception', 'mss-reception', 'mss-reading')),
        recipient_sheet_sha256 text,
        recipient_number       integer,
        error_code             text,
        control_id             text        NOT NULL,                -- MSH-10, chosen once
        state                  text        NOT NULL CHECK (state IN ('KEPT', 'WAITING', 'ACKNOWLEDGED', 'REFUSED', 'FAILED')),
        state_revision         integer     NOT NULL CHECK (state_revision > 0),
        attempts               integer     NOT NULL DEFAULT 0,
        answer_code            text,
        traceparent            text,
        decided_at             timestamptz NOT NULL,
        planned_at             timestamptz NOT NULL,
        due_at                 timestamptz NOT NULL,
        changed_at             timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, acknowledgement_id)
      )`);
    // A delivery that was not taken back, and then was, is told of twice; the same fact read twice is told of once.
    await db.query(`
      CREATE UNIQUE INDEX acknowledgement_once ON result_structuring.acknowledgement
        (tenant_id, delivery_id, reception_id, kind, (error_code IS NULL))`);
    await db.query(`
      CREATE INDEX acknowledgement_waiting ON result_structuring.acknowledgement (tenant_id, report_set_id, position)
        WHERE state = 'WAITING'`);
    for (const table of TABLES) await db.query(tenantTable(`result_structuring.${table}`));
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of TABLES) await db.query(`DROP TABLE result_structuring.${table}`);
  }
}

const TABLES = ['acknowledgement_request', 'acknowledgement'];
