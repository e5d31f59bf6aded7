import { element, fragment, textElement, type Xml } from '@segur/xml';
import { OID, TEMPLATES } from './cr-bio-constants.js';
import type { CdaCode, CdaId } from './cda-types.js';
import { writeId, writeOriginalText, writeReference, writeTemplates } from './write-cda-types.js';

const DOCUMENT = writeTemplates(TEMPLATES.attachedDocument);
const DOCUMENT_CODE = element('code', {
  code: '55107-7',
  codeSystem: OID.loinc,
  codeSystemName: 'LOINC',
  displayName: 'Document attaché',
});
const TYPE = writeTemplates(TEMPLATES.attachedDocumentType);
const TYPE_CODE = element('code', {
  code: '69764-9',
  codeSystem: OID.loinc,
  codeSystemName: 'LOINC',
  displayName: 'Type de document',
});
const COMPLETED = element('statusCode', { code: 'completed' });
const NO_TIME = element('effectiveTime', { nullFlavor: 'NA' });

/** A PDF inside the document, with the identifiers and narrative IDs it is given. */
export interface PlacedDocument {
  /** Narrative ID of the title, and ID of the PDF. */
  readonly titleId: string;
  readonly mediaId: string;
  readonly title: string;
  readonly type?: CdaCode;
  /** Base64, without line breaks. */
  readonly data: string;
  /** Of the entry, and of the statement of its type. */
  readonly ids: { readonly document: CdaId; readonly type: CdaId };
}

/** The narrative of a section that holds one PDF. */
export function writeDocumentNarrative({ titleId, mediaId, title }: PlacedDocument): Xml {
  return element(
    'text',
    {},
    element(
      'paragraph',
      {},
      textElement('content', { ID: titleId }, title),
      element('renderMultiMedia', { referencedObject: mediaId }),
    ),
  );
}

/** Writes FR-Document-attache with its FR-Type-document-attache. */
export function writeDocumentEntry({ titleId, mediaId, type, data, ids }: PlacedDocument): Xml {
  return element(
    'entry',
    {},
    element(
      'organizer',
      { classCode: 'CLUSTER', moodCode: 'EVN' },
      DOCUMENT,
      writeId(ids.document),
      DOCUMENT_CODE,
      COMPLETED,
      element(
        'component',
        {},
        element(
          'observation',
          { classCode: 'OBS', moodCode: 'EVN' },
          fragment(TYPE, writeId(ids.type), TYPE_CODE),
          element('text', {}, writeReference(titleId)),
          COMPLETED,
          NO_TIME,
          type
            ? element('value', { ...type, 'xsi:type': 'CD' })
            : element('value', { 'xsi:type': 'CD' }, writeOriginalText(titleId)),
        ),
      ),
      element(
        'component',
        {},
        element(
          'observationMedia',
          { ID: mediaId, classCode: 'OBS', moodCode: 'EVN' },
          // Base64 holds nothing to escape; `text` proves it once and is fast.
          textElement('value', { mediaType: 'application/pdf', representation: 'B64' }, data),
        ),
      ),
    ),
  );
}

/** Base64 of a file, without line breaks. */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
