import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '@segur/persistence';

/** Orders come as HL7 messages too, have numbers in each line, and are joined with reports by patient as well. */
export class OrdersByMessage20261125090000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE order_intake.received_order
        DROP CONSTRAINT received_order_route_check,
        ADD CONSTRAINT received_order_route_check CHECK (route IN ('rest', 'hl7v2')),
        ADD COLUMN content_hash text        -- of what the order says; null: it came before this column`);
    await db.query('CREATE INDEX received_order_content ON order_intake.received_order (tenant_id, content_hash)');
    await db.query(`
      CREATE TABLE order_intake.order_number (
        tenant_id text NOT NULL,
        kind      text NOT NULL CHECK (kind IN ('placer', 'filler')),
        number    text NOT NULL,
        order_id  uuid NOT NULL,
        PRIMARY KEY (tenant_id, kind, number, order_id)
      )`);
    await db.query('CREATE INDEX order_number_order ON order_intake.order_number (tenant_id, order_id)');
    await db.query(`
      INSERT INTO order_intake.order_number (tenant_id, kind, number, order_id)
      SELECT tenant_id, 'placer', placer_number, order_id FROM order_intake.received_order WHERE placer_number IS NOT NULL
      UNION SELECT tenant_id, 'filler', filler_number, order_id FROM order_intake.received_order WHERE filler_number IS NOT NULL`);
    await db.query(tenantTable('order_intake.order_number'));
    await db.query(`
      ALTER TABLE order_intake.reported
        ADD COLUMN order_id uuid,           -- the order that its document was completed from
        ADD COLUMN cda_sha256 text          -- says whose report it is; null: it came before this column, and is joined no more`);
    await db.query('CREATE INDEX reported_bytes ON order_intake.reported (cda_sha256, tenant_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE order_intake.reported DROP COLUMN cda_sha256, DROP COLUMN order_id');
    await db.query('DROP TABLE order_intake.order_number');
    await db.query(`DELETE FROM order_intake.received_order WHERE route = 'hl7v2'`);
    await db.query(`
      ALTER TABLE order_intake.received_order
        DROP COLUMN content_hash,
        DROP CONSTRAINT received_order_route_check,
        ADD CONSTRAINT received_order_route_check CHECK (route IN ('rest'))`);
  }
}
