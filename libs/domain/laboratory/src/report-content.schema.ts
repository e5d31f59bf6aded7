import { z } from 'zod';
import { image, performingLaboratory } from './attachment.schema.js';
import { coded, identifier, localCode, loincCode } from './coded.schema.js';
import { observation } from './observation.schema.js';
import type { Battery, Isolate } from './report-content.js';
import { validation } from './sampling.schema.js';
import { comments, filled, formatted, printed, specimenRef, statedTime } from './text-forms.schema.js';

// The two that hold one another are typed by hand where they meet: the compiler cannot infer a type from itself.
type Batteries = z.ZodArray<z.ZodType<Battery>>;
type Isolates = z.ZodArray<z.ZodType<Isolate>>;

const images = z.array(image).exactOptional().describe('Pictures');
const performedBy = performingLaboratory.exactOptional().describe('Who did all of it, where it is another laboratory');

const organism = z
  .strictObject({
    label: printed.meta({ description: 'As printed', examples: ['Escherichia coli'] }),
    snomed: coded.exactOptional().describe('SNOMED CT, 2.16.840.1.113883.6.96'),
    ncbi: coded.exactOptional().describe('NCBI taxonomy, 2.16.840.1.113883.3.9471'),
  })
  .meta({ id: 'Organism', description: 'A germ found in a culture' });

/** `Isolate` of the domain, field by field: what the proof looks at. */
export const isolateFields = z.strictObject({
  isolateId: filled.meta({ description: 'Unique in the report, the same in every revision', examples: ['ISO-1'] }),
  identifier: identifier.exactOptional().describe('Identifier under which a document already published it'),
  organism: organism.describe('The germ'),
  observedAt: statedTime.exactOptional().describe('When it was found'),
  observations: z.array(observation).describe('Count and other results about the germ itself'),
  get antibiograms(): Batteries {
    return z.array(battery).describe('One battery per antibiogram: value is the MIC, interpretation S, I or R');
  },
  comments: comments('the germ'),
  performedBy,
});

/** `Isolate` of the domain. */
export const isolate: z.ZodType<Isolate> = isolateFields.meta({
  id: 'Isolate',
  description: 'One germ of a culture, with its count and what it resists to',
});

/** `Battery` of the domain, field by field: what the proof looks at. */
export const batteryFields = z.strictObject({
  batteryId: filled.meta({ description: 'Unique in the report', examples: ['GLY'] }),
  code: localCode.describe("The examination in the laboratory's catalogue"),
  loinc: loincCode.exactOptional().describe('LOINC of the panel'),
  category: coded.exactOptional().describe('HL7 ObservationMethod: 4 macroscopic examination, 107 microscopy'),
  observations: z.array(observation).describe('Its results, in print order'),
  get isolates(): z.ZodExactOptional<Isolates> {
    return z.array(isolate).exactOptional().describe('Germs of this culture');
  },
  get batteries(): z.ZodExactOptional<Batteries> {
    return z.array(battery).exactOptional().describe('Batteries inside this one');
  },
  images,
  comments: comments('the examination'),
  specimenId: specimenRef.exactOptional(),
  performedBy,
});

/** `Battery` of the domain. */
export const battery: z.ZodType<Battery> = batteryFields.meta({
  id: 'Battery',
  description: 'One prescribed examination with its results',
});

const section = {
  title: printed.exactOptional().meta({ description: 'Printed heading; absent: the label of the code', examples: ['Biochimie'] }),
  actCode: coded.exactOptional().describe("LOINC specialty of what was done, where it is not the section's own code"),
  batteries: z.array(battery).describe('Examinations, in print order'),
  isolates: z.array(isolate).exactOptional().describe('Germs that belong to no single examination'),
  images,
  comments: comments('the section').exactOptional(),
  performedBy,
  validations: z.array(validation).exactOptional().describe('Who validated this section; absent: those of the report'),
  specimenIds: z.array(specimenRef).exactOptional().describe('Specimens of this section; absent: those that its results name'),
};

const subChapter = z
  .strictObject({ code: loincCode.exactOptional().describe('LOINC of a panel or of a specialty'), ...section })
  .meta({ id: 'SubChapter', description: 'A part of a chapter under its own heading' });

/** `Chapter` of the domain. */
export const chapter = z
  .strictObject({
    code: formatted('chapter').meta({
      description: 'Chapter LOINC of the CR-BIO, or 1443252: results of a second laboratory',
      examples: ['18719-5'],
    }),
    ...section,
    subChapters: z
      .array(subChapter)
      .exactOptional()
      .describe('Where there is one, the chapter itself holds neither batteries nor isolates'),
  })
  .meta({ id: 'Chapter', description: 'A specialty of the report, printed under its heading' });
