import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '@segur/persistence';

/** Chapters and exams of a catalogue, as `LOINC_1` and `LOINC_2` have them, with the codes that `LOINC_4` and `LOINC_5` give them. */
export class ChaptersAndExams20261124140000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE loinc_transcoding.catalogue_outline (
        tenant_id  text        NOT NULL PRIMARY KEY,
        chapters   jsonb       NOT NULL,
        exams      jsonb       NOT NULL,
        changed_at timestamptz NOT NULL
      );
      ALTER TABLE loinc_transcoding.catalogue_import ADD outline jsonb NOT NULL DEFAULT '{}'`);
    await db.query(tenantTable('loinc_transcoding.catalogue_outline'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE loinc_transcoding.catalogue_import DROP COLUMN outline;
      DROP TABLE loinc_transcoding.catalogue_outline`);
  }
}
