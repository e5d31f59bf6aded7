import fc from 'fast-check';
import { FhirDecimal } from './decimal.js';
import type { Specimen } from './care-resources.js';
import { writeFhirJson } from './write-fhir-json.js';

const written = (resource: unknown) => Buffer.from(writeFhirJson(resource as Specimen)).toString('utf8');

describe('writeFhirJson', () => {
  it.each`
    what                         | resource                                                    | json
    ${'text, escaped'}           | ${{ a: 'é "1" \\ <\n' }}                                    | ${'{"a":"é \\"1\\" \\\\ <\\n"}'}
    ${'digits as they are'}      | ${{ a: FhirDecimal.of('1.50'), b: FhirDecimal.of('-0.0') }} | ${'{"a":1.50,"b":-0.0}'}
    ${'fields in their order'}   | ${{ resourceType: 'X', b: 1, a: true }}                     | ${'{"resourceType":"X","b":1,"a":true}'}
    ${'nothing blank'}           | ${{ a: '', b: ' \n', c: undefined, d: null }}               | ${'{}'}
    ${'nothing empty, at depth'} | ${{ a: [], b: {}, c: [{ d: [''] }], e: [1, '', {}] }}       | ${'{"e":[1]}'}
    ${'a lone surrogate'}        | ${{ a: '\ud800' }}                                          | ${'{"a":"\\ud800"}'}
  `('writes $what', ({ resource, json }) => expect(written(resource)).toBe(json));

  it('writes what JSON.parse reads, whatever the texts', () => {
    const text = fc.string({ unit: 'binary' }).map((any) => `${any}.`);
    fc.assert(
      fc.property(fc.dictionary(text, fc.array(text, { minLength: 1 }), { minKeys: 1, noNullPrototype: true }), (any) => {
        expect(JSON.parse(written(any))).toEqual(any);
      }),
    );
  });

  it('keeps every digit of every decimal', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?(0|[1-9]\d{0,30})(\.\d{1,20})?$/), (digits) => {
        expect(written({ a: FhirDecimal.of(digits) })).toBe(`{"a":${digits}}`);
      }),
    );
  });
});

describe('FhirDecimal', () => {
  it.each(['', '1,5', '01', '.5', '1.', '1e3', '+1', 'NaN', '1 000', '--1'])('is not %p', (text) =>
    expect(FhirDecimal.of(text)).toBeUndefined(),
  );
});
