import { observationsOf, isolatesOf } from '@segur/laboratory';
import { bareObservation, battery, report, richReports } from '@segur/testing';
import { arbitraryReport } from '@segur/testing/arbitrary-report';
import fc from 'fast-check';
import { toKnownIdentifier } from './code-systems.js';
import { ReadDocument } from '../test/read-document.js';

const culture = new ReadDocument(richReports['microbiology, two isolates']!);
const namesOf = (document: ReadDocument, references: unknown) =>
  document.follow(references).map(({ code }) => (code as { text: string }).text);

describe('A battery', () => {
  it('holds its results, the batteries inside it, and its germs', () => {
    expect(namesOf(culture, culture.result('Examen ECBU')['hasMember'])).toEqual(['Analyse ASP', 'Examen MIC', 'Germe isolé']);
    expect(namesOf(culture, culture.result('Examen MIC')['hasMember'])).toEqual(['Analyse LEU', 'Analyse HEM']);
    expect(culture.result('Examen MIC')).toMatchObject({
      method: { coding: [{ code: '107', system: 'urn:oid:2.16.840.1.113883.5.84' }] },
      note: [{ text: 'Lecture à l’état frais' }],
    });
  });

  it.each`
    statuses                      | report       | expected
    ${['final', 'final']}         | ${'final'}   | ${'final'}
    ${['final', 'corrected']}     | ${'final'}   | ${'amended'}
    ${['final', 'preliminary']}   | ${'partial'} | ${'preliminary'}
    ${['final', 'final']}         | ${'partial'} | ${'preliminary'}
    ${['cancelled', 'cancelled']} | ${'final'}   | ${'cancelled'}
    ${['cancelled', 'final']}     | ${'final'}   | ${'final'}
  `('with $statuses in a $report report is $expected', ({ statuses, report: status, expected }) => {
    const results = (statuses as ('final' | 'corrected')[]).map((one, index) =>
      bareObservation(`R${index}`, { kind: 'text', text: 'x' }, { status: one }),
    );
    const made = report()
      .withChapters({ code: '18719-5', batteries: [battery('B', results)] })
      .with({ status: status as 'final' | 'partial' });

    expect(new ReadDocument(made.build()).result('Examen B')['status']).toBe(expected);
  });
});

describe('A germ', () => {
  const [coli, faecalis] = culture.all('Observation').filter(({ code }) => (code as { text: string }).text === 'Germe isolé');

  it('is an organism, with its count and its antibiogram', () => {
    expect(coli).toMatchObject({
      code: { coding: [{ system: 'http://loinc.org', code: '11475-1' }] },
      valueCodeableConcept: {
        coding: [
          { system: 'http://snomed.info/sct', code: '112283007' },
          { system: 'urn:oid:2.16.840.1.113883.3.9471', code: '562' },
        ],
        text: 'Escherichia coli',
      },
      effectiveDateTime: '2026-11-20T14:30:00+01:00',
      note: [{ text: 'Souche productrice de pénicillinase' }],
    });
    expect(namesOf(culture, coli!['hasMember'])).toEqual(['Numération E. coli', 'Antibiogramme']);
    expect(faecalis).toMatchObject({ valueCodeableConcept: { text: 'Enterococcus faecalis' } });
  });

  it('is grown as a strain from the specimen that was taken', () => {
    const [antibiogram] = culture.follow(coli!['hasMember']).slice(1);
    const [strain] = culture.follow(antibiogram!['specimen']);

    expect(culture.follow(coli!['specimen'])).toMatchObject([{ type: { coding: [{ code: 'UR' }] } }]);
    expect(strain).toMatchObject({ type: { coding: [{ code: 'ISLT' }] } });
    expect(culture.follow(strain!['parent'])).toEqual(culture.follow(coli!['specimen']));
  });

  it.each`
    antibiotic          | interpretation | value
    ${'Amoxicilline'}   | ${'R'}         | ${{ value: 32, comparator: '>', code: 'mg/L' }}
    ${'Fosfomycine'}    | ${'S'}         | ${{ value: 0.5, code: 'mg/L' }}
    ${'Ciprofloxacine'} | ${'I'}         | ${undefined}
    ${'Vancomycine'}    | ${'S'}         | ${undefined}
  `('is $interpretation to $antibiotic', ({ antibiotic, interpretation, value }) => {
    const said = culture.result(antibiotic as string);

    expect(said['interpretation']).toMatchObject([{ coding: [{ code: interpretation as string }] }]);
    if (value) expect(said['valueQuantity']).toMatchObject(value as object);
    else expect(said).toMatchObject({ dataAbsentReason: { coding: [{ code: 'unknown' }] } });
  });
});

describe('Every result and every germ', () => {
  it('is there once, and is reached from its section by the batteries that hold it', () => {
    fc.assert(
      fc.property(arbitraryReport(), (made) => {
        const document = new ReadDocument(made);
        const held = (references: unknown): readonly unknown[] =>
          document.follow(references ?? []).flatMap((one) => [one, ...held(one['hasMember'])]);
        const members = held(document.one('DiagnosticReport')['result']);
        const numbers = members.flatMap((one) =>
          ((one as { identifier?: { value: string }[] }).identifier ?? []).map(({ value }) => value),
        );
        const expected = [...observationsOf(made), ...isolatesOf(made.chapters)].map((one) =>
          one.identifier
            ? toKnownIdentifier(one.identifier).value
            : `${made.fillerNumber}-${'isolateId' in one ? one.isolateId : one.observationId}`,
        );

        expect(new Set(members).size).toBe(members.length);
        expect(expected.filter((number) => !numbers.includes(number))).toEqual([]);
      }),
    );
  });
});
