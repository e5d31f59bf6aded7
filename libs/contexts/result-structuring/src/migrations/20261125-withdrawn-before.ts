import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was received before a person withdrew a report is withdrawn with it, also if it is read only later. */
export class WithdrawnBefore20261125110000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // A UUIDv7 made at that moment: receptions are numbered by time as well.
    await db.query('ALTER TABLE result_structuring.report ADD COLUMN withdrawn_before uuid');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE result_structuring.report DROP COLUMN withdrawn_before');
  }
}
