import { createHash } from 'node:crypto';
import type { Attachment, Entry } from '@segur/fhir';
import { batteriesOf, observationsOf, type AttachedPdf, type Image } from '@segur/laboratory';
import { ARCS } from '@segur/laboratory-to-cda';
import { toConcept, toHl7Concept, toIdentifier } from './code-systems.js';
import { refer, urnOf } from './document-ids.js';
import type { DocumentContext } from './document-context.js';
import { toDateTime } from './fhir-time.js';
import type { OutlinedChapter } from './to-outline.js';

/** Every picture of the report, in no particular order. */
export function imagesOf(outline: readonly OutlinedChapter[]): readonly Image[] {
  return outline.flatMap(({ chapter, sections }) => {
    const alone = sections.map(({ batteries, isolates = [] }) => ({ code: chapter.code, batteries, isolates }));
    return [...observationsOf({ chapters: alone }), ...batteriesOf(alone), ...sections].flatMap(({ images = [] }) => images);
  });
}

/** Each picture. */
export function toMediaEntries(outline: readonly OutlinedChapter[], { report, laboratory }: DocumentContext): readonly Entry[] {
  return imagesOf(outline).map(({ imageId, mediaType, data, title }) => ({
    fullUrl: urnOf(report, 'media', imageId),
    resource: {
      resourceType: 'Media',
      identifier: [toIdentifier(`${laboratory.oidRoot}.${ARCS.result}`, `${report.fillerNumber}-${imageId}`)],
      status: 'completed',
      type: toHl7Concept('media-type', 'image'),
      subject: refer(report, 'patient'),
      encounter: refer(report, 'encounter'),
      content: toAttachment(mediaType, data, title),
    },
  }));
}

/** The reports of other laboratories, as they came. @throws {UnassemblableReport} `malformed-time`. */
export function toDocumentEntries({ report, laboratory, performances }: DocumentContext): readonly Entry[] {
  return (report.secondIntention ?? []).map(({ attachmentId, title, data, type, performedBy }) => ({
    fullUrl: urnOf(report, 'attachment', attachmentId),
    resource: {
      resourceType: 'DocumentReference',
      status: 'current',
      ...(type && { type: toConcept(type) }),
      subject: refer(report, 'patient'),
      ...(performedBy && { author: performances.performersOf(performedBy) }),
      description: title,
      content: [{ attachment: toPdf({ title, data }) }],
      ...(performedBy?.at !== undefined && { context: { period: { end: toDateTime(performedBy.at, laboratory) } } }),
    },
  }));
}

/** A PDF with its size and its SHA-1, by which a reader finds that bytes were lost. */
export function toPdf({ title, data }: Pick<AttachedPdf, 'title' | 'data'>): Attachment {
  return toAttachment('application/pdf', data, title, 'fr-FR');
}

function toAttachment(contentType: string, data: string, title = '', language = ''): Attachment {
  const bytes = Buffer.from(data, 'base64');
  const hash = createHash('sha1').update(bytes).digest('base64');
  return { contentType, language, data, size: bytes.length, hash, title };
}
