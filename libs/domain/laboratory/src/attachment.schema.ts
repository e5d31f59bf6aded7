import { z } from 'zod';
import { coded } from './coded.schema.js';
import { organization, professional } from './people.schema.js';
import { base64, filled, printed, statedTime } from './text-forms.schema.js';

/** `PerformingLaboratory` of the domain. */
export const performingLaboratory = z
  .strictObject({
    organization: organization.describe('The laboratory'),
    director: professional.exactOptional().describe('Who answers for it there'),
    at: statedTime.exactOptional().describe('When it was done'),
  })
  .meta({
    id: 'PerformingLaboratory',
    description: 'The laboratory that did an examination where it is not the one that reports it',
  });

/** `Image` of the domain. */
export const image = z
  .strictObject({
    imageId: filled.meta({ description: 'Unique in the report', examples: ['IMG-1'] }),
    mediaType: z.enum(['image/png', 'image/jpeg', 'image/gif']).describe('Media type'),
    data: base64.describe('The picture in base64'),
    title: printed.exactOptional().meta({ description: 'What it shows', examples: ['Électrophorèse'] }),
  })
  .meta({ id: 'Image', description: 'A picture that belongs to results' });

/** `AttachedPdf` of the domain. */
export const attachedPdf = z
  .strictObject({
    attachmentId: filled.meta({ description: 'Unique in the report', examples: ['PDF-1'] }),
    title: printed.meta({ description: 'Its title', examples: ['Compte rendu du laboratoire de seconde intention'] }),
    data: base64.describe('The PDF in base64'),
    type: coded.exactOptional().describe('What kind of document it is'),
    performedBy: performingLaboratory.exactOptional().describe('Whose report it is'),
  })
  .meta({ id: 'AttachedPdf', description: 'A PDF that travels inside the report' });
