import { writeFhirJson, type DocumentBundle } from '@segur/fhir';
import { INS_AUTHORITIES, isQualified, qualify, type Identity } from '@segur/identity';
import { observationsOf, type Report } from '@segur/laboratory';
import { UnassemblableReport } from '@segur/laboratory-to-cda';
import {
  observation,
  report,
  richReports,
  TEST_MATRICULE,
  testBiologist,
  testIdentity,
  testLaboratory,
  testPrescriber,
} from '@segur/testing';
import { arbitraryReport } from '@segur/testing/arbitrary-report';
import fc from 'fast-check';
import { toFhirDocument } from './to-fhir-document.js';
import { variedReports } from '../test/varied-reports.js';

const options = { createdAt: new Date('2026-11-20T15:01:00Z') };
const documentOf = (made: Report) => toFhirDocument(made, testLaboratory, options);
const bytesOf = (made: Report) => Buffer.from(writeFhirJson(documentOf(made))).toString('utf8');
type Read = { resourceType: string; [field: string]: unknown };
const resourcesOf = (made: Report, type: string) =>
  (JSON.parse(bytesOf(made)) as { entry: { resource: Read }[] }).entry
    .map(({ resource }) => resource)
    .filter(({ resourceType }) => resourceType === type);
const patientOf = (change: Partial<Identity>) =>
  resourcesOf(
    report()
      .with({ identity: { ...testIdentity, ...change } })
      .build(),
    'Patient',
  )[0]!;

describe('The matricule', () => {
  it('leaves with a qualified identity, under its authority', () => {
    expect(patientOf({})['identifier']).toMatchObject([
      {
        use: 'official',
        type: { coding: [{ code: 'INS-NIR-TEST' }] },
        system: `urn:oid:${INS_AUTHORITIES.test}`,
        value: TEST_MATRICULE,
      },
      { use: 'usual', system: 'urn:oid:1.2.250.1.999.1.9', value: 'IPP-0001' },
    ]);
  });

  it('stands nowhere in the bytes of any other identity, wherever a sender put it', () => {
    const spelled = fc.constantFrom(
      TEST_MATRICULE,
      TEST_MATRICULE.slice(0, 13),
      '2 79 03 51 215 189 89',
      '2.79.03.51.215.189',
      '2\u00a079\u00a003\u00a051\u00a0215\u00a0189\n89',
    );
    const places: Readonly<Record<string, (made: Report, text: string) => Report>> = {
      localId: (made, extension) => withIdentity(made, { localIds: [{ root: '1.2.3', extension }] }),
      insAsLocalId: (made, extension) => withIdentity(made, { localIds: [{ root: INS_AUTHORITIES.nir, extension }] }),
      mailbox: (made, text) =>
        withIdentity(made, { telecoms: [{ value: `mailto:${text.replace(/\s/g, '')}@patient.mssante.fr` }] }),
      address: (made, text) => withIdentity(made, { addresses: [{ lines: [`NIR ${text}`] }] }),
      name: (made, text) => withIdentity(made, { traits: { ...made.identity.traits, birthName: text } }),
      guardian: (made, text) =>
        withIdentity(made, {
          guardians: [{ name: text, kind: 'organization', addresses: [], telecoms: [{ value: `tel:${text}` }] }],
        }),
      relative: (made, text) => ({ ...made, relatives: [{ role: 'CON', family: text, telecoms: [] }] }),
      information: (made, text) => ({ ...made, clinicalInformation: `Matricule ${text}`, remarks: [{ title: text, text }] }),
      vaccination: (made, text) => ({ ...made, vaccinations: [{ label: text, done: true }] }),
      filler: (made, text) => ({ ...made, fillerIdentifier: { root: '1.2.3', extension: text } }),
      encounter: (made, text) => ({ ...made, encounter: { kind: 'AMB', id: text } }),
      facility: (made, text) => ({ ...made, facility: { name: text, telecoms: [] } }),
      attached: (made, text) => ({ ...made, secondIntention: [{ attachmentId: 'A', title: text, data: '' }] }),
      printed: (made, text) => ({
        ...made,
        printedCopy: { attachmentId: 'P', title: text, data: Buffer.from(text).toString('base64') },
      }),
      comment: (made, text) => ({ ...made, comments: [`Matricule : ${text}.`] }),
      number: (made, text) => ({ ...made, fillerNumber: text }),
      specimen: (made, text) => ({ ...made, specimens: made.specimens.map((one) => ({ ...one, accession: text, label: text })) }),
      result: (made, text) => ({
        ...made,
        chapters: report()
          .withObservations(observation(text, { value: { kind: 'text', text } }))
          .build().chapters,
      }),
      number2: (made, text) => ({
        ...made,
        chapters: report()
          .withObservations(observation('X', { value: { kind: 'numeric', text, value: text } }))
          .build().chapters,
      }),
    };
    const held = fc.record({
      status: fc.constantFrom<Identity['status']>('provisoire', 'recuperee', 'validee'),
      insMatricule: fc.constantFrom(
        { value: TEST_MATRICULE, oid: INS_AUTHORITIES.nir },
        { value: TEST_MATRICULE.slice(0, 13), oid: '1.2' },
      ),
    });
    fc.assert(
      fc.property(arbitraryReport(), held, spelled, fc.constantFrom(...Object.keys(places)), (base, change, text, place) => {
        const made = places[place]!(withIdentity(base, change), text);

        expect(isQualified(qualify(made.identity))).toBe(false);
        expect(bytesOf(made).replaceAll(/\\n|[^0-9A-Za-z]/g, '')).not.toContain(TEST_MATRICULE.slice(0, 13));
      }),
      { numRuns: 200 },
    );
  });

  it('that is malformed is held back with a qualified status too', () => {
    const wrong = { value: '279035121518988', oid: INS_AUTHORITIES.nir };

    expect(JSON.stringify(patientOf({ insMatricule: wrong }))).not.toContain('2790351215189');
  });
});

describe('The document', () => {
  it('has its title page first, one entry per resource, and no reference that leads nowhere, whatever the report', () => {
    fc.assert(
      fc.property(arbitraryReport(), (made) => {
        const document = documentOf(made);
        const urls = document.entry.map(({ fullUrl }) => fullUrl);
        const referred = [...bytesOf(made).matchAll(/"reference":"([^"]+)"/g)].map(([, url]) => url);

        expect(unreachable(document)).toEqual([]);
        expect(document.entry[0].resource.resourceType).toBe('Composition');
        expect(new Set(urls).size).toBe(urls.length);
        expect(referred.filter((url) => !urls.includes(url!))).toEqual([]);
      }),
    );
  });

  it('is the same for the same report, and keeps its numbers from one revision to the next', () => {
    const [first, second] = [report().build(), report().with({ revision: 2 }).build()].map(documentOf) as [
      DocumentBundle,
      DocumentBundle,
    ];

    expect(bytesOf(report().build())).toBe(bytesOf(report().build()));
    expect(second.entry.map(({ fullUrl }) => fullUrl)).toEqual(first.entry.map(({ fullUrl }) => fullUrl));
    expect(second.identifier).not.toEqual(first.identifier);
    expect(second.entry[0].resource.identifier.value).toBe(`urn:uuid:${report().build().reportSetId}`);
  });

  it('names the document that it replaces', () => {
    const first = documentOf(report().build());
    const [{ resource }] = toFhirDocument(report().with({ revision: 2 }).build(), testLaboratory, {
      ...options,
      replaces: 1,
    }).entry;

    expect(resource).toMatchObject({ status: 'amended', relatesTo: [{ code: 'replaces', targetIdentifier: first.identifier }] });
  });

  it.each`
    what                   | change                                                                       | composition      | diagnostic
    ${'final'}             | ${{}}                                                                        | ${'final'}       | ${'final'}
    ${'partial'}           | ${{ status: 'partial' }}                                                     | ${'preliminary'} | ${'preliminary'}
    ${'a later revision'}  | ${{ revision: 2 }}                                                           | ${'amended'}     | ${'amended'}
    ${'with a correction'} | ${{ revision: 2, chapters: variedReports['every kind of value']!.chapters }} | ${'amended'}     | ${'corrected'}
  `('says that it is $what', ({ change, composition, diagnostic }) => {
    const made = report()
      .with(change as Partial<Report>)
      .build();

    expect(resourcesOf(made, 'Composition')[0]!['status']).toBe(composition);
    expect(resourcesOf(made, 'DiagnosticReport')[0]!['status']).toBe(diagnostic);
  });

  it.each(Object.entries({ ...variedReports, ...richReports }))(
    'shows every result as it was printed, in narrative and in data: %s',
    (_, made) => {
      const sections = JSON.stringify(resourcesOf(made, 'Composition')[0]!['section'] ?? []);
      const data = JSON.stringify(resourcesOf(made, 'Observation'));
      for (const { value, code, comments } of observationsOf(made)) {
        const xhtml = (text: string) =>
          JSON.stringify(
            text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br></br>'),
          ).slice(1, -1);
        for (const text of [value.text, code.label, ...comments].filter((any) => any.trim() !== '')) {
          expect(sections).toContain(xhtml(text));
          expect(data).toContain(JSON.stringify(text));
        }
      }
    },
  );

  it.each`
    what                    | made                                                                                          | reason
    ${'a known chapter'}    | ${report().withChapters({ code: '1-8', batteries: report().build().chapters[0]!.batteries })} | ${'unknown-chapter'}
    ${'a time that is one'} | ${report().with({ releasedAt: '20/11/2026' })}                                                | ${'malformed-time'}
  `('cannot be made without $what', ({ made, reason }: { made: ReturnType<typeof report>; reason: string }) => {
    expect(() => documentOf(made.build())).toThrow(UnassemblableReport);
    expect(() => documentOf(made.build())).toThrow(reason);
  });
});

describe('An analysis', () => {
  const codings = (change: object) => {
    const [, result] = resourcesOf(report().withObservations(observation('A  1', change)).build(), 'Observation');
    return (result!['code'] as { coding: unknown }).coding;
  };
  const local = { code: 'A 1', display: 'Analyse A  1' };
  const own = { ...local, system: 'urn:oid:1.2.250.1.999.2' };
  const sentLoinc = { code: '9999-9', label: 'sent' };

  it.each`
    what                            | change                                                                                       | expected
    ${'with its LOINC'}             | ${{}}                                                                                        | ${[{ system: 'http://loinc.org', code: '40193-5', display: 'Glucose à jeun [Moles/Volume] Sérum/Plasma ; Numérique' }, own]}
    ${'with a LOINC that was sent'} | ${{ loinc: undefined, sentLoinc }}                                                           | ${[own]}
    ${'of another code system'}     | ${{ loinc: undefined, code: { localCode: 'A  1', label: 'Analyse A  1', system: '1.2.3' } }} | ${[{ ...local, system: 'urn:oid:1.2.3' }]}
    ${'of a system without OID'}    | ${{ loinc: undefined, code: { localCode: 'A  1', label: 'Analyse A  1', system: 'L' } }}     | ${[own]}
  `('$what has its codes', ({ change, expected }) => expect(codings(change as object)).toEqual(expected));
});

describe('People', () => {
  it('stand once, with all that any place says of them', () => {
    const named = { nationalId: testBiologist.nationalId!, family: '', telecoms: [{ value: 'tel:0199' }] };
    const made = report()
      .with({ validations: [{ biologist: named, at: '2026-11-20' }], copies: [testPrescriber] })
      .build();
    const practitioners = resourcesOf(made, 'Practitioner');

    expect(practitioners.map(({ name }) => name)).toMatchObject([
      [{ family: 'TESTBIO', prefix: ['MME'] }],
      [{ family: 'TESTPRESC' }],
    ]);
    expect(practitioners[0]!['telecom']).toMatchObject([{ value: '0199' }, { value: '0100000011' }]);
    expect(resourcesOf(made, 'Composition')[0]!['attester']).toMatchObject([{ mode: 'professional' }, { mode: 'legal' }]);
  });

  it('of the laboratory are signed for by the director where nobody has a national number', () => {
    const made = report()
      .with({ validations: [{ biologist: { family: 'INTERNE', telecoms: [] }, at: '2026-11-20' }] })
      .build();

    expect(resourcesOf(made, 'Practitioner').map(({ name }) => name)).toMatchObject([
      [{ family: 'INTERNE' }],
      [{ family: 'TESTBIO' }],
      [{ family: 'TESTPRESC' }],
    ]);
    expect(() => toFhirDocument(made, { ...testLaboratory, defaultBiologist: false }, options)).toThrow('no-signatory');
  });
});

describe('Two people', () => {
  const at = '2026-11-20';
  const named = (family: string, change: object = {}) => ({
    biologist: { nationalId: '899700000037', family, given: 'MARC', telecoms: [], ...change },
    at,
  });

  it.each`
    what                                     | second                                         | families
    ${'under one number and other names'}    | ${named('AUTRE', { given: 'PAUL' })}           | ${['TESTBIS', 'AUTRE']}
    ${'that are one, by a part of the name'} | ${named('TESTBIS-LONG')}                       | ${['TESTBIS']}
    ${'that are one, named once'}            | ${named('')}                                   | ${['TESTBIS']}
    ${'without number'}                      | ${named('TESTBIS', { nationalId: undefined })} | ${['TESTBIS', 'TESTBIS']}
  `('$what are $families', ({ second, families }) => {
    const made = report()
      .with({ validations: [named('TESTBIS'), second as Report['validations'][0]] })
      .build();
    const said = resourcesOf(made, 'Practitioner').map(({ name }) => (name as { family: string }[])[0]!.family);

    expect(said.filter((family) => family !== 'TESTPRESC')).toEqual(families);
  });

  it('without any name are the mailboxes of two structures', () => {
    const copy = (name: string) => ({
      family: '',
      telecoms: [],
      mssAddress: `${name}@x.example`,
      organization: { name, telecoms: [] },
    });
    const made = report()
      .with({ copies: [copy('UN'), copy('DEUX'), copy('UN')] })
      .build();

    expect(resourcesOf(made, 'Organization').map(({ name }) => name)).toEqual(['LABORATOIRE DE TEST', 'UN', 'DEUX']);
    expect((resourcesOf(made, 'Composition')[0]!['extension'] as unknown[]).length).toBe(3);
  });

  it('work where they are said to work, and those who validate in the laboratory', () => {
    const hospital = { nationalId: '1990000003', name: 'HOPITAL', telecoms: [{ value: 'tel:01', use: 'H' as const }] };
    const made = report()
      .with({ prescriber: { ...testPrescriber, organization: hospital } })
      .build();

    expect(resourcesOf(made, 'Organization')[1]).toMatchObject({
      identifier: [{ value: '1990000003' }],
      telecom: [{ system: 'phone', value: '01' }],
    });
    expect(resourcesOf(made, 'PractitionerRole').map((role) => 'organization' in role)).toEqual([true, true]);
  });
});

describe('The patient', () => {
  it.each`
    came          | birthDate       | shadow
    ${'19790328'} | ${'1979-03-28'} | ${undefined}
    ${'19790300'} | ${'1979-03'}    | ${'19790300'}
    ${'19790231'} | ${'1979-02'}    | ${'19790231'}
    ${'19790000'} | ${'1979'}       | ${'19790000'}
    ${'197903'}   | ${'1979-03'}    | ${undefined}
    ${'1950'}     | ${'1950'}       | ${undefined}
    ${''}         | ${undefined}    | ${'unknown'}
    ${'00000000'} | ${undefined}    | ${'unknown'}
  `('born $came', ({ came, birthDate, shadow }) => {
    const patient = patientOf({ traits: { ...testIdentity.traits, birthDate: came as string } });
    const [extension] =
      (patient['_birthDate'] as { extension: { valueString?: string; valueCode?: string }[] } | undefined)?.extension ?? [];

    expect(patient['birthDate']).toBe(birthDate);
    expect(extension?.valueString ?? extension?.valueCode).toBe(shadow);
  });

  it('has the names of birth, and those in use', () => {
    expect(patientOf({})['name']).toMatchObject([
      { use: 'official', family: 'PATIENT-TEST', given: ['CAMILLE'], extension: [{ valueString: 'CAMILLE ANNE' }] },
      { use: 'usual', family: 'ESSAI', given: ['CAMILLE'] },
    ]);
  });
});

function withIdentity(made: Report, change: Partial<Identity>): Report {
  return { ...made, identity: { ...made.identity, ...change } };
}

/** Kinds of the entries that no chain of references links with the title page, in either direction. */
function unreachable({ entry }: DocumentBundle): readonly string[] {
  const links = new Map(
    entry.map(({ fullUrl, resource }) => [
      fullUrl,
      [...JSON.stringify(resource).matchAll(/"reference":"([^"]+)"/g)].map(([, url = '']) => url),
    ]),
  );
  for (const [from, targets] of [...links]) for (const to of targets) links.get(to)?.push(from);
  const reached = new Set<string>();
  const waiting = [entry[0].fullUrl];
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (reached.has(url)) continue;
    reached.add(url);
    waiting.push(...(links.get(url) ?? []));
  }
  return entry.filter(({ fullUrl }) => !reached.has(fullUrl)).map(({ resource }) => resource.resourceType);
}
