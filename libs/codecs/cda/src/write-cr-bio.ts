import { element, textElement, xmlDocument, type Xml } from '@segur/xml';
import type { CrBioDocument, CrBioHeader } from './cr-bio-document.js';
import { toBase64 } from './write-attached-document.js';
import { writeBody } from './write-body.js';
import { writeHeader } from './write-header.js';

/**
 * Writes a CR-BIO document, N3, volet BIO-CR-BIO 2024.01: UTF-8 without byte order mark, in canonical spelling.
 *
 * Narrative and entries come from the same rows. The same model gives the same bytes.
 *
 * @throws {MalformedInput} A text holds a character that XML 1.0 cannot.
 * @see CI-SIS volet BIO-CR-BIO 2024.01; IHE PaLM XD-LAB
 */
export function writeCrBio(document: CrBioDocument): Buffer {
  return writeRoot(writeHeader(document.header, 'n3'), writeBody(document));
}

/**
 * Writes a report of level 1: the header of a CR-BIO, and the PDF as its whole content.
 *
 * It claims neither XD-LAB nor the volet, as the structuration minimale demands; UTF-8, canonical spelling.
 *
 * @throws {MalformedInput} A text holds a character that XML 1.0 cannot.
 * @see CI-SIS structuration minimale, corps non structuré
 */
export function writeCrBioN1(header: CrBioHeader, pdf: Uint8Array): Buffer {
  const content = textElement('text', { mediaType: 'application/pdf', representation: 'B64' }, toBase64(pdf));
  return writeRoot(writeHeader(header, 'n1'), element('component', {}, element('nonXMLBody', {}, content)));
}

function writeRoot(...inside: readonly Xml[]): Buffer {
  const root = element(
    'ClinicalDocument',
    {
      xmlns: 'urn:hl7-org:v3',
      'xmlns:lab': 'urn:oid:1.3.6.1.4.1.19376.1.3.2',
      'xmlns:sdtc': 'urn:hl7-org:sdtc',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    ...inside,
  );
  return Buffer.from(xmlDocument(root), 'utf8');
}
