import { observationsOf } from '@segur/laboratory';
import { bareObservation, battery, isolate, observation, report, specimen } from '@segur/testing';
import { arbitraryReport } from '@segur/testing/arbitrary-report';
import fc from 'fast-check';
import { toObservationsToCode } from './to-observations-to-code.js';

describe('toObservationsToCode', () => {
  const sent = report()
    .with({ specimens: [specimen('S1', { typeCode: 'SER' }), { specimenId: 'S2', label: 'Urines de 24 h' }] })
    .withChapters({
      code: '18719-5',
      batteries: [
        battery('B1', [observation('GLY', { specimenId: 'S2' }), observation('NA')], { specimenId: 'S1' }),
        battery('B2', [bareObservation('HBS', { kind: 'text', text: 'Négatif' }, { sentLoinc: { code: '5196-1', label: 'HBs' } })]),
      ],
    })
    .build();

  it('says what is to be coded, with the specimen of the result or of its examination', () => {
    expect(toObservationsToCode(sent)).toEqual([
      {
        observationId: 'obs-GLY',
        localCode: 'GLY',
        label: 'Analyse GLY',
        unitRaw: 'mmol/L',
        unit: 'mmol/L',
        specimen: 'Urines de 24 h',
        valueKind: 'numeric',
      },
      {
        observationId: 'obs-NA',
        localCode: 'NA',
        label: 'Analyse NA',
        unitRaw: 'mmol/L',
        unit: 'mmol/L',
        specimen: 'SER',
        valueKind: 'numeric',
      },
      { observationId: 'obs-HBS', localCode: 'HBS', label: 'Analyse HBS', valueKind: 'text', sentLoinc: '5196-1' },
    ]);
  });

  it('says neither values nor patient', () => {
    const said = JSON.stringify(toObservationsToCode(sent));

    for (const secret of ['4,89', '4.89', 'Négatif', 'PATIENT-TEST', '279035121518989']) expect(said).not.toContain(secret);
  });

  it('says germs and antibiotics too, of the specimen of their culture', () => {
    const germ = isolate('I1', {
      observations: [bareObservation('COMPTE', { kind: 'text', text: '10^5' })],
      antibiograms: [battery('ATB', [bareObservation('AMX', { kind: 'absent', text: '' }, { interpretations: ['R'] })])],
    });
    const culture = battery('ECBU', [bareObservation('ASPECT', { kind: 'text', text: 'trouble' })], {
      specimenId: 'S2',
      isolates: [germ],
      batteries: [battery('EXAMEN', [bareObservation('LEUCO', { kind: 'text', text: 'rares' }, { specimenId: 'S1' })])],
    });
    const whole = report()
      .with({ specimens: [specimen('S1', { typeCode: 'SER' }), specimen('S2', { typeCode: 'UR' })] })
      .withChapters(
        { code: '18725-2', batteries: [], subChapters: [{ batteries: [culture] }] },
        { code: '18727-8', batteries: [battery('B', [bareObservation('HBS', { kind: 'text', text: 'vu' })])], specimenIds: ['S1'] },
        {
          code: '18719-5',
          batteries: [battery('C', [bareObservation('X', { kind: 'text', text: 'vu' })])],
          specimenIds: ['S1', 'S2'],
        },
      )
      .build();

    expect(toObservationsToCode(whole).map(({ localCode, specimen: of }) => [localCode, of])).toEqual([
      ['ASPECT', 'UR'],
      ['LEUCO', 'SER'],
      ['COMPTE', 'UR'],
      ['AMX', 'UR'],
      ['HBS', 'SER'],
      ['X', undefined],
    ]);
  });

  it('says each result of any report once', () => {
    fc.assert(
      fc.property(arbitraryReport(), (made) => {
        expect(toObservationsToCode(made).map(({ observationId }) => observationId)).toEqual(
          observationsOf(made).map(({ observationId }) => observationId),
        );
      }),
      { numRuns: 30 },
    );
  });
});
