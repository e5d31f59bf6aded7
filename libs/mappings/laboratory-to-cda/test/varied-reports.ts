import type { Report } from '@segur/laboratory';
import { bareObservation, battery, observation, report, richReports, specimen, testBiologist, testIdentity } from '@segur/testing';

const colleague = {
  nationalId: '899700000037',
  family: 'TESTBIS',
  given: 'MARC',
  telecoms: [],
};

const everyValue = [
  observation('NUM', { method: '(hexokinase)', comments: ['À contrôler\nsous huit jours', 'Tube hémolysé <peu>'] }),
  observation('LDL', {
    value: { kind: 'bounded', text: '< 0,10', comparator: '<', value: '0.10' },
    interpretations: ['<', 'L'],
    range: { text: '> 0,20', low: '0.20' },
  }),
  observation('MAX', {
    value: { kind: 'bounded', text: '≥ 500', comparator: '>=', value: '500' },
    interpretations: ['HH'],
    range: { text: '< 4,0', high: '4.0' },
  }),
  observation('INT', { value: { kind: 'interval', text: '2 à 5', low: '2', high: '5' } }),
  bareObservation(
    'PH',
    { kind: 'numeric', text: '7,40', value: '7.40' },
    { range: { text: '7,35 - 7,45', low: '7.35', high: '7.45' } },
  ),
  bareObservation(
    'INR',
    { kind: 'bounded', text: '> 8,0', comparator: '>', value: '8.0' },
    { range: { text: '< 1,2', high: '1.2' } },
  ),
  bareObservation('TIT', { kind: 'ratio', text: '1/80', numerator: '1', denominator: '80' }),
  bareObservation('ASP', { kind: 'coded', text: 'Limpide' }),
  bareObservation('GRP', {
    kind: 'coded',
    text: 'Absence',
    coded: { code: '2667000', system: '2.16.840.1.113883.6.96', label: 'absent' },
  }),
  bareObservation('CON', { kind: 'text', text: 'Flore polymorphe,\nabsence de germe pathogène & co' }),
  bareObservation('DDR', { kind: 'date', text: '02/11/2026', value: '2026-11-02' }),
  bareObservation('ABS', { kind: 'absent', text: 'Non rendu' }),
  bareObservation('ANN', { kind: 'absent', text: 'Non réalisé : tube coagulé' }, { status: 'cancelled' }),
  bareObservation(
    'UNI',
    { kind: 'numeric', text: '12', value: '12' },
    { unit: { raw: 'unités maison' }, range: { text: '3 - 20', low: '3', high: '20' } },
  ),
  bareObservation('EGA', { kind: 'numeric', text: '12', value: '12' }, { range: { text: '3 - 3', low: '3', high: '3' } }),
  bareObservation('VID', { kind: 'text', text: '' }),
];

/** Reports that differ in what a document must cope with, by name. */
export const variedReports: Readonly<Record<string, Report>> = {
  ...richReports,
  'one glucose, identity qualified': report().build(),
  'every kind of value': report()
    .withObservations(...everyValue)
    .with({ comments: ['Ligne 1\nLigne 2', 'Conclusion'] })
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
          battery('VS', [observation('VS', { code: { localCode: 'VS', label: 'Examen VS' }, specimenId: 'S1' })]),
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
  'identity not qualified, nothing but a birth name and a number': report()
    .unqualified()
    .with({
      identity: {
        ...testIdentity,
        status: 'provisoire',
        traits: { birthName: 'INCONNUE', birthFirstName: 'X', birthDate: '1950', sex: 'U' },
        addresses: [],
        telecoms: [],
      },
    })
    .build(),
  'no LOINC at all, no prescriber, no specimen, local validator': report()
    .withObservations(bareObservation('A B', { kind: 'numeric', text: '1,5', value: '1.5' }, { unit: { raw: 'g/l', ucum: 'g/L' } }))
    .withChapters({
      code: '18727-8',
      batteries: [battery('SERO', [bareObservation('HIV', { kind: 'coded', text: 'Négatif' }, { interpretations: ['NEG'] })])],
    })
    .with({
      specimens: [],
      validations: [{ biologist: { localId: 'X9', family: 'INTERNE', telecoms: [] }, at: '2026-11-20T15:20:00' }],
    })
    .build(),
  'prescriber without national number, date nor mailbox; specimen without times': report()
    .with({
      prescriber: { localId: 'P77', family: 'TESTPRESC', telecoms: [{ value: 'tel:0100000077' }, { value: 'tel:0100000077' }] },
      specimens: [{ specimenId: 'S1', label: 'Sang' }],
    })
    .build(),
  'partial report of today, times to the minute without offset': report()
    .with({ status: 'partial', receivedAt: '2026-11-20T09:22', releasedAt: '2026-11-20T09:22' })
    .build(),
  'every result cancelled': report()
    .withObservations(bareObservation('ANN', { kind: 'absent', text: 'Non réalisé' }, { status: 'cancelled' }))
    .build(),
  'lunar birth date, two addresses alike, dates only': report()
    .with({
      identity: {
        ...testIdentity,
        traits: { ...testIdentity.traits, birthDate: '19790300', birthGivenNames: 'CAMILLE' },
        addresses: [...testIdentity.addresses, ...testIdentity.addresses],
      },
      receivedAt: '2026-11-20',
      releasedAt: '2026-11-20T16:00:00+01:00',
    })
    .build(),
};
delete (variedReports['prescriber without national number, date nor mailbox; specimen without times'] as { prescribedOn?: string })
  .prescribedOn;
delete (variedReports['no LOINC at all, no prescriber, no specimen, local validator'] as { prescriber?: object }).prescriber;
