import { identifier, roleOf } from './context-schema.js';

/**
 * SQL that makes a table tenant data: the context's role may read and write it, one tenant at a time. Run it after `CREATE TABLE`.
 *
 * A session that has said no tenant sees no row. The owner, who runs migrations, is not bound by the policy.
 *
 * @param table - With its schema: `dmp_feeding.submission`. Its primary key starts with `tenant_id text`.
 * @throws {RangeError} The name is not plain.
 */
export function tenantTable(table: string): string {
  const { schema, name } = split(table);
  return `
    ALTER TABLE ${schema}.${name} ENABLE ROW LEVEL SECURITY;
    CREATE POLICY one_tenant ON ${schema}.${name}
      USING (tenant_id = current_setting('app.tenant_id', true))
      WITH CHECK (tenant_id = current_setting('app.tenant_id', true));
    GRANT SELECT, INSERT, UPDATE, DELETE ON ${schema}.${name} TO ${roleOf(schema)};
    ${fewTenants(schema, name)}`;
}

/**
 * Tells the planner of a table that is still empty that one tenant has all its rows. It would believe in two hundred, find every index that
 * begins with the tenant as good as the right one, and keep that plan while the table grows: each look then read the whole table.
 * The first `ANALYZE`, by autovacuum, takes over. PostgreSQL 18 or newer; older ones begin slower.
 */
function fewTenants(schema: string, name: string): string {
  return `DO $$ BEGIN
      IF to_regproc('pg_restore_attribute_stats') IS NOT NULL THEN
        PERFORM pg_restore_attribute_stats('schemaname', '${schema}', 'relname', '${name}', 'attname', 'tenant_id', 'inherited', false,
                                           'null_frac', 0::real, 'avg_width', 10, 'n_distinct', 1::real);
      END IF;
    END $$;`;
}

/**
 * SQL that opens a table which belongs to no tenant (a national catalogue, a published map) to the context's role.
 *
 * @throws {RangeError} The name is not plain.
 */
export function sharedTable(table: string): string {
  const { schema, name } = split(table);
  return `GRANT SELECT, INSERT, UPDATE, DELETE ON ${schema}.${name} TO ${roleOf(schema)};`;
}

/** Opens a function, which sees all tenants, to the role of its schema, and to nobody else. */
export function functionOf(schema: string, signature: string): string {
  return `REVOKE ALL ON FUNCTION ${identifier(schema)}.${signature} FROM PUBLIC;
          GRANT EXECUTE ON FUNCTION ${identifier(schema)}.${signature} TO ${roleOf(schema)};`;
}

function split(table: string): { schema: string; name: string } {
  const [schema = '', name = '', ...rest] = table.split('.');
  if (rest.length > 0) throw new RangeError('A table is named by its schema and its name');
  return { schema: identifier(schema), name: identifier(name) };
}
