import fc from 'fast-check';
import { readAnalyses, readChapters, readExams, writeAnalyses, writeChapters, writeExams } from '../catalogue/catalogue-files.js';
import { JustificationMissing, LOINC_NOTICE, writeConceptMap, type ConceptMapFile, type ConceptMapRow } from './concept-map.js';
import { readAnalysisMap, readChapterMap, readExamMap, writeAnalysisMap, writeChapterMap, writeExamMap } from './map-files.js';
import { readMappingRecords, writeMappingRecords } from './mapping-csv.js';
import { RECORD_EQUIVALENCES, RECORD_STATUSES, type MappingRecord } from './mapping-record.js';
import { readConceptMap } from './read-concept-map.js';

const brief = (findings: readonly { code: string; location: string }[]) =>
  findings.map(({ code, location }) => `${code} ${location}`);
const ANALYSIS = 'GLY;Glycémie;;;;g/L;;;Sang;QN;;';

/** What people write, and what tables stumble over. */
const said = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.string({
      unit: fc.constantFrom('"', ';', ',', '\t', '\n', '\r\n', ' ', 'é', 'µ', 'œ', 'a', '|'),
      minLength: 1,
      maxLength: 8,
    }),
  )
  .filter((text) => text !== '');
const code = fc.stringMatching(/^[A-Z0-9]{1,8}$/);
const loincCode = fc.constantFrom('2345-7', '14749-6', '718-7', '2951-2', '2823-3');
const maybe = (arbitrary: fc.Arbitrary<string>) => fc.option(arbitrary, { nil: undefined });
const without = <T extends object>(row: T) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as T;
const rowsOf = <T extends object>(model: Record<string, fc.Arbitrary<unknown>>, keyOf: (row: T) => unknown) =>
  fc.uniqueArray(
    fc.record(model).map((row) => without(row) as T),
    { selector: (row) => JSON.stringify(keyOf(row)), maxLength: 6, minLength: 1 },
  );

const chapters = { chapterCode: code, chapterLabel: said, subChapterCode: maybe(code), subChapterLabel: maybe(said) };
const exams = {
  examCode: code,
  examLabel: said,
  synonym: maybe(said),
  chapterCode: maybe(said),
  subChapterCode: maybe(said),
  specimen: maybe(said),
  nabm: maybe(fc.constantFrom('HN', '0552', '1610|0552')),
  analysisCode: code,
  analysisLabel: said,
};
const analyses = {
  code,
  label: said,
  synonym: maybe(said),
  property: maybe(said),
  unitCode: maybe(said),
  unitLabel: maybe(said),
  timeAspect: maybe(fc.constantFrom('PT', '24H')),
  specimenCode: maybe(said),
  specimenLabel: maybe(said),
  scale: maybe(fc.constantFrom('QN', 'ORD')),
  method: maybe(said),
  nabm: maybe(fc.constant('0552')),
};
const targets = fc.option(fc.record({ codes: fc.uniqueArray(loincCode, { minLength: 1, maxLength: 3 }), label: said }), {
  nil: undefined,
});
const chapterKey = (row: Record<string, unknown>) => [row['chapterCode'], row['subChapterCode'] ?? row['subChapterLabel']];
const examKey = (row: Record<string, unknown>) => [row['examCode'], row['analysisCode']];
const analysisKey = (row: Record<string, unknown>) => row['code'];

describe('the six files', () => {
  it.each([
    ['LOINC_1', chapters, chapterKey, writeChapters, readChapters],
    ['LOINC_2', exams, examKey, writeExams, readExams],
    ['LOINC_3', analyses, analysisKey, writeAnalyses, readAnalyses],
    ['LOINC_4', { ...chapters, chapterLoinc: targets, subChapterLoinc: targets }, chapterKey, writeChapterMap, readChapterMap],
    ['LOINC_5', { ...exams, loinc: targets }, examKey, writeExamMap, readExamMap],
    [
      'LOINC_6',
      { ...analyses, loinc: fc.option(fc.record({ code: loincCode, label: said }), { nil: undefined }) },
      analysisKey,
      writeAnalysisMap,
      readAnalysisMap,
    ],
  ] as const)('%s is read as it was written, with a header and without', (_name, model, keyOf, write, read) => {
    fc.assert(
      fc.property(rowsOf(model, keyOf as (row: object) => unknown), fc.boolean(), (rows, header) => {
        const text = (write as (rows: unknown, options: object) => string)(rows, { header });
        expect(read(text)).toEqual({ rows, findings: [] });
      }),
    );
  });
});

describe('readAnalysisMap', () => {
  it('reads a code with its name', () => {
    expect(readAnalysisMap(`${ANALYSIS};2345-7;Glucose\n`).rows).toMatchObject([
      { code: 'GLY', loinc: { code: '2345-7', label: 'Glucose' } },
    ]);
  });

  it.each`
    fault                               | lines                                                            | rows | findings
    ${'two codes in one cell'}          | ${[`${ANALYSIS};2345-7 14749-6;Glucose`]}                        | ${0} | ${['loinc-file-several-codes line 1, Code LOINC']}
    ${'two codes in two lines'}         | ${[`${ANALYSIS};2345-7;Glucose`, `${ANALYSIS};14749-6;Glucose`]} | ${1} | ${['loinc-file-several-codes line 2, Code LOINC']}
    ${'the same code in two lines'}     | ${[`${ANALYSIS};2345-7;Glucose`, `${ANALYSIS};2345-7;Glucose`]}  | ${1} | ${['loinc-file-repeated-same line 2, Code analyse']}
    ${'a wrong check digit'}            | ${[`${ANALYSIS};2345-8;Glucose`]}                                | ${0} | ${['loinc-file-check-digit line 1, Code LOINC']}
    ${'a code without a name'}          | ${[`${ANALYSIS};2345-7;`]}                                       | ${1} | ${['loinc-file-name-missing line 1, Libellé LOINC']}
    ${'no code, which is no fault'}     | ${[`${ANALYSIS};;`]}                                             | ${1} | ${[]}
    ${'a second line without the code'} | ${[`${ANALYSIS};2345-7;Glucose`, `${ANALYSIS};;`]}               | ${1} | ${['loinc-file-repeated line 2, Code analyse']}
  `('reports $fault', ({ lines, rows, findings }: { lines: string[]; rows: number; findings: string[] }) => {
    const answer = readAnalysisMap(lines.join('\n'));

    expect(answer.rows).toHaveLength(rows);
    expect(brief(answer.findings)).toEqual(findings);
  });
});

describe('readMappingRecords', () => {
  const record: fc.Arbitrary<MappingRecord> = fc
    .record({
      localCode: code,
      label: said,
      unit: maybe(said),
      specimen: maybe(said),
      method: maybe(said),
      status: fc.option(fc.constantFrom(...RECORD_STATUSES), { nil: undefined }),
      equivalence: fc.option(fc.constantFrom(...RECORD_EQUIVALENCES), { nil: undefined }),
      target: fc.option(fc.record({ loinc: loincCode, loincLabel: said }), { nil: undefined }),
      score: fc.option(
        fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
        { nil: undefined },
      ),
      rank: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
      comment: maybe(said),
      author: maybe(said),
      validFrom: maybe(said),
      explanation: maybe(said),
      supersedes: maybe(said),
    })
    .map(({ target, ...own }) => without({ ...own, ...target }) as MappingRecord);

  it('gives back every record as it was written', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 6 }), (rows) => {
        expect(readMappingRecords(writeMappingRecords(rows))).toEqual({ rows, findings: [] });
      }),
    );
  });

  it('reads the files of other tools', () => {
    expect(
      readMappingRecords('local_code,label,unit,specimen,method,loinc,source\nGLY,Glycémie,g/L,Sang,,2345-7,relma\n'),
    ).toMatchObject({
      rows: [{ localCode: 'GLY', unit: 'g/L', specimen: 'Sang', loinc: '2345-7', source: 'relma' }],
      findings: [{ code: 'loinc-file-name-missing', severity: 'warning' }],
    });
  });

  it.each`
    line               | finding
    ${',Sodium,,'}     | ${'loinc-file-cell-missing line 2, local_code'}
    ${'NA,Na,2951-3,'} | ${'loinc-file-check-digit line 2, loinc'}
    ${'NA,Na,,maybe'}  | ${'loinc-file-value line 2, status'}
  `('says of "$line": $finding', ({ line, finding }: { line: string; finding: string }) => {
    expect(brief(readMappingRecords(`local_code,label,loinc,status\n${line}\n`).findings)).toEqual([finding]);
  });

  it('names the columns that are missing', () => {
    expect(brief(readMappingRecords('code,label\nGLY,x\n').findings)).toEqual([
      'loinc-file-header line 1, local_code',
      'loinc-file-header line 1, loinc',
    ]);
  });
});

describe('ConceptMap', () => {
  const row: fc.Arbitrary<ConceptMapRow> = fc
    .record({
      localCode: code,
      label: maybe(said),
      unit: maybe(said),
      specimen: maybe(said),
      method: maybe(said),
      target: fc.option(fc.record({ code: loincCode, label: said, equivalence: fc.constantFrom(...RECORD_EQUIVALENCES) }), {
        nil: undefined,
      }),
      comment: said,
    })
    .map((one) => without(one) as ConceptMapRow);
  const file: ConceptMapFile = {
    localCodeSystemOid: '1.2.250.1.999.1',
    version: '3',
    date: '2026-11-24T09:00:00Z',
    title: 'Laboratoire X',
    url: 'urn:uuid:8d2c1f0e-0000-4000-8000-000000000001',
    publisher: 'Laboratoire X',
    loincRelease: '2.78',
    rows: [],
  };
  const byCode = (rows: readonly ConceptMapRow[]) =>
    [...Map.groupBy(rows, ({ localCode, label }) => JSON.stringify([localCode, label])).values()].flat();

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        expect(readConceptMap(writeConceptMap({ ...file, rows }))).toEqual({ file: { ...file, rows: byCode(rows) }, findings: [] });
      }),
    );
  });

  it('says it in the words of FHIR R4', () => {
    const rows: ConceptMapRow[] = [
      { localCode: 'GLY', label: 'Glycémie', unit: 'mmol/L', target: { code: '14749-6', label: 'Glucose', equivalence: 'equal' } },
      { localCode: 'GLY', label: 'Glycémie', unit: 'g/L', target: { code: '2345-7', label: 'Glucose', equivalence: 'broader' } },
      { localCode: 'LOC', comment: 'Analyse locale' },
    ];

    expect(JSON.parse(writeConceptMap({ ...file, rows }))).toMatchObject({
      resourceType: 'ConceptMap',
      status: 'active',
      copyright: LOINC_NOTICE,
      group: [
        {
          source: 'urn:oid:1.2.250.1.999.1',
          target: 'http://loinc.org',
          targetVersion: '2.78',
          element: [
            {
              code: 'GLY',
              display: 'Glycémie',
              target: [
                {
                  code: '14749-6',
                  equivalence: 'equivalent',
                  dependsOn: [{ property: 'urn:segur:concept-map:unit', value: 'mmol/L' }],
                },
                { code: '2345-7', equivalence: 'wider' },
              ],
            },
            { code: 'LOC', target: [{ equivalence: 'unmatched', comment: 'Analyse locale' }] },
          ],
        },
      ],
    });
  });

  it('refuses to write a narrower code without a justification', () => {
    const target = { code: '2345-7', label: 'Glucose', equivalence: 'narrower' } as const;

    expect(() => writeConceptMap({ ...file, rows: [{ localCode: 'GLY', target }] })).toThrow(JustificationMissing);
  });

  it('reports what it cannot take from the maps of others', () => {
    const target = [
      { code: '2345-8', equivalence: 'equivalent' },
      { code: '2345-7', display: 'x', equivalence: 'disjoint' },
      { code: '2345-7', equivalence: 'equal' },
    ];
    const group = [
      { source: 'urn:oid:1.2', target: 'http://loinc.org', element: [{ code: 'GLY', target }, { target }] },
      { source: 'urn:oid:1.2', target: 'http://snomed.info/sct', element: [{ code: 'GLY', target }] },
    ];
    const answer = readConceptMap(JSON.stringify({ resourceType: 'ConceptMap', group }));

    expect(answer.file?.rows).toEqual([{ localCode: 'GLY', target: { code: '2345-7', label: '', equivalence: 'equal' } }]);
    expect(brief(answer.findings)).toEqual([
      'loinc-file-check-digit /group/0/element/0/target/0/code',
      'loinc-file-value /group/0/element/0/target/1/equivalence',
      'loinc-file-name-missing /group/0/element/0/target/2/display',
      'loinc-file-cell-missing /group/0/element/1/code',
      'loinc-file-other-system /group/1/target',
    ]);
  });

  it.each(['', '{"resourceType":"ValueSet"}'])('refuses %p', (text) => {
    expect(readConceptMap(text)).toMatchObject({ findings: [{ code: 'loinc-file-json' }] });
  });
});
