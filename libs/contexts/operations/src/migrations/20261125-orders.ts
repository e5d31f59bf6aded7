import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which order each revision of a report was completed from. */
export class Orders20261125110000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE operations.report_revision ADD COLUMN order_id uuid');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE operations.report_revision DROP COLUMN order_id');
  }
}
