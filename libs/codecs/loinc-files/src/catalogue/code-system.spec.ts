import { writeCodeSystem, type LocalConcept } from './code-system.js';

const ABOUT = { localCodeSystemOid: '1.2.250.1.999.1', title: 'Catalogue', date: '2026-11-24T09:00:00.000Z' };
const written = (...concepts: LocalConcept[]) => JSON.parse(writeCodeSystem({ ...ABOUT, concepts })) as Record<string, unknown>;

describe('writeCodeSystem', () => {
  it('says what the codes are, and which version they make', () => {
    expect(written({ code: 'NA', label: 'Natrémie' })).toMatchObject({
      resourceType: 'CodeSystem',
      url: 'urn:oid:1.2.250.1.999.1',
      version: '2026-11-24T09:00:00.000Z',
      status: 'active',
      content: 'complete',
      caseSensitive: true,
      count: 1,
      concept: [{ code: 'NA', display: 'Natrémie' }],
    });
  });

  it.each`
    what                                 | lines                                                                                    | concept
    ${'an analysis'}                     | ${[{ label: 'TSH', unit: 'mUI/L', specimen: 'Sérum', method: 'CLIA', chapter: 'Thyr' }]} | ${{ code: 'X', display: 'TSH', property: [{ code: 'unit', valueString: 'mUI/L' }, { code: 'specimen', valueString: 'Sérum' }, { code: 'method', valueString: 'CLIA' }, { code: 'chapter', valueString: 'Thyr' }] }}
    ${'one of two units'}                | ${[{ label: 'Glu', unit: 'g/L' }, { label: 'Glu', unit: 'mmol/L' }]}                     | ${{ code: 'X', display: 'Glu', property: [{ code: 'unit', valueString: 'g/L' }, { code: 'unit', valueString: 'mmol/L' }] }}
    ${'one of two labels, a synonym'}    | ${[{ label: 'Glu', synonyms: ['Glycémie', 'Glu'] }, { label: 'Glucose' }]}               | ${{ code: 'X', display: 'Glu', designation: [{ language: 'fr', value: 'Glucose' }, { language: 'fr', value: 'Glycémie' }] }}
    ${'one that has a code and no more'} | ${[{ label: '', unit: ' ' }]}                                                            | ${{ code: 'X' }}
  `('writes $what', ({ lines, concept }: { lines: Omit<LocalConcept, 'code'>[]; concept: object }) => {
    expect(written(...lines.map((line) => ({ code: 'X', ...line })))['concept']).toEqual([concept]);
  });

  it('writes an empty catalogue without empty arrays, which FHIR forbids', () => {
    const empty = JSON.parse(writeCodeSystem({ localCodeSystemOid: '2.999', title: 'Catalogue', concepts: [] })) as object;

    expect(empty).toMatchObject({ count: 0 });
    expect(Object.keys(empty)).not.toContain('concept');
    expect(Object.keys(empty)).not.toContain('date');
  });
});
