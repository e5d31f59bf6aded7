import { element, xmlDocument } from '@segur/xml';
import type { CrBioDocument } from './cr-bio-document.js';
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
  const root = element(
    'ClinicalDocument',
    {
      xmlns: 'urn:hl7-org:v3',
      'xmlns:lab': 'urn:oid:1.3.6.1.4.1.19376.1.3.2',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    writeHeader(document.header),
    writeBody(document),
  );
  return Buffer.from(xmlDocument(root), 'utf8');
}
