import { readCdaHeader, writeCrBio } from '@segur/cda';
import { INS_AUTHORITIES, type Identity } from '@segur/identity';
import { observationsOf, type Laboratory, type Report } from '@segur/laboratory';
import {
  bareObservation,
  battery,
  observation,
  readPdfPages,
  report,
  TEST_MATRICULE,
  testBiologist,
  testFontFiles,
  testIdentity,
  testLaboratory,
} from '@segur/testing';
import { openPdfFonts } from '@segur/pdf';
import fc from 'fast-check';
import { toCrBio } from './to-cr-bio.js';
import { toDeliverySheet } from './to-delivery-sheet.js';
import { toPdfCopy } from './to-pdf-copy.js';
import { UnassemblableReport } from './unassemblable-report.js';
import { variedReports } from '../test/varied-reports.js';

const created = { createdAt: new Date('2026-07-01T22:30:00Z'), documentId: '2.25.2' };
const printing = { fonts: openPdfFonts(testFontFiles()) };
const options = { ...created, setId: '2.25.1', versionNumber: 1, pdf: printing };
const bytesOf = (made: Report, laboratory: Laboratory = testLaboratory) => writeCrBio(toCrBio(made, laboratory, options));
const firstResult = (made: Report) => {
  const [group] = toCrBio(made, testLaboratory, options).chapters[0].groups;
  if (group?.kind === 'isolate') throw new Error('No result stands first.');
  return group?.kind === 'battery' ? group.observations[0] : group;
};

describe('The matricule', () => {
  it('leaves with a qualified identity: first identifier, and mailbox', () => {
    const { patient } = readCdaHeader(bytesOf(report().build()));

    expect(patient.ids[0]).toEqual({ root: INS_AUTHORITIES.test, extension: TEST_MATRICULE });
    expect(patient.telecoms).toContainEqual({ value: `mailto:${TEST_MATRICULE}@patient.mssante.fr` });
  });

  it('stands nowhere in the bytes of any other identity, wherever a sender put it, nor on paper', async () => {
    const held: fc.Arbitrary<Partial<Identity>> = fc.record({
      status: fc.constantFrom<Identity['status']>('provisoire', 'recuperee', 'validee'),
      localIds: fc.constantFrom(
        testIdentity.localIds,
        [...testIdentity.localIds, { root: INS_AUTHORITIES.nir, extension: TEST_MATRICULE }],
        [...testIdentity.localIds, { root: '1.2.3', extension: TEST_MATRICULE }],
        [...testIdentity.localIds, { root: '1.2.3', extension: `2 79 03 51 215 189` }],
      ),
      telecoms: fc.constantFrom([], [{ value: `mailto:${TEST_MATRICULE}@patient.mssante.fr` }, { value: 'tel:0600000000' }]),
    });
    await fc.assert(
      fc.asyncProperty(held, fc.constantFrom(...Object.values(variedReports)), async (change, base) => {
        const made = { ...base, identity: { ...testIdentity, ...change } };
        const document = toCrBio(made, testLaboratory, options);
        const paper = (await readPdfPages(document.pdf)).join(' ');
        const everything = writeCrBio(document).toString('utf8') + paper;

        expect(everything.replaceAll(/\s/g, '')).not.toContain(TEST_MATRICULE.slice(0, 13));
        expect(JSON.stringify(toDeliverySheet(made, '2.25.2'))).not.toContain(TEST_MATRICULE.slice(0, 13));
      }),
      { numRuns: 50 },
    );
  });

  it.each(['279035121518988', '2790351215189', ''])('is held back when it is malformed: %p', (value) => {
    const made = report().with({ identity: { ...testIdentity, insMatricule: { value, oid: INS_AUTHORITIES.nir } } });

    expect(readCdaHeader(bytesOf(made.build())).patient.ids).toEqual(testIdentity.localIds);
  });
});

describe('A result', () => {
  it.each`
    what                            | change                                                                                          | value
    ${'in UCUM'}                    | ${{}}                                                                                           | ${{ type: 'PQ', value: '4.89', unit: 'mmol/L' }}
    ${'in a unit nobody knows'}     | ${{ unit: { raw: 'mmol/l maison' } }}                                                           | ${{ type: 'ST', text: '4,89 mmol/l maison' }}
    ${'in UCUM that is not listed'} | ${{ unit: { raw: '/mm3', ucum: '/mm3' } }}                                                      | ${{ type: 'PQ', value: '4.89', unit: '/uL' }}
    ${'without dimension'}          | ${{ unit: { raw: '', ucum: '1' } }}                                                             | ${{ type: 'REAL', value: '4.89' }}
    ${'below a limit'}              | ${{ value: { kind: 'bounded', text: '< 5', comparator: '<', value: '5' } }}                     | ${{ type: 'IVL_PQ', high: { value: '5', unit: 'mmol/L', inclusive: false } }}
    ${'at least'}                   | ${{ value: { kind: 'bounded', text: '>= 5', comparator: '>=', value: '5' } }}                   | ${{ type: 'IVL_PQ', low: { value: '5', unit: 'mmol/L', inclusive: true } }}
    ${'bounded, unit unknown'}      | ${{ value: { kind: 'bounded', text: '< 5', comparator: '<', value: '5' }, unit: { raw: 'x' } }} | ${{ type: 'ST', text: '< 5 x' }}
    ${'cancelled'}                  | ${{ status: 'cancelled', value: { kind: 'absent', text: 'Non fait' } }}                         | ${undefined}
    ${'absent'}                     | ${{ value: { kind: 'absent', text: 'Non rendu' } }}                                             | ${{ type: 'none' }}
    ${'an empty text'}              | ${{ value: { kind: 'text', text: ' ' } }}                                                       | ${{ type: 'none' }}
    ${'a date'}                     | ${{ value: { kind: 'date', text: '02/11', value: '2026-11-02' } }}                              | ${{ type: 'TS', value: '20261102' }}
  `('$what', ({ change, value }: { change: object; value: unknown }) => {
    expect(firstResult(report().withObservations(observation('X', change)).build())?.value).toEqual(value);
  });

  it('keeps its local code beside the LOINC, and alone without one', () => {
    const { code } = firstResult(
      report()
        .withObservations(bareObservation('A 1', { kind: 'text', text: 'x' }))
        .build(),
    )!;

    expect(code).toEqual({
      local: {
        code: 'A_1',
        codeSystem: '1.2.250.1.999.2',
        codeSystemName: 'Catalogue du laboratoire de test',
        displayName: 'Analyse A 1',
      },
    });
    expect(firstResult(report().build())?.code.loinc?.code).toBe('40193-5');
  });

  it.each`
    low          | high         | bounds
    ${'3'}       | ${'4'}       | ${{ low: { value: '3', unit: 'mmol/L' }, high: { value: '4', unit: 'mmol/L' } }}
    ${'3'}       | ${'3'}       | ${{ low: { value: '3', unit: 'mmol/L' }, high: { value: '3', unit: 'mmol/L' } }}
    ${'4'}       | ${'3'}       | ${{}}
    ${undefined} | ${'3'}       | ${{ high: { value: '3', unit: 'mmol/L' } }}
    ${'3'}       | ${undefined} | ${{ low: { value: '3', unit: 'mmol/L' } }}
  `('has bounds that are in order: $low to $high', ({ low, high, bounds }: { low?: string; high?: string; bounds: object }) => {
    const range = { text: `${low} - ${high}`, ...(low && { low }), ...(high && { high }) };

    expect(firstResult(report().withObservations(observation('X', { range })).build())?.range).toEqual(bounds);
  });

  it.each(Object.entries(variedReports))('is shown as it was printed: %s', (_, made) => {
    const { pdf, ...document } = toCrBio(made, testLaboratory, options);
    const narrative = writeCrBio({ ...document, pdf: new Uint8Array() })
      .toString('utf8')
      .replaceAll('<br></br>', '\n');
    expect(Buffer.from(pdf).toString('latin1', 0, 8)).toBe('%PDF-1.4');
    for (const { value, code } of observationsOf(made)) {
      const escaped = value.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      expect(narrative).toContain(escaped === '' ? '<td></td>' : `>${escaped}<`);
      expect(narrative).toContain(`>${code.label}<`);
    }
  });
});

describe('The header', () => {
  it.each`
    timeZone             | createdAt                | observed
    ${undefined}         | ${'20260702003000+0200'} | ${'20261120094000+0100'}
    ${'Indian/Reunion'}  | ${'20260702023000+0400'} | ${'20261120094000+0400'}
    ${'America/Cayenne'} | ${'20260701193000-0300'} | ${'20261120094000-0300'}
  `('tells time in $timeZone', ({ timeZone, createdAt, observed }) => {
    const laboratory = { ...testLaboratory, ...(timeZone && { timeZone }) };
    const made = report()
      .withObservations(observation('X', { observedAt: '2026-11-20T09:40:00' }))
      .build();
    const { header, chapters } = toCrBio(made, laboratory, options);
    const [group] = chapters[0].groups;

    expect(header.effectiveTime).toBe(createdAt);
    expect(group?.kind === 'battery' && group.observations[0]?.effectiveTime).toBe(observed);
  });

  it('says what the laboratory knows of a biologist that a message names by number only', () => {
    const named = { nationalId: testBiologist.nationalId!, family: 'T', telecoms: [] };
    const { header } = toCrBio(
      report()
        .with({ validations: [{ biologist: named, at: '2026-11-20' }] })
        .build(),
      testLaboratory,
      options,
    );

    expect(header.legalAuthenticator.person?.family).toBe('TESTBIO');
    expect(header.legalAuthenticator.code?.code).toBe('G15_10/SM03');
  });

  it('names a recipient once, with every way to reach them', () => {
    const prescriber = { nationalId: '899700000029', family: 'T', telecoms: [{ value: 'tel:0100000001' }] };
    const copies = [{ ...prescriber, telecoms: [], mssAddress: 't@medecin.mssante.example' }];
    const { informationRecipients } = toCrBio(report().with({ prescriber, copies }).build(), testLaboratory, options).header;

    expect(informationRecipients.map(({ typeCode, telecoms }) => [typeCode, telecoms])).toEqual([
      ['PRCP', [{ value: 'tel:0100000001' }, { value: 'mailto:t@medecin.mssante.example' }]],
    ]);
  });

  it('is signed by the director only where the laboratory allows it', () => {
    const made = report()
      .with({ validations: [{ biologist: { family: 'INTERNE', telecoms: [] }, at: '2026-11-20' }] })
      .build();

    expect(toCrBio(made, testLaboratory, options).header.legalAuthenticator.person?.family).toBe('TESTBIO');
    expect(() => toCrBio(made, { ...testLaboratory, defaultBiologist: false }, options)).toThrow(/no-signatory/);
  });

  it('has one act per chapter, the first with its performer and its period', () => {
    const made = report().withChapters(
      { code: '18723-7', batteries: [battery('A', [observation('A')])] },
      { code: '18719-5', batteries: [battery('B', [observation('B')])] },
    );
    const { serviceEvents } = toCrBio(made.build(), testLaboratory, options).header;

    expect(serviceEvents.map(({ code }) => code?.code)).toEqual(['18723-7', '18719-5']);
    expect(serviceEvents[0].time).toEqual({ low: '20261120092200+0100', high: '20261120160000+0100' });
    expect(serviceEvents[1]).not.toHaveProperty('performer');
  });

  it.each`
    lines                             | parts
    ${['12 BIS RUE DES ESSAIS']}      | ${{ houseNumber: '12 BIS', streetName: 'RUE DES ESSAIS' }}
    ${['12, rue A']}                  | ${{ houseNumber: '12', streetName: 'rue A' }}
    ${['BAT B', '3 RUE X', 'LIEU Y']} | ${{ houseNumber: '3', streetName: 'RUE X', additionalLocator: 'BAT B, LIEU Y' }}
    ${['LIEU-DIT LE TEST']}           | ${{ streetName: 'LIEU-DIT LE TEST' }}
  `('names the parts of $lines', ({ lines, parts }: { lines: string[]; parts: object }) => {
    const made = report()
      .with({ identity: { ...testIdentity, addresses: [{ lines }] } })
      .build();

    expect(toCrBio(made, testLaboratory, options).header.patient.addresses).toEqual([parts]);
  });

  it.each`
    what                    | made                                                                                     | reason
    ${'results'}            | ${report().withChapters()}                                                               | ${'no-results'}
    ${'a known chapter'}    | ${report().withChapters({ code: '1-8', batteries: [battery('A', [observation('A')])] })} | ${'unknown-chapter'}
    ${'any identifier'}     | ${report().with({ identity: { ...testIdentity, status: 'validee', localIds: [] } })}     | ${'no-patient-identifier'}
    ${'a birth date'} | ${report()
      .unqualified()
      .with({ identity: { ...testIdentity, status: 'validee', traits: { ...testIdentity.traits, birthDate: '' } } })} | ${'no-birth-date'}
    ${'a time that is one'} | ${report().with({ releasedAt: '20/11/2026' })}                                           | ${'malformed-time'}
  `('cannot be made without $what', ({ made, reason }: { made: ReturnType<typeof report>; reason: string }) => {
    const make = () => toCrBio(made.build(), testLaboratory, options);

    expect(make).toThrow(UnassemblableReport);
    expect(make).toThrow(reason);
  });
});

describe('toPdfCopy', () => {
  it('is what the document carries, unless other bytes are given', () => {
    const made = report().build();
    const pdf = Buffer.from('%PDF-other');

    expect(toCrBio(made, testLaboratory, options).pdf).toEqual(toPdfCopy(made, testLaboratory, { ...created, ...printing }));
    expect(toCrBio(made, testLaboratory, { ...options, pdf }).pdf).toBe(pdf);
  });
});

describe('toDeliverySheet', () => {
  const sheet = (made: ReturnType<typeof report>) => toDeliverySheet(made.build(), '2.25.2');
  const wishes = report().build().delivery;

  it('names the prescriber, those in copy once, and the patient of a qualified identity', () => {
    const copy = { nationalId: '899700000045', family: 'C', telecoms: [], mssAddress: 'c@medecin.mssante.example' };
    const { recipients, qualifiedIns } = sheet(report().with({ copies: [copy, copy] }));

    expect(recipients).toEqual([
      { role: 'prescriber', nationalId: '899700000029', mssAddress: 'louis.testpresc@medecin.mssante.example' },
      { role: 'correspondent', nationalId: '899700000045', mssAddress: 'c@medecin.mssante.example' },
      { role: 'patient', mssAddress: `${TEST_MATRICULE}@patient.mssante.fr` },
    ]);
    expect(qualifiedIns).toEqual(testIdentity.insMatricule);
  });

  it.each`
    what                               | made                                                                   | roles
    ${'unqualified'}                   | ${report().unqualified()}                                              | ${['prescriber']}
    ${'the patient wants none'}        | ${report().with({ delivery: { ...wishes, patient: false } })}          | ${['prescriber']}
    ${'hidden until it is announced'}  | ${report().with({ delivery: { ...wishes, hiddenFromPatient: true } })} | ${['prescriber']}
    ${'nothing for the professionals'} | ${report().with({ delivery: { ...wishes, professionals: false } })}    | ${['patient']}
  `('$what', ({ made, roles }: { made: ReturnType<typeof report>; roles: string[] }) => {
    expect(sheet(made).recipients.map(({ role }) => role)).toEqual(roles);
  });
});
