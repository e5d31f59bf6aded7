import { z } from 'zod';
import { coded } from './coded.schema.js';
import { decimal, filled, formatted, printed, statedTime } from './text-forms.schema.js';

const text = printed.meta({ description: 'As the laboratory printed it', examples: ['1,50'] });
const kind = <K extends string>(name: K, meaning: string) => z.literal(name).describe(meaning);

/** `ObservationValue` of the domain. */
export const observationValue = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: kind('numeric', 'A number'),
      text,
      value: decimal('The number, digits kept'),
    }),
    z.strictObject({
      kind: kind('bounded', 'Below or above a limit'),
      text,
      comparator: z.enum(['<', '<=', '>', '>=']).describe('Which side of the limit'),
      value: decimal('The limit'),
    }),
    z.strictObject({
      kind: kind('interval', 'Between two numbers'),
      text,
      low: decimal('Lower bound'),
      high: decimal('Upper bound'),
    }),
    z.strictObject({
      kind: kind('ratio', 'A titre or another ratio, 1/80'),
      text,
      numerator: decimal('Before the stroke'),
      denominator: decimal('After the stroke'),
    }),
    z.strictObject({
      kind: kind('coded', 'One of a list: positive, absent, clear…'),
      text,
      coded: coded.exactOptional().describe('Its code, when there is one'),
    }),
    z.strictObject({ kind: kind('text', 'Words'), text }),
    z.strictObject({ kind: kind('date', 'A date or a time'), text, value: statedTime.describe('The date') }),
    z.strictObject({ kind: kind('absent', 'No value; text says what the report says of it'), text }),
  ])
  .meta({
    id: 'ObservationValue',
    description: 'What was printed as a result, and what could be read in it',
    examples: [{ kind: 'numeric', text: '4,89', value: '4.89' }],
  });

/** `Unit` of the domain. */
export const unit = z
  .strictObject({
    raw: printed.meta({ description: 'As the laboratory printed it', examples: ['mmol/l'] }),
    ucum: filled.exactOptional().meta({ description: 'UCUM, when the spelling is known', examples: ['mmol/L'] }),
  })
  .meta({ id: 'Unit', description: 'A unit' });

/** `ReferenceRange` of the domain. */
export const referenceRange = z
  .strictObject({
    text: printed.meta({ description: 'As the laboratory printed it', examples: ['3,89 - 6,00'] }),
    low: decimal('Lower bound, where it could be read').exactOptional(),
    high: decimal('Upper bound, where it could be read').exactOptional(),
  })
  .meta({ id: 'ReferenceRange', description: 'A reference interval' });

const age = (description: string) =>
  formatted('duration')
    .exactOptional()
    .meta({ description, examples: ['P18Y'] });

/** `OtherRange` of the domain. */
export const otherRange = referenceRange
  .extend({
    sex: z.enum(['M', 'F']).exactOptional().describe('Of men or of women'),
    ageFrom: age('From this age on, ISO 8601 duration'),
    ageTo: age('Up to and without this age, ISO 8601 duration'),
    label: printed.exactOptional().meta({ description: 'What else distinguishes it', examples: ['Femme enceinte'] }),
  })
  .meta({ id: 'OtherRange', description: 'A reference interval of other people than this patient' });

/** `OtherUnitValue` of the domain. */
export const otherUnitValue = z
  .strictObject({
    value: observationValue.describe('The result in that unit'),
    unit: unit.describe('That unit'),
    range: referenceRange.exactOptional().describe('The reference interval in that unit'),
  })
  .meta({ id: 'OtherUnitValue', description: 'The same result said again in another unit' });

/** `PriorResult` of the domain. */
export const priorResult = z
  .strictObject({
    observedAt: statedTime.describe('When it was obtained'),
    value: observationValue.describe('The earlier result'),
    unit: unit.exactOptional().describe('Its unit'),
    otherUnits: z.array(otherUnitValue).exactOptional().describe('The same result in other units, without intervals'),
  })
  .meta({ id: 'PriorResult', description: 'An earlier result of the same analysis' });
