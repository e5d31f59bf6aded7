import { mapObservations, type Encounter, type Referral, type Report, type Sampler, type Specimen } from '@segur/laboratory';
import fc from 'fast-check';
import { arbitraryPdf } from './arbitrary-attachments.js';
import { arbitraryChapter } from './arbitrary-content.js';
import {
  arbitraryCoded,
  arbitraryIdentifier,
  arbitraryIdentity,
  arbitraryOrganization,
  arbitraryProfessional,
  arbitraryRelative,
  arbitraryValidation,
} from './arbitrary-people.js';
import { record, some } from './arbitrary-record.js';
import { arbitraryFilled, arbitraryText, arbitraryTime } from './arbitrary-texts.js';

export { arbitraryObservation, arbitraryValue } from './arbitrary-observation.js';
export { arbitraryIdentity } from './arbitrary-people.js';
export { arbitraryDecimal, arbitraryFilled, arbitraryText, arbitraryTime } from './arbitrary-texts.js';

const specimen = (specimenId: string): fc.Arbitrary<Specimen> =>
  record<Specimen>(
    { specimenId: fc.constant(specimenId), label: arbitraryText },
    {
      identifier: arbitraryIdentifier,
      typeCode: fc.constantFrom('BLDV', 'UR', 'PLAS'),
      procedure: arbitraryCoded,
      site: arbitraryCoded,
      collectedAt: arbitraryTime,
      receivedAt: arbitraryTime,
      accession: arbitraryFilled,
    },
  );

const encounter = record<Encounter>(
  { kind: fc.constantFrom('AMB', 'IMP', 'EMER', 'HH', 'FLD', 'VR', 'EXTERNE', 'SEANCE') },
  { id: arbitraryFilled, identifier: arbitraryIdentifier, start: arbitraryTime, end: arbitraryTime },
);

const mandatory = {
  reportSetId: fc.uuid({ version: 8 }),
  revision: fc.integer({ min: 1, max: 99 }),
  status: fc.constantFrom('final', 'partial'),
  fillerNumber: arbitraryFilled,
  identity: arbitraryIdentity,
  copies: some(arbitraryProfessional, 2),
  encounter,
  receivedAt: arbitraryTime,
  releasedAt: arbitraryTime,
  specimens: fc.tuple(specimen('S1'), specimen('S2')),
  chapters: some(arbitraryChapter, 2),
  comments: some(arbitraryText, 2),
  validations: fc
    .tuple(arbitraryValidation, some(arbitraryValidation, 1))
    .map(([first, others]): Report['validations'] => [first, ...others]),
  delivery: record<Report['delivery']>({
    dmp: fc.boolean(),
    professionals: fc.boolean(),
    patient: fc.boolean(),
    maskedToProfessionals: fc.boolean(),
    hiddenFromPatient: fc.boolean(),
    hiddenFromRepresentatives: fc.boolean(),
  }),
} as const;

const optional = {
  replaces: record<NonNullable<Report['replaces']>>(
    { document: arbitraryIdentifier },
    { reason: fc.constantFrom('completed', 'corrected') },
  ),
  fillerIdentifier: arbitraryIdentifier,
  placerNumber: arbitraryFilled,
  placerIdentifier: arbitraryIdentifier,
  relatives: some(arbitraryRelative, 2),
  prescriber: arbitraryProfessional,
  prescribedOn: arbitraryTime,
  clinicalInformation: arbitraryText,
  samplers: some(record<Sampler>({ professional: arbitraryProfessional }, { at: arbitraryTime }), 2),
  facility: arbitraryOrganization,
  confidentiality: fc.constantFrom('N', 'R', 'V'),
  referral: record<Referral>({ text: arbitraryText, reason: arbitraryCoded, problem: arbitraryCoded }, { title: arbitraryText }),
  secondIntention: some(arbitraryPdf, 1),
  vaccinations: some(
    record<NonNullable<Report['vaccinations']>[number]>(
      { label: arbitraryText, done: fc.boolean() },
      { vaccine: arbitraryCoded, at: arbitraryTime },
    ),
    2,
  ),
  printedCopy: arbitraryPdf,
  remarks: some(record<NonNullable<Report['remarks']>[number]>({ title: arbitraryText, text: arbitraryText }), 2),
  signedBy: arbitraryValidation,
} as const;

/**
 * Any report that keeps its own promises: identifiers unique in the report, references that lead somewhere, times that exist, results
 * that may still change in a partial report only.
 *
 * Texts are free, so a report may say nothing that a reader would understand: it is for codecs, not for rules.
 */
export function arbitraryReport(): fc.Arbitrary<Report> {
  return record<Report>(mandatory, optional).map(settled).map(numbered);
}

/** A final report has no result that may still change. */
function settled(report: Report): Report {
  if (report.status === 'partial') return report;
  const chapters = mapObservations(report.chapters, (one) => (one.status === 'preliminary' ? { ...one, status: 'final' } : one));
  return { ...report, chapters };
}

const IDENTIFIERS = new Set(['observationId', 'batteryId', 'isolateId', 'imageId', 'attachmentId']);

/** Makes the identifiers unique: the drawn one, after its place. */
function numbered(report: Report): Report {
  let count = 0;
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, field]) => [
        name,
        IDENTIFIERS.has(name) ? `${(count += 1)} ${String(field)}` : visit(field),
      ]),
    );
  };
  return visit(report) as Report;
}
