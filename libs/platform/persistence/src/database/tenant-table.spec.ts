import { roleOf } from './context-schema.js';
import { sharedTable, tenantTable } from './tenant-table.js';

describe('tenantTable', () => {
  it('binds a table to one tenant, and opens it to the role of its schema', () => {
    expect(tenantTable('dmp_feeding.submission')).toMatch(/ENABLE ROW LEVEL SECURITY[\s\S]*GRANT .* TO segur_dmp_feeding;/);
  });

  it.each(['submission', 'a.b.c', 'a.b; DROP TABLE x', 'A.b', '.b', 'a.'])('refuses the name %p', (name) => {
    expect(() => tenantTable(name)).toThrow(RangeError);
    expect(() => sharedTable(name)).toThrow(RangeError);
  });

  it('refuses a schema that is none', () => {
    expect(() => roleOf('x-y')).toThrow(RangeError);
  });
});
