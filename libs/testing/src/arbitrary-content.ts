import type { Battery, Chapter, Isolate, SectionContent, SubChapter } from '@segur/laboratory';
import fc from 'fast-check';
import { arbitraryImage, arbitraryPerformer } from './arbitrary-attachments.js';
import { arbitraryLocalCode, arbitraryLoinc, arbitraryObservation, arbitrarySpecimenId } from './arbitrary-observation.js';
import { arbitraryCoded, arbitraryIdentifier, arbitraryValidation } from './arbitrary-people.js';
import { record, some } from './arbitrary-record.js';
import { arbitraryFilled, arbitraryText, arbitraryTime } from './arbitrary-texts.js';

/** @param depth - How many more batteries and isolates may stand inside. */
function battery(depth: number): fc.Arbitrary<Battery> {
  return record<Battery>(
    {
      batteryId: arbitraryFilled,
      code: arbitraryLocalCode,
      observations: some(arbitraryObservation, 2),
      comments: some(arbitraryText, 2),
    },
    {
      loinc: arbitraryLoinc,
      category: arbitraryCoded,
      isolates: depth > 0 ? some(isolate(depth - 1), 1) : fc.constant([]),
      batteries: depth > 0 ? some(battery(depth - 1), 1) : fc.constant([]),
      images: some(arbitraryImage, 1),
      specimenId: arbitrarySpecimenId,
      performedBy: arbitraryPerformer,
    },
  );
}

function isolate(depth: number): fc.Arbitrary<Isolate> {
  return record<Isolate>(
    {
      isolateId: arbitraryFilled,
      organism: record<Isolate['organism']>({ label: arbitraryText }, { snomed: arbitraryCoded, ncbi: arbitraryCoded }),
      observations: some(arbitraryObservation, 1),
      antibiograms: some(battery(depth), 1),
      comments: some(arbitraryText, 1),
    },
    { identifier: arbitraryIdentifier, observedAt: arbitraryTime, performedBy: arbitraryPerformer },
  );
}

const titled = {
  title: arbitraryText,
  actCode: arbitraryCoded,
  images: some(arbitraryImage, 1),
  comments: some(arbitraryText, 1),
  performedBy: arbitraryPerformer,
  validations: some(arbitraryValidation, 1),
  specimenIds: some(arbitrarySpecimenId, 2),
};
const isolates = some(isolate(1), 1);
const batteries: fc.Arbitrary<SectionContent['batteries']> = some(battery(2), 2);
const subChapter = record<SubChapter>({ batteries }, { ...titled, isolates, code: arbitraryLoinc });
const code = fc.constantFrom('18719-5', '18723-7', '26436-6', '1443252');

/** A chapter with its results, or with sub-chapters that hold them. No id in it is unique yet. */
export const arbitraryChapter: fc.Arbitrary<Chapter> = fc.oneof(
  record<Chapter>({ code, batteries }, { ...titled, isolates, subChapters: fc.constant([]) }),
  record<Chapter>(
    { code, batteries: fc.constant([]) },
    { ...titled, isolates: fc.constant([]), subChapters: fc.array(subChapter, { minLength: 1, maxLength: 2 }) },
  ),
);
