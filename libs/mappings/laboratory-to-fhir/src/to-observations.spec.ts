import { observation, report, richReports, testBiologist } from '@segur/testing';
import { ReadDocument } from '../test/read-document.js';

const glucose = new ReadDocument(richReports['glucose in two units, other ranges, priors']!);
const screening = new ReadDocument(richReports['HPV screening']!);
const elsewhere = new ReadDocument(richReports['examinations of two other laboratories']!);
const of = (change: object) => new ReadDocument(report().withObservations(observation('GLY', change)).build());
const SEQUEL = 'http://hl7.org/fhir/StructureDefinition/observation-sequelTo';
const sequelOf = (document: ReadDocument, text: string) => {
  const extensions = document.result(text)['extension'] as { url: string; valueReference: unknown }[];
  return document.follow(extensions.filter(({ url }) => url === SEQUEL).map(({ valueReference }) => valueReference));
};

describe('A result', () => {
  it('says its value in another unit beside it, derived from it, without its LOINC', () => {
    const [panel] = glucose.all('Observation');
    const [primary, other] = glucose.follow(panel!['hasMember']);

    expect(primary).toMatchObject({ valueQuantity: { value: 4.89, code: 'mmol/L' }, status: 'corrected' });
    expect(other).toMatchObject({
      valueQuantity: { value: 0.88, code: 'g/L' },
      status: 'corrected',
      code: { coding: [{ code: 'GLY' }] },
      referenceRange: [{ low: { value: 0.7, code: 'g/L' }, high: { value: 1.08 }, text: '0,70 - 1,08' }],
    });
    expect(glucose.follow(other!['derivedFrom'])).toEqual([primary]);
  });

  it('says the intervals of other people after the patient’s own', () => {
    expect(glucose.result('Analyse GLY')['referenceRange']).toMatchObject([
      { low: { value: 3.89 }, high: { value: 6 }, text: '3,89 - 6,00' },
      { age: { high: { value: 28, code: 'd' } }, text: '2,8 - 4,4' },
      {
        high: { value: 5.1 },
        appliesTo: [{ coding: [{ code: 'female' }], text: 'Femme' }, { text: 'Femme enceinte' }],
        age: { low: { value: 18, code: 'a' } },
      },
    ]);
  });

  it('follows its earlier values, which are final and have a time of their own', () => {
    expect(sequelOf(glucose, 'Analyse GLY')).toMatchObject([
      { status: 'final', effectiveDateTime: '2026-01-05T08:00:00+01:00', valueQuantity: { value: 5.1, code: 'mmol/L' } },
    ]);
    expect(sequelOf(screening, 'Recherche HPV haut risque')).toMatchObject([
      { effectiveDateTime: '2023-12-04T15:50:00+01:00', valueCodeableConcept: { coding: [{ code: '77851000146104' }] } },
      { effectiveDateTime: '2020-01', valueString: 'non interprétable', code: { coding: [{ code: '77379-6' }, { code: 'HPV' }] } },
    ]);
  });

  it('keeps an earlier value in other units too', () => {
    const numeric = { kind: 'numeric', text: '5,1', value: '5.1' };
    const unit = { raw: 'g/L', ucum: 'g/L' };
    const document = of({ priors: [{ observedAt: '2025', value: numeric, otherUnits: [{ value: numeric, unit }] }] });
    const [earlier, converted] = sequelOf(document, 'Analyse GLY');

    expect(converted).toMatchObject({ valueQuantity: { value: 5.1, code: 'g/L' }, effectiveDateTime: '2025' });
    expect(document.follow(converted!['derivedFrom'])).toEqual([earlier]);
  });

  it('names its method, its kit and its medium', () => {
    const hpv = screening.result('Recherche HPV haut risque');

    expect(hpv['method']).toEqual({ coding: [expect.objectContaining({ code: 'PCR' })], text: 'PCR' });
    expect(screening.follow(hpv['device'])).toMatchObject([{ resourceType: 'Device', type: { coding: [{ code: '24-1' }] } }]);
    expect(hpv['extension']).toContainEqual({
      url: 'http://hl7.org/fhir/StructureDefinition/observation-deviceCode',
      valueCodeableConcept: {
        coding: [expect.objectContaining({ code: 'GEN-303' })],
        text: 'Hologic ThinPrep PreservCyt',
      },
    });
  });

  it.each(['final', 'corrected', 'preliminary', 'cancelled'] as const)('is %s', (status) => {
    expect(of({ status }).result('Analyse GLY')['status']).toBe(status);
  });

  it.each`
    what                 | change                                                             | issued
    ${'with the report'} | ${{}}                                                              | ${'2026-11-20T15:20:00+01:00'}
    ${'by itself'}       | ${{ validatedBy: testBiologist, validatedAt: '2026-11-20T13:00' }} | ${'2026-11-20T13:00:00+01:00'}
    ${'not yet'}         | ${{ status: 'preliminary' }}                                       | ${undefined}
    ${'some day'}        | ${{ validatedBy: testBiologist, validatedAt: '2026-11-20' }}       | ${undefined}
  `('is issued when it was validated: $what', ({ change, issued }) => {
    expect(of(change as object).result('Analyse GLY')['issued']).toBe(issued);
  });

  it.each`
    what                                            | text                    | performers
    ${'by a laboratory of which the name is known'} | ${'Analyse A'}          | ${['TESTBIO', 'LABORATOIRE VOISIN']}
    ${'by another laboratory, as a battery'}        | ${'Analyse B1'}         | ${['TESTPATHO', 'LABORATOIRE SPECIALISE']}
    ${'by another laboratory, as a chapter'}        | ${'Examen cytologique'} | ${['TESTPATHO', 'LABORATOIRE SPECIALISE']}
  `('was done $what', ({ text, performers }) => {
    const said = elsewhere.deep(elsewhere.result(text as string)['performer'], 2) as {
      name?: string;
      practitioner?: { name: { family: string }[] };
    }[];

    expect(said.map(({ name, practitioner }) => name ?? practitioner?.name[0]?.family)).toEqual(performers);
  });

  it('was done elsewhere at a time that a Provenance says', () => {
    expect(elsewhere.all('Provenance').map((one) => elsewhere.deep(one))).toMatchObject([
      {
        occurredDateTime: '2026-11-20T14:00:00+01:00',
        target: [{ code: { text: 'Examen B' } }, { code: { text: 'Examen C' } }],
        agent: [{ who: { organization: { name: 'LABORATOIRE SPECIALISE' } }, onBehalfOf: { name: 'LABORATOIRE SPECIALISE' } }],
      },
    ]);
  });

  it.each`
    code                                                                     | coding
    ${{ localCode: '40193-5', label: 'L', system: '2.16.840.1.113883.6.1' }} | ${['40193-5']}
    ${{ localCode: 'GLY', label: 'L' }}                                      | ${['40193-5', 'GLY']}
  `('under $code has no LOINC twice', ({ code, coding }) => {
    const said = of({ code }).result('L')['code'] as { coding: { code: string }[] };

    expect(said.coding.map((one) => one.code)).toEqual(coding);
  });

  it.each`
    identifier                                          | expected
    ${{ root: '1.2.3', extension: 'X' }}                | ${{ system: 'urn:oid:1.2.3', value: 'X' }}
    ${{ root: '1.2.3' }}                                | ${{ system: 'urn:ietf:rfc:3986', value: 'urn:oid:1.2.3' }}
    ${{ root: '1D2C7E5A-9A51-4A0C-8E0B-0F5C9E2A7B11' }} | ${{ system: 'urn:ietf:rfc:3986', value: 'urn:uuid:1d2c7e5a-9a51-4a0c-8e0b-0f5c9e2a7b11' }}
    ${{ root: 'somewhere', extension: 'X' }}            | ${{ value: 'X', assigner: { display: 'somewhere' } }}
    ${undefined}                                        | ${{ system: 'urn:oid:1.2.250.1.999.1.4', value: 'DOS-2026-0001-obs-GLY' }}
  `('that a document published as $identifier keeps it', ({ identifier, expected }) => {
    expect(of(identifier ? { identifier } : {}).result('Analyse GLY')['identifier']).toEqual([expected]);
  });
});
