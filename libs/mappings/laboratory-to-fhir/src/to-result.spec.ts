import { writeFhirJson } from '@segur/fhir';
import { testLaboratory } from '@segur/testing';
import { resultOf, variedReports } from '../test/varied-reports.js';
import { toResult } from './to-result.js';

const made = variedReports['every kind of value']!;
const written = (value: unknown) => Buffer.from(writeFhirJson(value as never)).toString('utf8');
const TEXT = 'http://hl7.org/fhir/StructureDefinition/originalText';
const printed = (text: string) => `"extension":[{"url":"${TEXT}","valueString":"${text}"}]`;
const mmol = '"unit":"mmol/L","system":"http://unitsofmeasure.org","code":"mmol/L"';
const absent = (code: string) =>
  `{"dataAbsentReason":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/data-absent-reason","code":"${code}"}]`;

describe('toResult', () => {
  it.each`
    localCode | json
    ${'NUM'}  | ${`{"valueQuantity":{${printed('4,89')},"value":4.89,${mmol}}}`}
    ${'ZER'}  | ${`{"valueQuantity":{${printed('1,50')},"value":1.50,${mmol}}}`}
    ${'LDL'}  | ${`{"valueQuantity":{${printed('< 0,10')},"value":0.10,${mmol},"comparator":"<"}}`}
    ${'MAX'}  | ${`{"valueQuantity":{${printed('≥ 500')},"value":500,${mmol},"comparator":">="}}`}
    ${'INT'}  | ${`{"valueRange":{${printed('2 à 5')},"low":{"value":2,${mmol}},"high":{"value":5,${mmol}}}}`}
    ${'REV'}  | ${'{"valueString":"5 à 2"}'}
    ${'PH'}   | ${`{"valueQuantity":{${printed('7,40')},"value":7.40}}`}
    ${'UN'}   | ${`{"valueQuantity":{${printed('1,03')},"value":1.03,"system":"http://unitsofmeasure.org","code":"1"}}`}
    ${'UNI'}  | ${`{"valueQuantity":{${printed('12')},"value":12,"unit":"unités maison"}}`}
    ${'TIT'}  | ${`{"valueRatio":{${printed('1/80')},"numerator":{"value":1},"denominator":{"value":80}}}`}
    ${'ASP'}  | ${'{"valueCodeableConcept":{"text":"Limpide"}}'}
    ${'GRP'}  | ${'{"valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"2667000","display":"absent"}],"text":"Absence"}}'}
    ${'CON'}  | ${'{"valueString":"Flore polymorphe,\\nabsence de germe pathogène & co"}'}
    ${'DDR'}  | ${`{"valueDateTime":"2026-11-02","_valueDateTime":{${printed('02/11/2026')}}}`}
    ${'HEU'}  | ${`{"valueDateTime":"2026-11-02T09:00:00+01:00","_valueDateTime":{${printed('le 2 vers 9 h')}}}`}
    ${'ABS'}  | ${`${absent('unknown')},"text":"Non rendu"}}`}
    ${'ANN'}  | ${`${absent('not-performed')},"text":"Non réalisé : tube coagulé"}}`}
    ${'VID'}  | ${`${absent('unknown')}}}`}
    ${'A  B'} | ${`${absent('unknown')}}}`}
  `('$localCode is $json', ({ localCode, json }) => {
    expect(written(toResult(resultOf(made, localCode as string), testLaboratory))).toBe(json);
  });

  it.each`
    kind          | value                                                               | text
    ${'numeric'}  | ${{ kind: 'numeric', text: '4,8', value: '4,8' }}                   | ${'4,8'}
    ${'bounded'}  | ${{ kind: 'bounded', text: '', comparator: '<', value: '4,8' }}     | ${'< 4,8'}
    ${'interval'} | ${{ kind: 'interval', text: '', low: '1', high: 'x' }}              | ${'1 - x'}
    ${'ratio'}    | ${{ kind: 'ratio', text: '1/x', numerator: '1', denominator: 'x' }} | ${'1/x'}
  `('a $kind that holds no number is a text', ({ value, text }) => {
    expect(toResult({ ...resultOf(made, 'NUM'), value }, testLaboratory)).toEqual({ valueString: text });
  });
});
