import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '@segur/persistence';

const KINDS_BEFORE = "'hl7v2-oru', 'hl7v2-cda', 'report-json', 'hprim-sante', 'cda'";

/** Orders come by the door of messages too, and a result may name one by a number of a line. */
export class Orders20261125090000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE result_structuring.reception
        DROP CONSTRAINT reception_kind_check,
        ADD CONSTRAINT reception_kind_check CHECK (kind IN (${KINDS_BEFORE}, 'hl7v2-oml')),
        ALTER COLUMN report_set_id DROP NOT NULL,       -- an order speaks of no report
        ADD CONSTRAINT reception_report_check CHECK ((report_set_id IS NULL) = (kind = 'hl7v2-oml'))`);
    // A table, not an array with a GIN index: row-level security lets no operator on arrays near an index.
    await db.query(`
      CREATE TABLE result_structuring.known_order_number (
        tenant_id text    NOT NULL,
        kind      text    NOT NULL CHECK (kind IN ('placer', 'filler')),
        number    text    NOT NULL,
        order_id  uuid    NOT NULL,
        revision  integer NOT NULL CHECK (revision > 0),   -- of the order that last had it; of an earlier one: it has it no longer
        PRIMARY KEY (tenant_id, kind, number, order_id)
      )`);
    await db.query(`
      INSERT INTO result_structuring.known_order_number (tenant_id, kind, number, order_id, revision)
      SELECT tenant_id, 'placer', placer_number, order_id, revision FROM result_structuring.known_order WHERE placer_number IS NOT NULL
      UNION SELECT tenant_id, 'filler', filler_number, order_id, revision FROM result_structuring.known_order
            WHERE filler_number IS NOT NULL`);
    await db.query(tenantTable('result_structuring.known_order_number'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE result_structuring.known_order_number');
    await db.query(`DELETE FROM result_structuring.reception WHERE kind = 'hl7v2-oml'`);
    await db.query(`
      ALTER TABLE result_structuring.reception
        DROP CONSTRAINT reception_report_check,
        ALTER COLUMN report_set_id SET NOT NULL,
        DROP CONSTRAINT reception_kind_check,
        ADD CONSTRAINT reception_kind_check CHECK (kind IN (${KINDS_BEFORE}))`);
  }
}
