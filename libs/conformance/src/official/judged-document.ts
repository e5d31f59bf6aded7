import { Document, parseXmlDocument, type Element } from 'slimdom';

const HL7 = 'urn:hl7-org:v3';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

/**
 * The document as the official layers see it. Of a self-presentable one, only what its stylesheet carries; values of `xsi:type` lose
 * their prefix, for the rules compare them as text.
 *
 * @param xml - Well-formed, without DOCTYPE: `parseDocument` said so.
 */
export function judgedDocument(xml: string): Document {
  const parsed = parseXmlDocument(xml.replace(/^\uFEFF/, ''));
  const carried = parsed.getElementsByTagNameNS(HL7, 'ClinicalDocument')[0];
  if (!carried) return parsed;
  for (const element of [carried, ...carried.getElementsByTagName('*')]) unprefixType(element);
  if (carried === parsed.documentElement) return parsed;
  const document = new Document();
  document.appendChild(document.importNode(carried, true));
  document.documentElement?.setAttributeNS(XMLNS, 'xmlns', HL7);
  return document;
}

function unprefixType(element: Element): void {
  const [local = '', prefix] = (element.getAttributeNS(XSI, 'type') ?? '').split(':').reverse();
  if (prefix !== undefined && element.lookupNamespaceURI(prefix) === HL7) element.setAttributeNS(XSI, 'xsi:type', local);
}
