import type { MigrationInterface, QueryRunner } from 'typeorm';
import { functionOf } from '@segur/persistence';

/** How many results each report had, and how many left with LOINC: written with the report, so that no count is a hot row. */
export class CodedResults20261124130000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE loinc_transcoding.coding_day;
      ALTER TABLE loinc_transcoding.coded_report ADD observations integer, ADD coded integer;
      -- By day; a few pages for millions of reports, and next to nothing to keep.
      CREATE INDEX coded_report_at ON loinc_transcoding.coded_report USING brin (coded_at);

      -- For metrics: how far each laboratory is, and nothing of what its map says.
      CREATE FUNCTION loinc_transcoding.review_progress()
        RETURNS TABLE (tenant_id text, active bigint, decided bigint, missing bigint)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = loinc_transcoding, pg_temp AS $$
          SELECT t.tenant_id, count(*),
                 count(*) FILTER (WHERE EXISTS (SELECT FROM reviewed_mapping m
                   WHERE m.tenant_id = t.tenant_id AND m.entry_id = t.entry_id AND m.status IN ('validated', 'no_match'))),
                 (SELECT count(*) FROM missing_code c WHERE c.tenant_id = t.tenant_id)
          FROM local_test t WHERE t.active GROUP BY t.tenant_id
        $$`);
    await db.query(functionOf('loinc_transcoding', 'review_progress()'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION loinc_transcoding.review_progress();
      DROP INDEX loinc_transcoding.coded_report_at;
      ALTER TABLE loinc_transcoding.coded_report DROP COLUMN observations, DROP COLUMN coded;
      CREATE TABLE loinc_transcoding.coding_day (tenant_id text NOT NULL, day date NOT NULL, observations bigint NOT NULL, coded bigint NOT NULL,
        PRIMARY KEY (tenant_id, day))`);
  }
}
