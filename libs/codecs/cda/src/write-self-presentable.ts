import { element } from '@segur/xml';
import type { CrBioDocument } from './cr-bio-document.js';
import { prefixNames } from './prefix-names.js';
import { NARRATIVE_TEMPLATES } from './stylesheet-narrative.js';
import { PAGE_TEMPLATES } from './stylesheet-page.js';
import { writeCrBio } from './write-cr-bio.js';

const PREFIX = 'c';
// Says that the style sheet of this document is this document.
const PROLOGUE = '<?xml version="1.0" encoding="UTF-8"?>\n<?xml-stylesheet href="#" type="text/xsl"?>\n';

/**
 * Writes a CR-BIO document that shows itself: an XSLT 1.0 style sheet of ours that carries it, `auto-présentable`.
 *
 * It is the document of `writeCrBio`, with prefixed names (`c:`) in `data:Contenu`. The style sheet prints the facts of the header and
 * the narrative; it runs no script and fetches nothing: pictures and PDF are in it. UTF-8, canonical spelling.
 *
 * Official checks that compare `xsi:type` with unprefixed names see less of this form than of the plain one: prefer that.
 *
 * @throws {MalformedInput} A text holds a character that XML 1.0 cannot.
 * @see CI-SIS, volet structuration minimale, documents auto-présentables
 */
export function writeSelfPresentable(document: CrBioDocument): Buffer {
  const carried = prefixNames(writeCrBio(document).toString('utf8'), PREFIX);
  const root = element(
    'xsl:stylesheet',
    {
      'xmlns:c': 'urn:hl7-org:v3',
      'xmlns:data': 'urn:asip-sante:ci-sis',
      'xmlns:lab': 'urn:oid:1.3.6.1.4.1.19376.1.3.2',
      'xmlns:sdtc': 'urn:hl7-org:sdtc',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xmlns:xsl': 'http://www.w3.org/1999/XSL/Transform',
      'exclude-result-prefixes': 'c data lab sdtc xsi',
      version: '1.0',
    },
    PAGE_TEMPLATES,
    NARRATIVE_TEMPLATES,
    element('data:Contenu', {}, carried),
  );
  return Buffer.from(PROLOGUE + root, 'utf8');
}
