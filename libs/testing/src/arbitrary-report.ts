import type { Address, Identity, Telecom } from '@segur/identity';
import type {
  Battery,
  Coded,
  LocalCode,
  Observation,
  ObservationValue,
  Professional,
  Report,
  Specimen,
  StatedTime,
} from '@segur/laboratory';
import fc from 'fast-check';
import { TEST_MATRICULE } from './reports.js';

// Characters that no document may hold: XML 1.0, production 2, and FHIR's string.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Any text that a person may have printed: accents, markup, line breaks, emoji, nothing at all. */
export const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    'Négatif',
    'À contrôler\nsous huit jours',
    '< 5 & "plus"',
    ' 1 250,5 ',
    '\u202f',
    '🧪',
    '__proto__',
    '\\u0000',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }).filter((text) => !FORBIDDEN.test(text)),
);

/** A text that is not blank. */
export const arbitraryFilled: fc.Arbitrary<string> = arbitraryText.map((text) => (/\S/.test(text) ? text : `${text}x`));

/** A canonical decimal, digits kept. */
export const arbitraryDecimal: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('0', '1.50', '-0.0', '120', '0.000001', '4.89'),
  fc.stringMatching(/^-?(0|[1-9]\d{0,12})(\.\d{1,8})?$/),
);

/** A time as stated: any precision, with an offset, without, or in UTC. */
export const arbitraryTime: fc.Arbitrary<StatedTime> = fc
  .tuple(
    fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true }),
    fc.constantFrom(4, 7, 10, 13, 16, 19, 23),
    fc.constantFrom('', 'Z', '+01:00', '-04:00', '+05:30'),
  )
  .map(([date, length, offset]) => date.toISOString().slice(0, length) + (length > 10 ? offset : ''));

const oid = fc.constantFrom('1.2.250.1.213.1.1.4.5', '2.16.840.1.113883.6.96', '2.999.1', '1.2.250.1.999.1.9');
const telecom: fc.Arbitrary<Telecom> = record<Telecom>(
  { value: fc.constantFrom('tel:0102030405', 'fax:0102030406', 'mailto:a@example.org', 'http://example.org/x', 'mllp:host') },
  { use: fc.constantFrom('H', 'HP', 'HV', 'WP', 'DIR', 'PUB', 'EC', 'MC', 'PG') },
);
const address: fc.Arbitrary<Address> = record<Address>(
  { lines: some(arbitraryText, 3) },
  { postalCode: arbitraryText, city: arbitraryText, country: arbitraryText },
);
const coded: fc.Arbitrary<Coded> = record<Coded>({ code: arbitraryFilled, system: oid, label: arbitraryText });
const localCode: fc.Arbitrary<LocalCode> = record<LocalCode>(
  { localCode: arbitraryFilled, label: arbitraryText },
  { system: fc.oneof(oid, arbitraryFilled) },
);

const professional: fc.Arbitrary<Professional> = record<Professional>(
  { family: arbitraryText, telecoms: some(telecom, 2) },
  {
    nationalId: fc.constantFrom('899700000011', '899700000029', '0AB1234567', '3750000000/INT-1', '512345678900011/7'),
    localId: arbitraryFilled,
    given: arbitraryText,
    prefix: fc.constantFrom('M', 'MME'),
    suffix: fc.constantFrom('DR', 'MC', 'MG', 'PC', 'PG', 'PR'),
    specialty: coded,
    address,
    mssAddress: fc.constant('a.b@medecin.mssante.example'),
  },
);

/** Any patient: every status, with or without a matricule that may leave. */
export const arbitraryIdentity: fc.Arbitrary<Identity> = record<Identity>(
  {
    status: fc.constantFrom('provisoire', 'recuperee', 'validee', 'qualifiee'),
    traits: record<Identity['traits']>(
      {
        birthName: arbitraryText,
        birthFirstName: arbitraryText,
        birthDate: fc.constantFrom('19790328', '19790300', '197902', '1950', '', '19790231', '00000000'),
        sex: fc.constantFrom('M', 'F', 'U'),
      },
      {
        birthGivenNames: arbitraryText,
        usedName: arbitraryText,
        usedFirstName: arbitraryText,
        birthPlaceInsee: fc.constantFrom('51215', '2A004', '99109'),
        birthPlaceName: arbitraryText,
      },
    ),
    localIds: some(record<Identity['localIds'][number]>({ root: oid, extension: arbitraryFilled }), 2),
    addresses: some(address, 2),
    telecoms: some(telecom, 2),
  },
  {
    insMatricule: fc.constantFrom(
      { value: TEST_MATRICULE, oid: '1.2.250.1.213.1.4.10' },
      { value: TEST_MATRICULE, oid: '1.2.250.1.213.1.4.8' },
      { value: TEST_MATRICULE.slice(0, 13), oid: '1.2.250.1.213.1.4.8' },
    ),
  },
);

/** Any printed result, of every kind. */
export const arbitraryValue: fc.Arbitrary<ObservationValue> = fc.oneof(
  record<ObservationValue & { kind: 'numeric' }>({ kind: fc.constant('numeric'), text: arbitraryText, value: arbitraryDecimal }),
  record<ObservationValue & { kind: 'bounded' }>({
    kind: fc.constant('bounded'),
    text: arbitraryText,
    comparator: fc.constantFrom('<', '<=', '>', '>='),
    value: arbitraryDecimal,
  }),
  record<ObservationValue & { kind: 'interval' }>({
    kind: fc.constant('interval'),
    text: arbitraryText,
    low: arbitraryDecimal,
    high: arbitraryDecimal,
  }),
  record<ObservationValue & { kind: 'ratio' }>({
    kind: fc.constant('ratio'),
    text: arbitraryText,
    numerator: arbitraryDecimal,
    denominator: arbitraryDecimal,
  }),
  record<ObservationValue & { kind: 'coded' }>({ kind: fc.constant('coded'), text: arbitraryText }, { coded }),
  record<ObservationValue & { kind: 'text' }>({ kind: fc.constant('text'), text: arbitraryText }),
  record<ObservationValue & { kind: 'date' }>({ kind: fc.constant('date'), text: arbitraryText, value: arbitraryTime }),
  record<ObservationValue & { kind: 'absent' }>({ kind: fc.constant('absent'), text: arbitraryText }),
);

const specimenRef = fc.constantFrom('S1', 'S2');
const loinc = record<NonNullable<Observation['loinc']>>({
  code: fc.constantFrom('40193-5', '2345-7', '20-8'),
  label: arbitraryText,
});

const observation: fc.Arbitrary<Observation> = record<Observation>(
  {
    observationId: arbitraryFilled,
    code: localCode,
    value: arbitraryValue,
    interpretations: some(fc.constantFrom('N', 'H', 'LL', '<', 'POS', 'MAISON'), 2),
    status: fc.constantFrom('final', 'corrected', 'cancelled'),
    comments: some(arbitraryText, 2),
  },
  {
    sentLoinc: loinc,
    loinc,
    unit: record<NonNullable<Observation['unit']>>({ raw: arbitraryText }, { ucum: fc.constantFrom('mmol/L', '1', '10*9/L', '%') }),
    range: record<NonNullable<Observation['range']>>({ text: arbitraryText }, { low: arbitraryDecimal, high: arbitraryDecimal }),
    observedAt: arbitraryTime,
    method: arbitraryText,
    specimenId: specimenRef,
    validatedBy: professional,
  },
);

const battery: fc.Arbitrary<Battery> = record<Battery>(
  { batteryId: arbitraryFilled, code: localCode, observations: some(observation, 3), comments: some(arbitraryText, 2) },
  { specimenId: specimenRef },
);

const specimen = (specimenId: string): fc.Arbitrary<Specimen> =>
  record<Specimen>(
    { specimenId: fc.constant(specimenId), label: arbitraryText },
    {
      typeCode: fc.constantFrom('BLDV', 'UR', 'PLAS'),
      collectedAt: arbitraryTime,
      receivedAt: arbitraryTime,
      accession: arbitraryFilled,
    },
  );

/**
 * Any report that keeps its own promises: identifiers unique in the report, references that lead somewhere, times that exist.
 *
 * Texts are free, so a report may say nothing that a reader would understand: it is for codecs, not for rules.
 */
export function arbitraryReport(): fc.Arbitrary<Report> {
  const validation = record<Report['validations'][0]>({ biologist: professional, at: arbitraryTime });
  return record<Report>(
    {
      reportSetId: fc.uuid({ version: 8 }),
      revision: fc.integer({ min: 1, max: 99 }),
      status: fc.constantFrom('final', 'partial'),
      fillerNumber: arbitraryFilled,
      identity: arbitraryIdentity,
      copies: some(professional, 2),
      encounter: record<Report['encounter']>(
        { kind: fc.constantFrom('AMB', 'IMP', 'EMER') },
        { id: arbitraryFilled, start: arbitraryTime },
      ),
      receivedAt: arbitraryTime,
      releasedAt: arbitraryTime,
      specimens: fc.tuple(specimen('S1'), specimen('S2')),
      chapters: some(
        record<Report['chapters'][number]>({ code: fc.constantFrom('18719-5', '18723-7', '26436-6'), batteries: some(battery, 3) }),
        2,
      ),
      comments: some(arbitraryText, 2),
      validations: fc.tuple(validation, some(validation, 1)).map(([first, others]) => [first, ...others]),
      delivery: record<Report['delivery']>({
        dmp: fc.boolean(),
        professionals: fc.boolean(),
        patient: fc.boolean(),
        maskedToProfessionals: fc.boolean(),
        hiddenFromPatient: fc.boolean(),
        hiddenFromRepresentatives: fc.boolean(),
      }),
    },
    { placerNumber: arbitraryFilled, prescriber: professional, prescribedOn: arbitraryTime },
  ).map(numbered);
}

/** Makes the identifiers unique: the drawn one, after its place. */
function numbered(report: Report): Report {
  const chapters = report.chapters.map((chapter, c) => ({
    ...chapter,
    batteries: chapter.batteries.map((one, b) => ({
      ...one,
      batteryId: `${c}.${b} ${one.batteryId}`,
      observations: one.observations.map((result, o) => ({ ...result, observationId: `${c}.${b}.${o} ${result.observationId}` })),
    })),
  }));
  return { ...report, chapters };
}

function some<T>(item: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> {
  return fc.array(item, { maxLength });
}

type Optional<T> = { [K in keyof T as object extends Pick<T, K> ? K : never]-?: fc.Arbitrary<NonNullable<T[K]>> };
type Mandatory<T> = { [K in keyof T as object extends Pick<T, K> ? never : K]: fc.Arbitrary<T[K]> };

/** A record whose optional fields come and go; all of them must be named, so that a field added to the model cannot be forgotten. */
function record<T extends object>(
  mandatory: Mandatory<T>,
  ...[optional]: keyof Optional<T> extends never ? [] : [optional: Optional<T>]
): fc.Arbitrary<T> {
  const model = { ...mandatory, ...optional } as Record<string, fc.Arbitrary<unknown>>;
  return fc.record(model, {
    requiredKeys: Object.keys(mandatory),
    noNullPrototype: true,
  }) as fc.Arbitrary<unknown> as fc.Arbitrary<T>;
}
