import type { AttachedPdf, Image, PerformingLaboratory } from '@segur/laboratory';
import fc from 'fast-check';
import { arbitraryCoded, arbitraryOrganization, arbitraryProfessional } from './arbitrary-people.js';
import { record } from './arbitrary-record.js';
import { arbitraryFilled, arbitraryText, arbitraryTime } from './arbitrary-texts.js';

/** One pixel each. */
const PICTURES = {
  'image/gif': 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
  'image/png': 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'image/jpeg': '/9j/4AAQSkZJRgABAQEAYABgAAD/2Q==',
} as const;

/** The laboratory that did an examination for another. */
export const arbitraryPerformer: fc.Arbitrary<PerformingLaboratory> = record<PerformingLaboratory>(
  { organization: arbitraryOrganization },
  { director: arbitraryProfessional, at: arbitraryTime },
);

/** A picture. Its id is not unique yet. */
export const arbitraryImage: fc.Arbitrary<Image> = fc
  .constantFrom('image/gif', 'image/png', 'image/jpeg')
  .chain((mediaType) =>
    record<Image>(
      { imageId: arbitraryFilled, mediaType: fc.constant(mediaType), data: fc.constant(PICTURES[mediaType]) },
      { title: arbitraryText },
    ),
  );

/** A PDF of two lines. Its id is not unique yet. */
export const arbitraryPdf: fc.Arbitrary<AttachedPdf> = record<AttachedPdf>(
  {
    attachmentId: arbitraryFilled,
    title: arbitraryText,
    data: fc.constant(Buffer.from('%PDF-1.4\n%%EOF\n').toString('base64')),
  },
  { type: arbitraryCoded, performedBy: arbitraryPerformer },
);
