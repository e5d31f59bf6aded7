import { z } from 'zod';
import { coded, identifier } from './coded.schema.js';
import { professional } from './people.schema.js';
import { filled, printed, statedTime } from './text-forms.schema.js';

/** `Specimen` of the domain. */
export const specimen = z
  .strictObject({
    specimenId: filled.meta({ description: 'Unique in the report', examples: ['S1'] }),
    identifier: identifier.exactOptional().describe('Identifier under which a document already published it'),
    typeCode: filled.exactOptional().meta({ description: 'HL7 table 0487 code', examples: ['BLDV'] }),
    label: printed.meta({ description: 'What it is', examples: ['Sang veineux'] }),
    procedure: coded.exactOptional().describe('NABM act of the collection'),
    site: coded.exactOptional().describe('Where on the body it was taken'),
    collectedAt: statedTime.exactOptional().describe('When it was taken'),
    receivedAt: statedTime.exactOptional().describe('When it reached the laboratory'),
    accession: filled.exactOptional().meta({ description: 'Identifier on the tube', examples: ['TUBE-1'] }),
  })
  .meta({ id: 'Specimen', description: 'One specimen' });

/** `Sampler` of the domain. */
export const sampler = z
  .strictObject({
    professional: professional.describe('Who took specimens'),
    at: statedTime.exactOptional().describe('When'),
  })
  .meta({ id: 'Sampler', description: 'Who took the specimens (préleveur)' });

/** `Encounter` of the domain. */
export const encounter = z
  .strictObject({
    kind: z
      .enum(['AMB', 'IMP', 'EMER', 'HH', 'FLD', 'VR', 'EXTERNE', 'SEANCE'])
      .describe('JDV J142: AMB outpatient, IMP inpatient, EMER emergency, HH at home, FLD on site, VR remote…'),
    id: filled.exactOptional().meta({ description: 'Number of the stay or visit', examples: ['SEJOUR-1'] }),
    identifier: identifier.exactOptional().describe('Its number with the OID of who gave it'),
    start: statedTime.exactOptional().describe('Its start'),
    end: statedTime.exactOptional().describe('Its end'),
  })
  .meta({ id: 'Encounter', description: 'The stay or the visit' });

/** `Validation` of the domain. */
export const validation = z
  .strictObject({
    biologist: professional.describe('Who signed'),
    at: statedTime.describe('When'),
  })
  .meta({ id: 'Validation', description: 'Signature of a biologist on the results' });
