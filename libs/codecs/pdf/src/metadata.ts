import { element, fragment, textElement, type Xml } from '@segur/xml';
import type { PdfDocument } from './pdf-document.js';
import { textString, type PdfObject } from './pdf-object.js';
import { toPrintable } from './printable-text.js';

const PRODUCER = 'segur-platform';

type Described = Pick<PdfDocument, 'title' | 'author' | 'createdAt'>;

/** The information dictionary. It must say what the XMP packet says, to the second. @see ISO 19005-1, 6.7.3 */
export function writeInformation({ title, author, createdAt }: Described): PdfObject {
  const date = iso(createdAt).replace(/[-:T]/g, '');
  return (
    `<< /Title ${textString(clean(title))} /Author ${textString(clean(author))} ` +
    `/Producer ${textString(PRODUCER)} /CreationDate (D:${date}) >>`
  );
}

/** The XMP packet, which declares the file to be PDF/A-1b. Never deflated: archives read it without a PDF library. */
export function writeXmp({ title, author, createdAt }: Described): PdfObject {
  const packet = element(
    'x:xmpmeta',
    { 'xmlns:x': 'adobe:ns:meta/' },
    element(
      'rdf:RDF',
      { 'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' },
      description(
        { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
        element('dc:title', {}, element('rdf:Alt', {}, textElement('rdf:li', { 'xml:lang': 'x-default' }, clean(title)))),
        element('dc:creator', {}, element('rdf:Seq', {}, textElement('rdf:li', {}, clean(author)))),
      ),
      description({ 'xmlns:xmp': 'http://ns.adobe.com/xap/1.0/' }, textElement('xmp:CreateDate', {}, iso(createdAt))),
      description({ 'xmlns:pdf': 'http://ns.adobe.com/pdf/1.3/' }, textElement('pdf:Producer', {}, PRODUCER)),
      description(
        { 'xmlns:pdfaid': 'http://www.aiim.org/pdfa/ns/id/' },
        textElement('pdfaid:part', {}, '1'),
        textElement('pdfaid:conformance', {}, 'B'),
      ),
    ),
  );
  const bytes = Buffer.from(`<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${packet}\n<?xpacket end="r"?>`, 'utf8');
  return { dictionary: '/Type /Metadata /Subtype /XML', bytes };
}

function description(namespace: Record<string, string>, ...children: readonly Xml[]): Xml {
  return element('rdf:Description', { ...namespace, 'rdf:about': '' }, fragment(...children));
}

/** Control characters are no part of a name, and XML cannot hold them. */
function clean(text: string): string {
  return toPrintable(text.replace(/\p{Cs}/gu, '?'), () => true);
}

function iso(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}
