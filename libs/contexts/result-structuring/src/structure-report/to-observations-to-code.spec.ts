import { bareObservation, battery, observation, report, specimen } from '@segur/testing';
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
});
