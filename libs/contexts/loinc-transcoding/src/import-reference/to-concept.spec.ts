import { isLoincCode, loincTableReader } from '@segur/loinc-files';
import { hasRightCheckDigit } from '@segur/laboratory';
import { STARTER_CONCEPTS } from '@segur/starter-terminology';
import { toConcept, toFrenchNames } from './to-concept.js';

const HEADER =
  'LOINC_NUM,COMPONENT,PROPERTY,TIME_ASPCT,SYSTEM,SCALE_TYP,METHOD_TYP,STATUS,LONG_COMMON_NAME,ORDER_OBS,PanelType,EXAMPLE_UCUM_UNITS';
const rowOf = (line: string) => {
  const reader = loincTableReader();
  const [row] = [...reader.push(`${HEADER}\n${line}`), ...reader.end()];
  if (!row) throw new Error('The line of this test is no row');
  return row;
};
const FRENCH = {
  code: '2345-7',
  component: 'Glucose',
  property: '',
  timeAspect: '',
  system: '',
  scale: '',
  method: '',
  longCommonName: '',
  displayName: '',
  relatedNames: ['Glycémie', 'Glucose'],
};

describe('toConcept', () => {
  it('keeps what mapping needs, and says nothing of what the table leaves out', () => {
    expect(
      toConcept(rowOf('2345-7,Glucose,MCnc,Pt,Ser/Plas,Qn,,ACTIVE,Glucose in Serum,Both,,mg/dL'), undefined, undefined),
    ).toEqual({
      code: '2345-7',
      status: 'ACTIVE',
      axes: { component: 'Glucose', property: 'MCnc', time: 'Pt', system: 'Ser/Plas', scale: 'Qn', method: '' },
      longCommonName: 'Glucose in Serum',
      orderOrObservation: 'Both',
      exampleUcumUnits: ['mg/dL'],
    });
  });

  it('knows a panel, and no kind but those of LOINC', () => {
    const concept = toConcept(rowOf('24331-1,Lipids,-,Pt,Ser/Plas,-,,ACTIVE,Lipid panel,Maybe,Panel,'), undefined, undefined);

    expect(concept).toMatchObject({ isPanel: true });
    expect(concept.orderOrObservation).toBeUndefined();
  });
});

describe('toFrenchNames', () => {
  it.each`
    longCommonName | displayName | name         | terms
    ${'Long'}      | ${'Court'}  | ${'Long'}    | ${['Glucose', 'Court', 'Glycémie']}
    ${''}          | ${'Court'}  | ${'Court'}   | ${['Glucose', 'Glycémie']}
    ${''}          | ${''}       | ${undefined} | ${['Glucose', 'Glycémie']}
  `('names "$longCommonName" or "$displayName" $name', ({ longCommonName, displayName, ...expected }) => {
    expect(toFrenchNames({ ...FRENCH, longCommonName, displayName } as typeof FRENCH)).toEqual(
      expected.name === undefined ? { terms: expected.terms as string[] } : expected,
    );
  });
});

describe('the two checks of a code', () => {
  it('say the same, of right codes and of wrong ones', () => {
    const codes = STARTER_CONCEPTS.map(({ code }) => code);
    const wrong = codes.map((code) => code.slice(0, -1) + ((Number(code.at(-1)) + 1) % 10));

    for (const code of [...codes, ...wrong, '', '-1', '12345678-1', '1-11'])
      expect(isLoincCode(code)).toBe(hasRightCheckDigit(code));
    expect(codes.filter((code) => !isLoincCode(code))).toEqual([]);
  });
});
