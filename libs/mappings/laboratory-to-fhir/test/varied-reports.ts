import { observationsOf, type Observation, type Report } from '@segur/laboratory';
import { INTERPRETATION_LABELS } from '@segur/laboratory-to-cda';
import { bareObservation, battery, observation, report, specimen, testBiologist, testIdentity } from '@segur/testing';

const colleague = { nationalId: '899700000037', family: 'TESTBIS', given: 'MARC', telecoms: [] };
const without = (made: Report, ...fields: readonly (keyof Report)[]): Report =>
  Object.fromEntries(Object.entries(made).filter(([name]) => !(fields as readonly string[]).includes(name))) as object as Report;

/** One result of every kind, and of every kind that is nearly another. */
export const everyValue: readonly Observation[] = [
  observation('NUM', { method: '(hexokinase)', comments: ['À contrôler\nsous huit jours', 'Tube hémolysé <peu>'] }),
  observation('ZER', { value: { kind: 'numeric', text: '1,50', value: '1.50' }, status: 'corrected' }),
  observation('LDL', {
    value: { kind: 'bounded', text: '< 0,10', comparator: '<', value: '0.10' },
    interpretations: ['<', 'L'],
    range: { text: '> 0,20', low: '0.20' },
  }),
  observation('MAX', {
    value: { kind: 'bounded', text: '≥ 500', comparator: '>=', value: '500' },
    interpretations: ['HH', 'MAISON'],
  }),
  observation('INT', { value: { kind: 'interval', text: '2 à 5', low: '2', high: '5' } }),
  observation('REV', {
    value: { kind: 'interval', text: '5 à 2', low: '5', high: '2' },
    range: { text: '6 - 3', low: '6', high: '3' },
  }),
  bareObservation(
    'PH',
    { kind: 'numeric', text: '7,40', value: '7.40' },
    { range: { text: '7,35 - 7,45', low: '7.35', high: '7.45' } },
  ),
  bareObservation('UN', { kind: 'numeric', text: '1,03', value: '1.03' }, { unit: { raw: '', ucum: '1' } }),
  bareObservation('TIT', { kind: 'ratio', text: '1/80', numerator: '1', denominator: '80' }),
  bareObservation('ASP', { kind: 'coded', text: 'Limpide' }),
  bareObservation('GRP', {
    kind: 'coded',
    text: 'Absence',
    coded: { code: '2667000', system: '2.16.840.1.113883.6.96', label: 'absent' },
  }),
  bareObservation('CON', { kind: 'text', text: 'Flore polymorphe,\nabsence de germe pathogène & co' }),
  bareObservation('DDR', { kind: 'date', text: '02/11/2026', value: '2026-11-02' }),
  bareObservation('HEU', { kind: 'date', text: 'le 2 vers 9 h', value: '2026-11-02T09' }),
  bareObservation('ABS', { kind: 'absent', text: 'Non rendu' }),
  bareObservation('ANN', { kind: 'absent', text: 'Non réalisé : tube coagulé' }, { status: 'cancelled' }),
  bareObservation('UNI', { kind: 'numeric', text: '12', value: '12' }, { unit: { raw: 'unités maison' } }),
  bareObservation('VID', { kind: 'text', text: ' ' }),
  bareObservation('A  B', { kind: 'coded', text: '' }),
];

const everyInterpretation = Object.keys(INTERPRETATION_LABELS).map((code, index) =>
  observation(`I${index}`, { interpretations: [code] }),
);

const bare = report()
  .unqualified()
  .with({
    identity: {
      ...testIdentity,
      status: 'provisoire',
      traits: { birthName: 'INCONNUE', birthFirstName: 'X', birthDate: '1950', sex: 'U' },
      localIds: [],
      addresses: [],
      telecoms: [],
    },
  });

/** Reports that differ in what a FHIR document must cope with, by name. */
export const variedReports: Readonly<Record<string, Report>> = {
  'one glucose, identity qualified': report().build(),
  'every kind of value': report()
    .withObservations(...everyValue)
    .with({ comments: ['Ligne 1\nLigne 2', 'Conclusion'], revision: 2 })
    .build(),
  'every interpretation': report()
    .withObservations(...everyInterpretation)
    .build(),
  'several chapters, batteries and specimens, two validators, copies': report()
    .withChapters(
      {
        code: '18723-7',
        batteries: [
          battery(
            'NFS',
            [observation('GR', { specimenId: 'S1' }), observation('GB', { specimenId: 'S2', validatedBy: colleague })],
            {
              comments: ['Contrôlé sur lame'],
            },
          ),
          battery('VS', [observation('VS', { specimenId: 'S1' })]),
          battery('SEULE', [], { comments: ['Non réalisable'] }),
        ],
      },
      {
        code: '18725-2',
        batteries: [battery('ECBU', [bareObservation('GERME', { kind: 'text', text: 'Absence' })], { specimenId: 'S3' })],
      },
      { code: '18719-5', batteries: [] },
    )
    .with({
      specimens: [
        specimen('S1'),
        specimen('S2', { typeCode: 'PLAS', label: 'Plasma' }),
        specimen('S3', { typeCode: 'UR', label: 'Urine' }),
      ],
      validations: [
        { biologist: testBiologist, at: '2026-11-20T15:20:00+01:00' },
        { biologist: colleague, at: '2026-11-20T15:40:00+01:00' },
      ],
      copies: [{ nationalId: '899700000045', family: 'TESTCOPIE', telecoms: [], mssAddress: 'copie@medecin.mssante.example' }],
      encounter: { kind: 'IMP', id: 'SEJOUR-1', start: '2026-11-18' },
    })
    .build(),
  'identity not qualified, nothing but a birth name': bare.build(),
  'no birth date, no results': bare
    .withChapters()
    .with({ identity: { ...bare.build().identity, traits: { birthName: '', birthFirstName: '', birthDate: '', sex: 'U' } } })
    .build(),
  'no LOINC at all, no prescriber, no specimen, local validator': without(
    report()
      .withChapters({
        code: '18727-8',
        batteries: [battery('SERO', [bareObservation('HIV', { kind: 'coded', text: 'Négatif' }, { interpretations: ['NEG'] })])],
      })
      .with({
        specimens: [],
        validations: [{ biologist: { localId: 'X9', family: 'INTERNE', telecoms: [] }, at: '2026-11-20T15:20:00' }],
      })
      .build(),
    'prescriber',
  ),
  'no order at all': without(report().build(), 'prescriber', 'placerNumber', 'prescribedOn'),
  'prescriber without national number, specimen without times': report()
    .with({
      prescriber: { localId: 'P77', family: 'TESTPRESC', telecoms: [{ value: 'tel:0100000077' }, { value: 'tel:0100000077' }] },
      specimens: [{ specimenId: 'S1', label: 'Sang' }],
    })
    .build(),
  'partial report, times to the minute without offset': report()
    .with({ status: 'partial', receivedAt: '2026-11-20T09:22', releasedAt: '2026-11-20T09:22' })
    .build(),
  'every result cancelled': report()
    .withObservations(bareObservation('ANN', { kind: 'absent', text: 'Non réalisé' }, { status: 'cancelled' }))
    .build(),
  'lunar birth date, dates only': report()
    .with({
      identity: { ...testIdentity, traits: { ...testIdentity.traits, birthDate: '19790300' } },
      receivedAt: '2026-11-20',
      releasedAt: '2026-11-20T16:00:00+01:00',
    })
    .build(),
};

/** The result of a local code. */
export function resultOf(made: Report, localCode: string): Observation {
  const found = observationsOf(made).find(({ code }) => code.localCode === localCode);
  if (!found) throw new Error(`No result of ${localCode}`);
  return found;
}
