import type { MigrationInterface, QueryRunner } from 'typeorm';
import { functionOf } from '@segur/persistence';

/** What a new LOINC release is compared with: which reports were coded with which release, and what other laboratories validated. */
export class LivingMap20261124110000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Unit and specimen tell the lines of a code apart at run time.
      CREATE UNIQUE INDEX local_test_line ON loinc_transcoding.local_test (tenant_id, local_code, unit, specimen) WHERE active;

      -- Null: coded before this migration. The codes tell which reports a change of the map is about; nothing of a patient.
      ALTER TABLE loinc_transcoding.coded_report ADD map_release integer, ADD coded_at timestamptz, ADD local_codes text[];

      -- Evidence for proposals: what others validated, without saying who. Sees all laboratories, and gives neither names nor local codes.
      CREATE FUNCTION loinc_transcoding.pairs_of_others(of_tenant text)
        RETURNS TABLE (test jsonb, loinc text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = loinc_transcoding, pg_temp AS $$
          SELECT jsonb_build_object('localCode', '') || (t.test - 'localCode' - 'valueStats' - 'volume12m'), m.loinc
          FROM reviewed_mapping m JOIN local_test t USING (tenant_id, entry_id)
          WHERE m.tenant_id <> of_tenant AND m.status = 'validated'
          ORDER BY m.decided_at DESC LIMIT 50000
        $$`);
    await db.query(functionOf('loinc_transcoding', 'pairs_of_others(text)'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION loinc_transcoding.pairs_of_others(text);
      ALTER TABLE loinc_transcoding.coded_report DROP COLUMN map_release, DROP COLUMN coded_at, DROP COLUMN local_codes;
      DROP INDEX loinc_transcoding.local_test_line`);
  }
}
