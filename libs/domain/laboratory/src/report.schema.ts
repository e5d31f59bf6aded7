import { z } from 'zod';
import { coded, filled, formatted, identity, printed, professional, statedTime } from './people.schema.js';
import { REPORT_EXAMPLE } from './report-example.js';

const decimal = (description: string) => formatted('decimal').meta({ description, examples: ['1.50'] });
const text = printed.meta({ description: 'As the laboratory printed it', examples: ['1,50'] });
const specimenRef = filled
  .exactOptional()
  .meta({ description: 'specimenId of one of the specimens of the report', examples: ['S1'] });
const comments = (about: string) => z.array(printed).meta({ description: `Comments on ${about}; may be empty`, examples: [[]] });

const localCode = z
  .strictObject({
    localCode: filled.meta({ description: "Code in the laboratory's catalogue", examples: ['GLY'] }),
    label: printed.meta({ description: 'What the laboratory calls it', examples: ['Glycémie à jeun'] }),
    system: filled.exactOptional().meta({ description: 'OID or name of the code system', examples: ['1.2.250.1.999.2'] }),
  })
  .meta({ id: 'LocalCode', description: "A local code of the laboratory's catalogue" });

const loincCode = z
  .strictObject({
    code: formatted('loinc').meta({ description: 'LOINC code', examples: ['40193-5'] }),
    label: printed.meta({ description: 'French label of the LOINC', examples: ['Glucose à jeun [Moles/Volume] Sérum/Plasma'] }),
  })
  .meta({ id: 'LoincCode', description: 'A LOINC code with its label' });

const sentLoinc = z.strictObject({
  code: filled.meta({ description: 'As sent, not checked', examples: ['40193-5'] }),
  label: printed.meta({ description: 'As sent; may be empty', examples: ['Glucose'] }),
});

const kind = <K extends string>(name: K, meaning: string) => z.literal(name).describe(meaning);

const value = z
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

const observation = z
  .strictObject({
    observationId: filled.meta({ description: 'Unique in the report, the same in every revision', examples: ['GLY/GLY'] }),
    code: localCode.describe("The analysis in the laboratory's catalogue"),
    sentLoinc: sentLoinc.exactOptional().describe('A LOINC that the sender put beside its own code: evidence only'),
    loinc: loincCode.exactOptional().describe("The LOINC of the laboratory's reviewed map"),
    value: value.describe('The result'),
    unit: z
      .strictObject({
        raw: printed.meta({ description: 'As the laboratory printed it', examples: ['mmol/l'] }),
        ucum: filled.exactOptional().meta({ description: 'UCUM, when the spelling is known', examples: ['mmol/L'] }),
      })
      .exactOptional()
      .describe('Unit of the result'),
    interpretations: z.array(filled).meta({ description: 'HL7 ObservationInterpretation codes; may be empty', examples: [['H']] }),
    range: z
      .strictObject({
        text: printed.meta({ description: 'As the laboratory printed it', examples: ['3,89 - 6,00'] }),
        low: decimal('Lower bound, where it could be read').exactOptional(),
        high: decimal('Upper bound, where it could be read').exactOptional(),
      })
      .exactOptional()
      .describe('The reference interval that applies to this patient'),
    status: z.enum(['final', 'corrected', 'cancelled']).describe('cancelled: the result could not be obtained'),
    observedAt: statedTime.exactOptional().describe('When the result was obtained'),
    method: printed.exactOptional().meta({ description: 'Method or kit', examples: ['hexokinase'] }),
    comments: comments('this result'),
    specimenId: specimenRef,
    validatedBy: professional.exactOptional().describe('Who validated this result'),
  })
  .meta({ id: 'Observation', description: 'One analysis result' });

const chapter = z
  .strictObject({
    code: formatted('loinc').meta({ description: 'Chapter LOINC of the CR-BIO', examples: ['18719-5'] }),
    batteries: z
      .array(
        z
          .strictObject({
            batteryId: filled.meta({ description: 'Unique in the report', examples: ['GLY'] }),
            code: localCode.describe("The examination in the laboratory's catalogue"),
            observations: z.array(observation).describe('Its results, in print order'),
            comments: comments('the examination'),
            specimenId: specimenRef,
          })
          .meta({ id: 'Battery', description: 'One prescribed examination with its results' }),
      )
      .describe('Examinations, in print order'),
  })
  .meta({ id: 'Chapter', description: 'A specialty of the report, printed under its heading' });

const specimen = z
  .strictObject({
    specimenId: filled.meta({ description: 'Unique in the report', examples: ['S1'] }),
    typeCode: filled.exactOptional().meta({ description: 'HL7 table 0487 code', examples: ['BLDV'] }),
    label: printed.meta({ description: 'What it is', examples: ['Sang veineux'] }),
    collectedAt: statedTime.exactOptional().describe('When it was taken'),
    receivedAt: statedTime.exactOptional().describe('When it reached the laboratory'),
    accession: filled.exactOptional().meta({ description: 'Identifier on the tube', examples: ['TUBE-1'] }),
  })
  .meta({ id: 'Specimen', description: 'One specimen' });

const validation = z
  .strictObject({
    biologist: professional.describe('Who signed'),
    at: statedTime.describe('When'),
  })
  .meta({ id: 'Validation', description: 'Signature of a biologist on the results' });

const delivery = z
  .strictObject({
    dmp: z.boolean().describe('File it in the DMP'),
    professionals: z.boolean().describe('Mail it to the prescriber and to those in copy'),
    patient: z.boolean().describe('Mail it to the patient'),
    maskedToProfessionals: z.boolean().describe('In the DMP, masked to professionals'),
    hiddenFromPatient: z.boolean().describe('In the DMP, hidden from the patient until it is announced'),
    hiddenFromRepresentatives: z.boolean().describe('In the DMP, hidden from legal representatives'),
  })
  .meta({ id: 'DeliveryWishes', description: 'Where the report goes, and who may see it' });

/**
 * The domain's `Report` as JSON: the public intake format, published as docs/report.schema.json.
 *
 * Exactly the shape of the type. Texts that people wrote are free; codes, dates and numbers have the forms of `REPORT_FORMATS`.
 */
export const reportSchema = z
  .strictObject({
    reportSetId: formatted('uuid').meta({
      description: 'Shared by all revisions of one report',
      examples: ['019aa0c0-0000-8000-8000-0000000000aa'],
    }),
    revision: z
      .int()
      .min(1)
      .meta({ description: '1 for the first state, rising by one', examples: [1] }),
    status: z.enum(['final', 'partial']).describe('partial: more results will follow'),
    fillerNumber: filled.meta({ description: "The laboratory's own number of the request", examples: ['DOS-2026-0001'] }),
    placerNumber: filled.exactOptional().meta({ description: "The prescriber's number of the order", examples: ['PRESC-1'] }),
    identity: identity.describe('The patient'),
    prescriber: professional.exactOptional().describe('Who prescribed'),
    prescribedOn: statedTime.exactOptional().describe('When it was prescribed'),
    copies: z.array(professional).describe('Who gets a copy; may be empty'),
    encounter: z
      .strictObject({
        kind: z.enum(['AMB', 'IMP', 'EMER']).describe('Outpatient, inpatient or emergency'),
        id: filled.exactOptional().meta({ description: 'Number of the stay or visit', examples: ['SEJOUR-1'] }),
        start: statedTime.exactOptional().describe('Its start'),
      })
      .describe('The stay or visit'),
    receivedAt: statedTime.describe('When the request or the specimens reached the laboratory'),
    releasedAt: statedTime.describe('When the laboratory released the report'),
    specimens: z.array(specimen).describe('Specimens; may be empty'),
    chapters: z.array(chapter).describe('Results, in print order'),
    comments: comments('the whole report'),
    validations: z.tuple([validation], validation).describe('Signatures, at least one'),
    delivery: delivery.describe('Where the report goes'),
  })
  .meta({
    title: 'Report',
    description: 'One state of a report of medical biology: the public intake format',
    examples: [REPORT_EXAMPLE],
  });

/** JSON Schema 2020-12 of the public intake format, as docs/report.schema.json has it. */
export function reportJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(reportSchema, { io: 'input', target: 'draft-2020-12' });
}
