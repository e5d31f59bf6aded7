import { element, fragment, textElement, type Xml } from '@segur/xml';
import { placeChapter } from './chapter-layout.js';
import { OID, TEMPLATES } from './cr-bio-constants.js';
import type { CdaChapter, CrBioDocument } from './cr-bio-document.js';
import { writeCode, writeId, writeLines, writeReference, writeTemplates } from './write-cda-types.js';
import { writeResultsEntry } from './write-entries.js';
import { writeNarrative } from './write-narrative.js';

const CHAPTER = writeTemplates(TEMPLATES.chapter);
const COMMENTS = fragment(
  writeTemplates(TEMPLATES.commentSection),
  element('code', { code: '55112-7', codeSystem: OID.loinc, codeSystemName: 'LOINC', displayName: 'Commentaire' }),
  textElement('title', {}, 'Commentaires'),
);
const COPY = { code: '55108-5', codeSystem: OID.loinc, codeSystemName: 'LOINC', displayName: 'Copie du document' };
const COMPLETED = element('statusCode', { code: 'completed' });

/** Writes the sections: comments, chapters, then the copy on paper. */
export function writeBody({ header, chapters, comments, pdf }: CrBioDocument): Xml {
  const section = (...inside: Xml[]) => element('component', {}, element('section', {}, ...inside));
  return element(
    'component',
    {},
    element(
      'structuredBody',
      {},
      comments.length > 0 &&
        section(COMMENTS, element('text', {}, ...comments.map((comment) => element('paragraph', {}, writeLines(comment))))),
      ...chapters.map((chapter, index) => section(writeChapter(chapter, index + 1))),
      section(writePdfCopy(header.id.root, pdf)),
    ),
  );
}

function writeChapter(chapter: CdaChapter, number: number): Xml {
  const placed = placeChapter(chapter, number);
  return fragment(
    CHAPTER,
    writeCode('code', chapter.code),
    textElement('title', {}, chapter.title),
    writeNarrative(placed),
    writeResultsEntry(placed),
  );
}

/** FR-Document-PDF-copie with its FR-Document-attache. Its ids hang on the document's own, so that they are as unique. */
function writePdfCopy(documentRoot: string, pdf: Uint8Array): Xml {
  const id = (part: string) => writeId({ root: documentRoot, extension: part });
  return fragment(
    writeTemplates(TEMPLATES.pdfSection),
    id('pdf-section'),
    writeCode('code', COPY),
    textElement('title', {}, 'Copie du document'),
    element(
      'text',
      {},
      element(
        'paragraph',
        {},
        textElement('content', { ID: 'pdf-title' }, 'Compte rendu au format PDF'),
        element('renderMultiMedia', { referencedObject: 'pdf-1' }),
      ),
    ),
    element(
      'entry',
      {},
      element(
        'organizer',
        { classCode: 'CLUSTER', moodCode: 'EVN' },
        writeTemplates(TEMPLATES.attachedDocument),
        id('pdf'),
        element('code', { code: '55107-7', codeSystem: OID.loinc, codeSystemName: 'LOINC', displayName: 'Document attaché' }),
        COMPLETED,
        element(
          'component',
          {},
          element(
            'observation',
            { classCode: 'OBS', moodCode: 'EVN' },
            writeTemplates(TEMPLATES.attachedDocumentType),
            id('pdf-type'),
            element('code', { code: '69764-9', codeSystem: OID.loinc, codeSystemName: 'LOINC', displayName: 'Type de document' }),
            element('text', {}, writeReference('pdf-title')),
            COMPLETED,
            element('effectiveTime', { nullFlavor: 'NA' }),
            element('value', { ...COPY, 'xsi:type': 'CD' }),
          ),
        ),
        element(
          'component',
          {},
          element(
            'observationMedia',
            { ID: 'pdf-1', classCode: 'OBS', moodCode: 'EVN' },
            // Base64 holds nothing to escape; `text` proves it once and is fast.
            textElement('value', { mediaType: 'application/pdf', representation: 'B64' }, toBase64(pdf)),
          ),
        ),
      ),
    ),
  );
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
