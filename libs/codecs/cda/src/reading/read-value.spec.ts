import { findingsOf, readResultOf } from '../../test/documents-to-read.js';
import type { CdaValue } from '../cr-bio-document.js';

const bare = { code: 'X', codeSystem: '1.2' };
const mgL = { unit: 'mg/L' };

describe('readValue', () => {
  it.each<[string, CdaValue, string]>([
    ['<value xsi:type="PQ" value="4.890" unit="mmol/L"/>', { type: 'PQ', value: '4.890', unit: 'mmol/L' }, '4.890'],
    ['<value xsi:type="c:PQ" value="1" unit="1"/>', { type: 'PQ', value: '1', unit: '1' }, '1'],
    [
      '<value xsi:type="PQ" value="10.02" unit="mmol/L"><translation value="0.60" code="g/L"/><translation value="60" unit="mg/dL"/></value>',
      {
        type: 'PQ',
        value: '10.02',
        unit: 'mmol/L',
        translations: [
          { value: '0.60', unit: 'g/L' },
          { value: '60', unit: 'mg/dL' },
        ],
      },
      '10.02',
    ],
    ['<value xsi:type="PQ" value="7"/>', { type: 'REAL', value: '7' }, '7'],
    ['<value xsi:type="REAL" value="2.0"/>', { type: 'REAL', value: '2.0' }, '2.0'],
    ['<value xsi:type="INT" value="-3"/>', { type: 'REAL', value: '-3' }, '-3'],
    [
      '<value xsi:type="IVL_PQ"><high value="1.0" unit="mg/L"/></value>',
      { type: 'IVL_PQ', high: { value: '1.0', ...mgL, inclusive: true } },
      '≤ 1.0',
    ],
    [
      '<value xsi:type="IVL_PQ"><high value="1.0" unit="mg/L" inclusive="false"/></value>',
      { type: 'IVL_PQ', high: { value: '1.0', ...mgL, inclusive: false } },
      '< 1.0',
    ],
    [
      '<value xsi:type="IVL_REAL"><low value="3" inclusive="false"/><high nullFlavor="PINF"/></value>',
      { type: 'IVL_PQ', low: { value: '3', inclusive: false } },
      '> 3',
    ],
    [
      '<value xsi:type="IVL_INT"><low value="1"/><high value="2"/></value>',
      { type: 'IVL_PQ', low: { value: '1', inclusive: true }, high: { value: '2', inclusive: true } },
      '1 - 2',
    ],
    ['<value xsi:type="IVL_PQ" value="5" unit="mg/L"/>', { type: 'PQ', value: '5', unit: 'mg/L' }, '5'],
    [
      '<value xsi:type="RTO"><numerator xsi:type="INT" value="1"/><denominator xsi:type="INT" value="80"/></value>',
      { type: 'RTO', numerator: '1', denominator: '80' },
      '1/80',
    ],
    [
      '<value xsi:type="RTO_PQ_PQ"><numerator xsi:type="PQ" value="1.5" unit="1"/><denominator xsi:type="PQ" value="2" unit="1"/></value>',
      { type: 'RTO', numerator: '1.5', denominator: '2' },
      '1.5/2',
    ],
    [
      '<value xsi:type="RTO"><numerator xsi:type="REAL" value="0.5"/></value>',
      { type: 'RTO', numerator: '0.5', denominator: '1' },
      '0.5/1',
    ],
    [
      '<value xsi:type="CD" code="X" codeSystem="1.2"><originalText><reference value="#v"/></originalText></value>',
      { type: 'CD', code: bare },
      'nombreux',
    ],
    [
      '<value xsi:type="CE" code="X" codeSystem="1.2" displayName="Ixe"/>',
      { type: 'CD', code: { ...bare, displayName: 'Ixe' } },
      'Ixe',
    ],
    ['<value xsi:type="CD"><originalText><reference value="#v"/></originalText></value>', { type: 'CD' }, 'nombreux'],
    ['<value xsi:type="CD" nullFlavor="OTH"><originalText>rares</originalText></value>', { type: 'CD' }, 'rares'],
    ['<value xsi:type="ST">a &lt; b</value>', { type: 'ST', text: 'a < b' }, 'a < b'],
    ['<value xsi:type="ED">&lt;1.0 mg/L</value>', { type: 'ST', text: '<1.0 mg/L' }, '<1.0 mg/L'],
    ['<value xsi:type="ED"><reference value="#v"/></value>', { type: 'ST', text: 'nombreux' }, 'nombreux'],
    ['<value xsi:type="SC" code="X" codeSystem="1.2">ixe</value>', { type: 'CD', code: bare }, 'ixe'],
    ['<value xsi:type="TS" value="20261120"/>', { type: 'TS', value: '20261120' }, '20261120'],
    ['<value xsi:type="BL" value="true"/>', { type: 'ST', text: 'true' }, 'true'],
    ['<value xsi:type="CD" nullFlavor="NI"/>', { type: 'none' }, ''],
    ['<value xsi:type="PQ" nullFlavor="NASK"/>', { type: 'none' }, ''],
  ])('reads %s', (xml, value, printed) => {
    const result = readResultOf(xml, '<content ID="v">nombreux</content>');

    expect(result.value).toEqual(value);
    expect(result.printed.result).toBe(printed);
    expect(findingsOf(xml, '<content ID="v">nombreux</content>')).toEqual([]);
  });

  it.each<[string, CdaValue, string]>([
    ['<value value="5" unit="g/L"/>', { type: 'PQ', value: '5', unit: 'g/L' }, 'cda.value /value'],
    ['<value xsi:type="XX" code="X" codeSystem="1.2"/>', { type: 'CD', code: bare }, 'cda.value /value'],
    ['<value>mot</value>', { type: 'ST', text: 'mot' }, 'cda.value /value'],
    ['<value xsi:type="PQ" unit="g/L"/>', { type: 'none' }, 'cda.value /value'],
    ['<value xsi:type="IVL_PQ"/>', { type: 'none' }, 'cda.value /value'],
    ['<value xsi:type="PQ" value="4,89" unit="g/L"/>', { type: 'PQ', value: '4,89', unit: 'g/L' }, 'cda.value /value'],
    [
      '<value xsi:type="IVL_PQ"><low value="1"/><width value="2"/></value>',
      { type: 'IVL_PQ', low: { value: '1', inclusive: true } },
      'cda.unread /value/width',
    ],
    [
      '<value xsi:type="CD" code="X" codeSystem="1.2"><translation code="Y" codeSystem="1.3"/></value>',
      { type: 'CD', code: bare },
      'cda.unread /value/translation',
    ],
    ['<value xsi:type="REAL" value="1"/><value xsi:type="REAL" value="2"/>', { type: 'REAL', value: '1' }, 'cda.unread /value[2]'],
  ])('reads what it can of %s, and says so', (xml, value, finding) => {
    expect(readResultOf(xml).value).toEqual(value);
    expect(findingsOf(xml)).toEqual([finding]);
  });
});
