import { element, fragment, textElement, type Xml } from '@segur/xml';
import { placeSection } from './chapter-layout.js';
import { OID, TEMPLATES } from './cr-bio-constants.js';
import type { CdaAttachedDocument, CdaChapter, CdaSubChapter, CrBioDocument } from './cr-bio-document.js';
import { toBase64, writeDocumentEntry, writeDocumentNarrative, type PlacedDocument } from './write-attached-document.js';
import { writeCode, writeId, writeLines, writeTemplates } from './write-cda-types.js';
import { writeResultsEntry } from './write-entries.js';
import { writeNarrative } from './write-narrative.js';
import { writeReferral, writeVaccinations, type IdOf } from './write-screening.js';

const CHAPTER = writeTemplates(TEMPLATES.chapter);
const SUB_CHAPTER = writeTemplates(TEMPLATES.subChapter);
const PDF_COPY = writeTemplates(TEMPLATES.pdfSection);
const REMARK = fragment(
  writeTemplates(TEMPLATES.commentSection),
  element('code', { code: '55112-7', codeSystem: OID.loinc, codeSystemName: 'LOINC', displayName: 'Commentaire' }),
);
const SECOND_INTENTION = writeTemplates(TEMPLATES.secondIntentionSection);
const SECOND_INTENTION_CODE = element('code', {
  code: '101792-0',
  codeSystem: OID.loinc,
  codeSystemName: 'LOINC',
  displayName: 'Résultats de laboratoire scannés',
});
const COPY = { code: '55108-5', codeSystem: OID.loinc, codeSystemName: 'LOINC', displayName: 'Copie du document' };

/** Writes the sections: context, comments, chapters, second intention, vaccinations, remarks, then the copy on paper. */
export function writeBody(document: CrBioDocument): Xml {
  const { header, referral, chapters, comments, secondIntention = [], vaccinations = [], remarks = [], pdf } = document;
  const { root, extension } = header.id;
  // Ids of places hang on the document's own, so that they are as unique, and the same when the document is written again.
  const idOf: IdOf = (place) => ({ root, extension: extension === undefined ? place : `${extension}-${place}` });
  return element(
    'component',
    {},
    element(
      'structuredBody',
      {},
      referral && section(writeReferral(referral, idOf)),
      comments.length > 0 && section(writeRemark('Commentaires', comments)),
      ...chapters.map((chapter, index) => section(writeChapter(chapter, `c${index + 1}`))),
      ...secondIntention.map((attached, index) => section(writeSecondIntention(attached, `doc-${index + 1}`, idOf))),
      vaccinations.length > 0 && section(writeVaccinations(vaccinations, idOf)),
      ...remarks.map(({ title, text }) => section(writeRemark(title, [text]))),
      section(writePdfCopy(pdf, idOf)),
    ),
  );
}

function section(inside: Xml): Xml {
  return element('component', {}, element('section', {}, inside));
}

/** Either results, or sub-chapters that hold them: the volet refuses both together. */
function writeChapter(chapter: CdaChapter, prefix: string): Xml {
  const heading = fragment(CHAPTER, writeCode('code', chapter.code), textElement('title', {}, chapter.title));
  const subChapters = chapter.subChapters ?? [];
  if (subChapters.length > 0)
    return fragment(heading, ...subChapters.map((sub, index) => section(writeSubChapter(sub, `${prefix}s${index + 1}`))));
  const placed = placeSection(chapter, prefix);
  return fragment(heading, writeNarrative(placed), writeResultsEntry(placed, chapter.code));
}

function writeSubChapter(subChapter: CdaSubChapter, prefix: string): Xml {
  const { code, title } = subChapter;
  const placed = placeSection(subChapter, prefix);
  return fragment(
    SUB_CHAPTER,
    code && writeCode('code', code),
    title !== undefined && textElement('title', {}, title),
    writeNarrative(placed),
    writeResultsEntry(placed, code),
  );
}

function writeRemark(title: string, paragraphs: readonly string[]): Xml {
  return fragment(
    REMARK,
    textElement('title', {}, title),
    element('text', {}, ...paragraphs.map((paragraph) => element('paragraph', {}, writeLines(paragraph)))),
  );
}

function writeSecondIntention({ title, type, data }: CdaAttachedDocument, place: string, idOf: IdOf): Xml {
  const attached: PlacedDocument = {
    titleId: `${place}-title`,
    mediaId: place,
    title,
    ...(type && { type }),
    data,
    ids: { document: idOf(place), type: idOf(`${place}-type`) },
  };
  return fragment(
    SECOND_INTENTION,
    writeId(idOf(`${place}-section`)),
    SECOND_INTENTION_CODE,
    textElement('title', {}, title),
    writeDocumentNarrative(attached),
    writeDocumentEntry(attached),
  );
}

/** FR-Document-PDF-copie: its title is compared to the letter. */
function writePdfCopy(pdf: Uint8Array, idOf: IdOf): Xml {
  const attached: PlacedDocument = {
    titleId: 'pdf-title',
    mediaId: 'pdf-1',
    title: 'Compte rendu au format PDF',
    type: COPY,
    data: toBase64(pdf),
    ids: { document: idOf('pdf'), type: idOf('pdf-type') },
  };
  return fragment(
    PDF_COPY,
    writeId(idOf('pdf-section')),
    writeCode('code', COPY),
    textElement('title', {}, 'Copie du document'),
    writeDocumentNarrative(attached),
    writeDocumentEntry(attached),
  );
}
