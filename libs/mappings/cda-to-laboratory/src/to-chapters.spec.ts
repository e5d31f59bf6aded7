import { aReading, battery, chapter, isolate, OIDS, person, read, readResult, result, without } from '../test/a-reading.js';

const loinc = { code: '40193-5', codeSystem: OIDS.loinc, displayName: 'Glucose à jeun [Moles/Volume]' };
const local = { code: 'GLY', codeSystem: '1.2.250.1.999.2', codeSystemName: 'Catalogue', displayName: 'Glycémie à jeun' };

describe('toReport, chapters', () => {
  it.each`
    what                            | code                                                                   | label         | expected
    ${'LOINC alone'}                | ${{ loinc }}                                                           | ${'Glycémie'} | ${{ code: { localCode: '40193-5', label: 'Glycémie', system: OIDS.loinc }, loinc: { code: '40193-5', label: loinc.displayName } }}
    ${'LOINC and a local code'}     | ${{ loinc, local }}                                                    | ${'Glycémie'} | ${{ code: { localCode: 'GLY', label: 'Glycémie', system: '1.2.250.1.999.2' }, loinc: { code: '40193-5', label: loinc.displayName } }}
    ${'a local code, label unseen'} | ${{ local }}                                                           | ${''}         | ${{ code: { localCode: 'GLY', label: 'Glycémie à jeun', system: '1.2.250.1.999.2' } }}
    ${'a code of another system'}   | ${{ local: { code: 'MED-1', codeSystem: '1.2.250.1.213.1.1.4.322' } }} | ${'X'}        | ${{ code: { localCode: 'MED-1', label: 'X', system: '1.2.250.1.213.1.1.4.322' } }}
    ${'a printed label alone'}      | ${{}}                                                                  | ${'Aspect'}   | ${{ code: { localCode: 'Aspect', label: 'Aspect', system: OIDS.loinc } }}
    ${'nothing at all'}             | ${{}}                                                                  | ${''}         | ${{ code: { localCode: 'c1.o1', label: '', system: OIDS.loinc } }}
  `('names a result by $what', ({ code, label, expected }) => {
    const printed = { label, result: '1', unit: '', reference: '', interpretation: '' };
    const { code: named, loinc: known } = readResult({ code, printed }).observation;

    expect({ code: named, ...(known && { loinc: known }) }).toEqual(expected);
  });

  it.each`
    id                                                           | observationId                             | identifier
    ${undefined}                                                 | ${'c1.o1'}                                | ${undefined}
    ${{ root: '1.2.3', extension: 'R-7' }}                       | ${'R-7'}                                  | ${{ root: '1.2.3', extension: 'R-7' }}
    ${{ root: 'D5A9EF50-D05E-11DD-AD8B-0800200C9A66' }}          | ${'D5A9EF50-D05E-11DD-AD8B-0800200C9A66'} | ${{ root: 'D5A9EF50-D05E-11DD-AD8B-0800200C9A66' }}
    ${{ root: '1.2.250.1.999.1.4', extension: 'DOS-1-GLY/GLY' }} | ${'GLY/GLY'}                              | ${undefined}
    ${{ root: '1.2.250.1.999.1.4', extension: 'AUTRE' }}         | ${'AUTRE'}                                | ${{ root: '1.2.250.1.999.1.4', extension: 'AUTRE' }}
  `('numbers a result of id $id.extension as $observationId', ({ id, observationId, identifier }) => {
    const { observation } = readResult({ ...(id && { id }) });

    expect(observation.observationId).toBe(observationId);
    expect(observation.identifier).toEqual(identifier);
  });

  it('gives no identifier twice', () => {
    const twin = result({ id: { root: '1.2.3', extension: 'R' } });
    const { report } = read(aReading({ body: { chapters: [chapter([battery({ observations: [twin, twin] })])] } }));

    expect(report.chapters[0]?.batteries[0]?.observations.map(({ observationId }) => observationId)).toEqual(['R', 'R#2']);
  });

  it('reads what is said of a result', () => {
    const kit = { code: 'VHEDA1', codeSystem: '1.2.250.1.213.2.3.5', displayName: 'HPV Kit' };
    const { observation } = readResult({
      printed: {
        label: 'Glycémie',
        result: '4.89',
        unit: 'mmol/L',
        reference: '',
        interpretation: '',
        method: '(hexokinase)',
        priors: [{ date: '', result: '5.1' }],
      },
      interpretations: [{ code: 'H', codeSystem: OIDS.interpretation }],
      method: { ...kit, code: 'DEG' },
      kit,
      medium: { ...kit, code: 'GEN-303' },
      priors: [{ effectiveTime: '202009120815+0100', value: { type: 'PQ', value: '5.1', unit: 'mmol/L' } }],
      comments: ['À contrôler'],
      images: [{ mediaType: 'image/png', data: 'AAAA', title: 'Courbe' }],
      validators: [{ ...person('899700000037', 'TESTBIS'), time: '202611201130+0100' }],
      performers: [{ ...person('899700000045', 'AUTRE'), time: { value: '20261120' } }],
    });

    expect(observation).toMatchObject({
      interpretations: ['H'],
      method: '(hexokinase)',
      methodCode: { code: 'DEG' },
      kit: { code: 'VHEDA1', system: '1.2.250.1.213.2.3.5', label: 'HPV Kit' },
      medium: { code: 'GEN-303' },
      priors: [
        {
          observedAt: '2020-09-12T08:15+01:00',
          value: { kind: 'numeric', text: '5.1', value: '5.1' },
          unit: { raw: 'mmol/L', ucum: 'mmol/L' },
        },
      ],
      comments: ['À contrôler'],
      images: [{ imageId: 'c1.img1', mediaType: 'image/png', data: 'AAAA', title: 'Courbe' }],
      validatedBy: { nationalId: '899700000037', family: 'TESTBIS' },
      validatedAt: '2026-11-20T11:30+01:00',
      performedBy: { organization: { nationalId: '1990000001' }, director: { family: 'AUTRE' }, at: '2026-11-20' },
    });
  });

  it('takes the printed name of a coded method for no other method', () => {
    const method = { code: 'DEG', codeSystem: '1.2.250.1.213.2.3.5', displayName: 'Oxydase' };
    const printed = { label: 'X', result: '1', unit: '', reference: '', interpretation: '', method: 'Oxydase' };

    expect(readResult({ method, printed }).observation.method).toBeUndefined();
  });

  it('puts a germ with its count and its antibiogram where it stands', () => {
    const count = result({ code: { loinc: { ...loinc, code: '51480-2' } } });
    const germ = isolate({
      code: { code: '112283007', codeSystem: OIDS.snomed, displayName: 'Escherichia coli (organism)' },
      ncbi: { code: '562', codeSystem: '2.16.840.1.113883.3.9471', displayName: 'Escherichia coli' },
      effectiveTime: '20261120155000+0100',
      observations: [count],
      antibiograms: [battery({ label: 'Antibiogramme', code: { loinc: { ...loinc, code: '18769-0' } } })],
      comments: ['Souche conservée'],
    });
    const { report } = read(aReading({ body: { chapters: [chapter([germ, battery({ isolates: [germ] })])] } }));
    const [section] = report.chapters;

    expect(section?.isolates).toMatchObject([
      {
        isolateId: '6E281244-000B-4ACB-9ED8-0826543A9694',
        identifier: { root: '6E281244-000B-4ACB-9ED8-0826543A9694' },
        organism: { label: 'Escherichia coli', snomed: { code: '112283007' }, ncbi: { code: '562' } },
        observedAt: '2026-11-20T15:50:00+01:00',
        observations: [{ loinc: { code: '51480-2' } }],
        antibiograms: [{ loinc: { code: '18769-0' }, observations: [{ loinc: { code: '40193-5' } }] }],
        comments: ['Souche conservée'],
      },
    ]);
    expect(section?.batteries[0]?.isolates).toMatchObject([{ isolateId: '6E281244-000B-4ACB-9ED8-0826543A9694#2' }]);
  });

  it('gives a battery its category, its inner batteries, and its time and validator to results that have none', () => {
    const validator = { ...person('899700000037', 'TESTBIS'), time: '202611201130+0100' };
    const undated = without(result(), 'effectiveTime');
    const { report } = read(
      aReading({
        body: {
          chapters: [
            chapter([
              battery({
                code: { others: [{ code: '107', codeSystem: '2.16.840.1.113883.5.84', displayName: 'Microscopie' }] },
                effectiveTime: '20261120',
                validators: [validator],
                observations: [undated],
                batteries: [battery({ label: 'Dedans' })],
                images: [{ mediaType: 'image/jpeg', data: 'AAAA' }],
                comments: ['Lame relue'],
              }),
            ]),
          ],
        },
      }),
    );

    expect(report.chapters[0]?.batteries).toMatchObject([
      {
        batteryId: 'c1.b1',
        code: { localCode: 'Bilan', label: 'Bilan', system: OIDS.loinc },
        category: { code: '107', label: 'Microscopie' },
        observations: [{ observedAt: '2026-11-20', validatedBy: { family: 'TESTBIS' } }],
        batteries: [{ batteryId: 'c1.b2', code: { label: 'Dedans' } }],
        images: [{ mediaType: 'image/jpeg' }],
        comments: ['Lame relue'],
      },
    ]);
  });

  it('reads sub-chapters in their chapter, numbered by their place', () => {
    const sub = { ...chapter([result()]), title: 'Biochimie sanguine', code: { ...loinc, code: '14340-4' } };
    const { report } = read(
      aReading({ body: { chapters: [chapter([], { subChapters: [sub, { ...sub, title: loinc.displayName }] })] } }),
    );

    expect(report.chapters).toMatchObject([
      {
        code: '18719-5',
        title: 'BIOCHIMIE',
        batteries: [],
        subChapters: [
          {
            code: { code: '14340-4' },
            title: 'Biochimie sanguine',
            batteries: [{ observations: [{ observationId: 'c1.s1.o1' }] }],
          },
          { batteries: [{ observations: [{ observationId: 'c1.s2.o1' }] }] },
        ],
      },
    ]);
    expect(report.chapters[0]?.subChapters?.[1]).not.toHaveProperty('title');
  });

  it('reads what is said of a section, and leaves to the report the validation that it shares', () => {
    const { legalAuthenticator } = aReading().header;
    const other = { ...person('899700000037', 'TESTBIS'), time: '202611201130+0100' };
    const section = (validators: readonly (typeof other)[]) =>
      chapter([result()], {
        actCode: { ...loinc, code: '26438-2' },
        performers: [{ ...person('899700000045', 'AUTRE'), time: { value: '20261120' } }],
        validators,
        images: [{ mediaType: 'image/png', data: 'AAAA' }],
        comments: ['Ensemble'],
      });
    const { report } = read(aReading({ body: { chapters: [section([other]), section([legalAuthenticator!])] } }));

    expect(report.chapters[0]).toMatchObject({
      actCode: { code: '26438-2' },
      performedBy: { director: { family: 'AUTRE' } },
      validations: [{ biologist: { family: 'TESTBIS' }, at: '2026-11-20T11:30+01:00' }],
      images: [{ imageId: 'c1.img1' }],
      comments: ['Ensemble'],
    });
    expect(report.chapters[1]).not.toHaveProperty('validations');
  });
});

describe('toReport, specimens', () => {
  const urine = {
    id: { root: '1.2.3.5000', extension: 'E-1' },
    code: { code: 'UR', codeSystem: '2.16.840.1.113883.18.311', displayName: 'Urine' },
    label: 'urine',
    act: { code: '5201', codeSystem: '1.2.250.1.213.2.7', displayName: 'ECBU' },
    site: { code: '76784001', codeSystem: OIDS.snomed, displayName: 'vagin' },
    collectedAt: '202611200735+0100',
    receivedAt: '202611200752+0100',
  };

  it('keeps one specimen for sections that describe it alike, and two where they do not', () => {
    const named = result({ specimen: urine.id });
    const chapters = [
      chapter([named], { specimens: [urine] }),
      chapter([named], { specimens: [urine] }),
      chapter([named], { specimens: [{ ...urine, collectedAt: '20261121' }] }),
    ] as const;
    const { report } = read(aReading({ body: { chapters } }));

    expect(report.specimens).toMatchObject([
      {
        specimenId: 'E-1',
        identifier: { root: '1.2.3.5000', extension: 'E-1' },
        typeCode: 'UR',
        label: 'urine',
        procedure: { code: '5201', system: '1.2.250.1.213.2.7', label: 'ECBU' },
        site: { code: '76784001' },
        collectedAt: '2026-11-20T07:35+01:00',
        receivedAt: '2026-11-20T07:52+01:00',
      },
      { specimenId: 'E-1#2', collectedAt: '2026-11-21' },
    ]);
    expect(report.chapters.map(({ specimenIds }) => specimenIds)).toEqual([['E-1'], ['E-1'], ['E-1#2']]);
    expect(report.chapters.map(({ batteries }) => batteries[0]?.observations[0]?.specimenId)).toEqual(['E-1', 'E-1', 'E-1#2']);
  });

  it('gives back the number of a tube that our own document derived its identifier from', () => {
    const own = { ...urine, id: { root: '1.2.250.1.999.1.3', extension: 'TUBE-1' } };
    const { report } = read(aReading({ body: { chapters: [chapter([result()], { specimens: [own] })] } }));

    expect(report.specimens[0]?.specimenId).toBe('TUBE-1');
    expect(report.specimens[0]).not.toHaveProperty('identifier');
  });

  it('names a result whose specimen nobody describes, and a type that is not of the table', () => {
    const odd = { ...urine, code: { code: 'X', codeSystem: '1.2.3' } };
    const { findings, report } = read(
      aReading({ body: { chapters: [chapter([result({ specimen: { root: '9.9' } })], { specimens: [odd] })] } }),
    );

    expect(findings.map(({ code }) => code)).toEqual(['cda-specimen-type', 'cda-specimen-unknown']);
    expect(report.specimens[0]).not.toHaveProperty('typeCode');
  });
});
