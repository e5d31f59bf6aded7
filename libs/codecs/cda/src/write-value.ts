import { element, fragment, text, type Xml } from '@segur/xml';
import { OID } from './cr-bio-constants.js';
import type { CdaBound, CdaQuantity, CdaValue } from './cr-bio-document.js';
import { writeOriginalText } from './write-cda-types.js';

/** Writes `value` of a result. */
export function writeValue(value: CdaValue, valueId: string): Xml {
  switch (value.type) {
    case 'PQ':
      return element('value', { unit: value.unit, value: value.value, 'xsi:type': 'PQ' }, writeTranslations(value.translations));
    case 'REAL':
      return element('value', { value: value.value, 'xsi:type': 'REAL' });
    case 'IVL_PQ':
      return element(
        'value',
        { 'xsi:type': 'IVL_PQ' },
        value.low && bound('low', value.low),
        value.high && bound('high', value.high),
      );
    case 'RTO':
      return element('value', { 'xsi:type': 'RTO' }, part('numerator', value.numerator), part('denominator', value.denominator));
    case 'CD':
      return value.code
        ? element('value', { ...value.code, 'xsi:type': 'CD' }, writeOriginalText(valueId))
        : element('value', { 'xsi:type': 'CD' }, writeOriginalText(valueId));
    case 'ST':
      return element('value', { 'xsi:type': 'ST' }, text(value.text));
    case 'TS':
      return element('value', { value: value.value, 'xsi:type': 'TS' });
    case 'none':
      return element('value', { nullFlavor: 'NI', 'xsi:type': 'CD' });
  }
}

/** Writes `referenceRange/observationRange/value`. */
export function writeRangeValue(low: CdaQuantity | undefined, high: CdaQuantity | undefined): Xml {
  return element('value', { 'xsi:type': 'IVL_PQ' }, low && quantity('low', low), high && quantity('high', high));
}

function quantity(name: string, { value, unit, translations }: CdaQuantity): Xml {
  return element(name, { unit, value }, writeTranslations(translations));
}

function bound(name: string, { value, unit, inclusive, translations }: CdaBound): Xml {
  return element(name, { inclusive: String(inclusive), unit, value }, writeTranslations(translations));
}

/** The same quantity in other units. A `PQR` names its unit in `code`. */
function writeTranslations(translations: CdaQuantity['translations']): Xml | undefined {
  if (!translations) return undefined;
  return fragment(
    ...translations.map(({ value, unit }) =>
      element('translation', { code: unit, codeSystem: OID.ucum, codeSystemName: 'UCUM', value }),
    ),
  );
}

function part(name: string, value: string): Xml {
  return element(name, { value, 'xsi:type': /^[+-]?\d+$/.test(value) ? 'INT' : 'REAL' });
}
