import { documentIdOf, oidOfUuid, reportSetIdOf } from './derived-ids.js';

describe('reportSetIdOf', () => {
  it('is a UUID of version 8 that never moves', () => {
    expect(reportSetIdOf('1750000000', '26-0001')).toBe(reportSetIdOf('1750000000', '26-0001'));
    expect(reportSetIdOf('1750000000', '26-0001')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('keeps laboratories, and numbers that only join alike, apart', () => {
    const ids = [reportSetIdOf('1', '23'), reportSetIdOf('12', '3'), reportSetIdOf('2', '23')];

    expect(new Set(ids).size).toBe(3);
  });
});

describe('documentIdOf', () => {
  it('is an OID, another for each revision', () => {
    const reportSetId = reportSetIdOf('1750000000', '26-0001');

    expect(documentIdOf(reportSetId, 1)).toMatch(/^2\.25\.[1-9]\d+$/);
    expect(documentIdOf(reportSetId, 1)).not.toBe(documentIdOf(reportSetId, 2));
  });
});

describe('oidOfUuid', () => {
  it('writes the UUID as a decimal', () => {
    expect(oidOfUuid('f81d4fae-7dec-11d0-a765-00a0c91e6bf6')).toBe('2.25.329800735698586629295641978511506172918');
  });
});
