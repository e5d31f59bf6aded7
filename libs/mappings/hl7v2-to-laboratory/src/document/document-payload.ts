const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;

/** Bytes of a base64 text, padding optional; nothing when it holds another character, or nothing at all. */
export function decodeBase64(text: string): Buffer | undefined {
  if (text.trim() === '' || !BASE64.test(text)) return undefined;
  return Buffer.from(text, 'base64');
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
