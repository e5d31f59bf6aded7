import { z } from 'zod';
import { image, performingLaboratory } from './attachment.schema.js';
import { coded, identifier, localCode, loincCode } from './coded.schema.js';
import { observationValue, otherRange, otherUnitValue, priorResult, referenceRange, unit } from './observation-value.schema.js';
import { professional } from './people.schema.js';
import { comments, filled, printed, specimenRef, statedTime } from './text-forms.schema.js';

const sentLoinc = z.strictObject({
  code: filled.meta({ description: 'As sent, not checked', examples: ['40193-5'] }),
  label: printed.meta({ description: 'As sent; may be empty', examples: ['Glucose'] }),
});

/** `Observation` of the domain. */
export const observation = z
  .strictObject({
    observationId: filled.meta({ description: 'Unique in the report, the same in every revision', examples: ['GLY/GLY'] }),
    identifier: identifier.exactOptional().describe('Identifier under which a document already published it'),
    code: localCode.describe("The analysis in the laboratory's catalogue"),
    sentLoinc: sentLoinc.exactOptional().describe('A LOINC that the sender put beside its own code: evidence only'),
    loinc: loincCode.exactOptional().describe("The LOINC of the laboratory's reviewed map"),
    value: observationValue.describe('The result'),
    unit: unit.exactOptional().describe('Unit of the result'),
    otherUnits: z.array(otherUnitValue).exactOptional().describe('The same result in other units'),
    interpretations: z.array(filled).meta({ description: 'HL7 ObservationInterpretation codes; may be empty', examples: [['H']] }),
    range: referenceRange.exactOptional().describe('The reference interval that applies to this patient'),
    otherRanges: z.array(otherRange).exactOptional().describe('Reference intervals of other people, printed only'),
    status: z
      .enum(['final', 'corrected', 'preliminary', 'cancelled'])
      .describe('preliminary: may still change, only in a partial report. cancelled: the result could not be obtained'),
    observedAt: statedTime.exactOptional().describe('When the result was obtained'),
    method: printed.exactOptional().meta({ description: 'Method', examples: ['hexokinase'] }),
    methodCode: coded.exactOptional().describe('Code of the method, ANSM table of reagents and techniques'),
    kit: coded.exactOptional().describe('Reagent kit'),
    medium: coded.exactOptional().describe('Transport or culture medium'),
    priors: z.array(priorResult).exactOptional().describe('Earlier results of the same analysis'),
    comments: comments('this result'),
    specimenId: specimenRef.exactOptional(),
    performedBy: performingLaboratory.exactOptional().describe('Who did it, where it is another laboratory'),
    validatedBy: professional.exactOptional().describe('Who validated this result'),
    validatedAt: statedTime.exactOptional().describe("When; absent: as the report's validation"),
    images: z.array(image).exactOptional().describe('Pictures of this result'),
  })
  .meta({ id: 'Observation', description: 'One analysis result' });
