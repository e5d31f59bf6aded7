import { mapFileRemarks } from './map-file-remarks.js';

describe('mapFileRemarks', () => {
  it.each`
    what                                 | file                            | current                                                            | codes
    ${'a file of the day before'}        | ${{ date: '2026-11-23' }}       | ${{ publishedAt: '2026-11-24T00:10:00.000Z', exportedRows: [] }}   | ${['map-file-older']}
    ${'a file of the same day'}          | ${{ date: '2026-11-24' }}       | ${{ publishedAt: '2026-11-24T23:10:00.000Z', exportedRows: [] }}   | ${[]}
    ${'a later file'}                    | ${{ date: '2026-11-25' }}       | ${{ publishedAt: '2026-11-24T23:10:00.000Z', exportedRows: [] }}   | ${[]}
    ${'a file that says no date'}        | ${{}}                           | ${{ publishedAt: '2026-11-24T23:10:00.000Z', exportedRows: [] }}   | ${[]}
    ${'the first map'}                   | ${{ date: '2020-01-01' }}       | ${{ exportedRows: [] }}                                            | ${[]}
    ${'a file with a row less'}          | ${{ rows: 9 }}                  | ${{ exportedRows: [10] }}                                          | ${['map-row-count']}
    ${'a file with a row more'}          | ${{ rows: 11 }}                 | ${{ exportedRows: [10, 4] }}                                       | ${['map-row-count']}
    ${'the catalogue as it came'}        | ${{ rows: 10 }}                 | ${{ exportedRows: [10, 4] }}                                       | ${[]}
    ${'the release as it left'}          | ${{ rows: 4 }}                  | ${{ exportedRows: [10, 4] }}                                       | ${[]}
    ${'rows that nothing was made from'} | ${{ rows: 9 }}                  | ${{ exportedRows: [] }}                                            | ${[]}
    ${'a form without a fixed number'}   | ${{}}                           | ${{ exportedRows: [10] }}                                          | ${[]}
    ${'an old file with rows missing'}   | ${{ date: '2020-01', rows: 1 }} | ${{ publishedAt: '2026-11-24T08:00:00.000Z', exportedRows: [10] }} | ${['map-file-older', 'map-row-count']}
  `('$what: $codes', ({ file, current, codes }) => {
    const findings = mapFileRemarks(file as object, current as Parameters<typeof mapFileRemarks>[1]);

    expect(findings.map(({ code }) => code)).toEqual(codes);
    expect(findings.every(({ severity, location }) => severity === 'warning' && location === 'file')).toBe(true);
  });
});
