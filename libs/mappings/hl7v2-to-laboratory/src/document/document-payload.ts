import type { Segment } from '@segur/hl7v2';
import type { Remarks } from '../remarks.js';

const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;

/** Bytes of a base64 text, padding optional; nothing when it holds another character, or nothing at all. */
export function decodeBase64(text: string): Buffer | undefined {
  if (text.trim() === '' || !BASE64.test(text)) return undefined;
  return Buffer.from(text, 'base64');
}

/** Number of the component of OBX-5 that says `Base64`; the data come after it. The norm says the fourth. */
function encodingAt(obx: Segment): number | undefined {
  return [4, 3].find((number) => obx.text(5, number).trim().toUpperCase() === 'BASE64');
}

/** True when OBX-5 holds an XML document: `source^type^XML^Base64^data`, or one component less, as a published description says. */
export function holdsXml(obx: Segment): boolean {
  if (obx.text(2) !== 'ED') return false;
  return (
    obx
      .text(5, (encodingAt(obx) ?? 4) - 1)
      .trim()
      .toUpperCase() === 'XML'
  );
}

/** Bytes in OBX-5 of type ED; nothing when they are not base64. Line breaks inside, bare or escaped, are no part of them. */
export function encapsulatedBytes(obx: Segment, remarks: Remarks): Buffer | undefined {
  const encoding = encodingAt(obx) ?? 4;
  if (encoding !== 4) remarks.add('hl7-field-misplaced', `${obx.location(5)}.${encoding + 1}`);
  return decodeBase64(obx.text(5, encoding + 1));
}

/** What a payload is, as far as its first and last bytes say; whether it is valid is for the XSD to judge. */
export type PayloadKind = 'cda' | 'cda-level-1' | 'not-cda';

/** Looks for a whole ClinicalDocument: its start tag near the beginning, its end tag at the end. A body that is one file is level 1. */
export function payloadKind(bytes: Buffer): PayloadKind {
  const start = bytes
    .subarray(0, 64 * 1024)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  const end = bytes.subarray(-512).toString('latin1').trimEnd();
  const root = /<((?:[A-Za-z_][\w-]*:)?ClinicalDocument)[\s>]/.exec(start)?.[1];
  if (!root || !start.startsWith('<') || !end.endsWith('>') || !end.includes(`</${root}`)) return 'not-cda';
  return bytes.includes('nonXMLBody') && !bytes.includes('structuredBody') ? 'cda-level-1' : 'cda';
}
