import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = ['hl7v2-oru', 'hl7v2-cda', 'report-json', 'hprim-sante', 'cda'];
const KINDS_BEFORE = ['hl7v2-oru', 'hl7v2-cda'];
const STATES_BEFORE = ['STRUCTURED', 'VALIDATED', 'REFUSED'];

/** Reports are revised and withdrawn, come by more doors, and one message may hold several. */
export class Revisions20261124090000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(check('report', 'state', [...STATES_BEFORE, 'WITHDRAWN']));
    await db.query(check('report', 'kind', KINDS));
    await db.query(check('reception', 'kind', KINDS));
    // Which patient or request of the message: a message of several is as many receptions under one key.
    await db.query(`
      ALTER TABLE result_structuring.reception
        ADD COLUMN part integer NOT NULL DEFAULT 1 CHECK (part > 0),
        DROP CONSTRAINT reception_pkey,
        ADD PRIMARY KEY (tenant_id, sender, control_id, sent_at, part)`);
    // False: no channel was asked to deliver it (a partial report that was held back). What nobody got is not replaced.
    await db.query('ALTER TABLE result_structuring.document ADD COLUMN released boolean NOT NULL DEFAULT true');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE result_structuring.document DROP COLUMN released');
    await db.query('DELETE FROM result_structuring.reception WHERE part > 1');
    await db.query(`
      ALTER TABLE result_structuring.reception
        DROP CONSTRAINT reception_pkey, DROP COLUMN part, ADD PRIMARY KEY (tenant_id, sender, control_id, sent_at)`);
    await db.query(`UPDATE result_structuring.report SET state = 'REFUSED' WHERE state = 'WITHDRAWN'`);
    await db.query(check('report', 'state', STATES_BEFORE));
    // Rows of the doors that were not there before stay as they are: they are read no more, and nothing checks them.
    await db.query(`${check('report', 'kind', KINDS_BEFORE)} NOT VALID`);
    await db.query(`${check('reception', 'kind', KINDS_BEFORE)} NOT VALID`);
  }
}

function check(table: string, column: string, allowed: readonly string[]): string {
  return `ALTER TABLE result_structuring.${table} DROP CONSTRAINT ${table}_${column}_check,
    ADD CONSTRAINT ${table}_${column}_check CHECK (${column} IN (${allowed.map((value) => `'${value}'`).join(', ')}))`;
}
