import { writeFhirJson } from '@segur/fhir';
import { resultOf, variedReports } from '../test/varied-reports.js';
import { toOtherRange, toReferenceRange } from './to-reference-range.js';

const made = variedReports['every kind of value']!;
const written = (value: unknown) => Buffer.from(writeFhirJson(value as never)).toString('utf8');
const mmol = '"unit":"mmol/L","system":"http://unitsofmeasure.org","code":"mmol/L"';

describe('toReferenceRange', () => {
  it.each`
    localCode | json
    ${'NUM'}  | ${`{"low":{"value":3.89,${mmol}},"high":{"value":6.00,${mmol}},"text":"3,89 - 6,00"}`}
    ${'LDL'}  | ${`{"low":{"value":0.20,${mmol}},"text":"> 0,20"}`}
    ${'REV'}  | ${'{"text":"6 - 3"}'}
  `('of $localCode is $json', ({ localCode, json }) => {
    const { range, unit } = resultOf(made, localCode as string);

    expect(written(toReferenceRange(range!, unit))).toBe(json);
  });

  it.each([{ text: ' ' }, { text: '', low: 'x' }])('is none where nothing is said: %j', (range) => {
    expect(toReferenceRange(range, undefined)).toBeUndefined();
  });
});

describe('toOtherRange', () => {
  const age = (low: string, high: string) => ({ age: [low, high].filter(Boolean).join(' - ') });

  it.each`
    ageFrom      | ageTo        | expected
    ${'P18Y'}    | ${undefined} | ${age('18 a', '')}
    ${undefined} | ${'P28D'}    | ${age('', '28 d')}
    ${'P6M'}     | ${'P1Y6M'}   | ${age('6 mo', '18 mo')}
    ${'P6M'}     | ${'P18Y'}    | ${age('6 mo', '216 mo')}
    ${'P0D'}     | ${'P1Y'}     | ${age('0 a', '1 a')}
    ${'PT72H'}   | ${'P2W'}     | ${age('72 h', '336 h')}
    ${'P28D'}    | ${'P6M'}     | ${{ words: ['Âge de 28 jours à 6 mois'] }}
    ${'P18Y'}    | ${'P1Y'}     | ${{ words: ['Âge de 18 ans à 1 ans'] }}
    ${'P1Y2M3D'} | ${undefined} | ${{ words: ['Âge de P1Y2M3D'] }}
    ${undefined} | ${undefined} | ${{ words: ['Autre population'] }}
  `('from $ageFrom to $ageTo is for $expected', ({ ageFrom, ageTo, expected }) => {
    const ages = { ...(ageFrom && { ageFrom: ageFrom as string }), ...(ageTo && { ageTo: ageTo as string }) };
    const range = JSON.parse(written(toOtherRange({ text: '1 - 2', ...ages }, undefined))) as {
      age?: Record<'low' | 'high', { value: number; code: string } | undefined>;
      appliesTo?: { text: string }[];
    };
    const spelled = [range.age?.low, range.age?.high].flatMap((bound) => (bound ? `${bound.value} ${bound.code}` : []));

    expect({
      ...(spelled.length > 0 && { age: spelled.join(' - ') }),
      ...(range.appliesTo && { words: range.appliesTo.map(({ text }) => text) }),
    }).toEqual(expected);
  });

  it('is none where nothing is said', () => expect(toOtherRange({ text: '', sex: 'F' }, undefined)).toBeUndefined());
});
