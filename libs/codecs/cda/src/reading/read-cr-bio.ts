import { decodeXml } from '../cda-charset.js';
import { parseCdaTree, type CdaLimits, type CdaNode } from '../cda-tree.js';
import type { CrBioReading } from '../cr-bio-reading.js';
import { child, peek, present } from '../read-cda-types.js';
import { toHeader } from '../read-cda-header.js';
import { UnreadableCda } from '../unreadable-cda.js';
import { readBody } from './read-body.js';
import { readMedia } from './read-media.js';
import { readVersion } from './read-version.js';
import { ReadingContext } from './reading-context.js';
import { reportUnread } from './unread.js';

/** Larger than any document that the DMP takes, twice over. */
const MAX_BYTES = 50 * 1024 * 1024;

/**
 * Reads a CR-BIO 2021.01, 2023.01 or 2024.01, level 3 or level 1, auto-présentable or not, into the document's own words.
 *
 * It reads what mistaken documents say as far as it can be understood, and reports the rest: whatever stands in the document and not in
 * the reading has a finding. Conformance is judged elsewhere.
 *
 * @param bytes - In the character set of their XML declaration: UTF-8, ISO-8859-1, ISO-8859-15 or windows-1252.
 * @throws {UnreadableCda} Not well-formed, a DOCTYPE, another character set, beyond the limits, without the header elements that
 * `readCdaHeader` wants, without body, or without chapter.
 * @see CI-SIS, volet BIO-CR-BIO; IHE PaLM, XD-LAB
 */
export function readCrBio(bytes: Uint8Array, limits: CdaLimits = {}): CrBioReading {
  const { maxBytes = MAX_BYTES } = limits;
  if (bytes.byteLength > maxBytes) throw new UnreadableCda('The document is too large', { sizeBytes: bytes.byteLength });
  const tree = parseCdaTree(decodeXml(bytes), 'end', limits);
  if (!tree.body) throw new UnreadableCda('The document has no body');
  const header = toHeader(tree.root, tree.body);
  const context = new ReadingContext(tree, header.id, maxBytes);
  for (const duplicate of tree.duplicates) context.notes.add('cda.duplicate-id', duplicate);
  const holder = bodyOf(tree.root);

  if (tree.body === 'unstructured') {
    const pdf = readLevel1(child(holder, 'nonXMLBody'), context);
    reportUnread(tree.root, context.notes);
    return present<CrBioReading>({
      version: undefined,
      form: 'n1',
      header,
      body: undefined,
      pdf: pdf === undefined ? undefined : fromBase64(pdf),
      findings: context.notes.findings,
    });
  }
  const { body, pdf } = readBody(child(holder, 'structuredBody') as CdaNode, context);
  const version = readVersion(tree, body, pdf !== undefined, context.notes);
  reportUnread(tree.root, context.notes);
  return present<CrBioReading>({
    version,
    form: tree.carried ? 'auto-presentable' : 'n3',
    header,
    body,
    pdf: pdf === undefined ? undefined : fromBase64(pdf),
    findings: context.notes.findings,
  });
}

/** The component that holds the body; a header has no other. */
function bodyOf(root: CdaNode): CdaNode | undefined {
  const holder = root.children.find(
    (node) => node.name === 'component' && (peek(node, 'structuredBody') ?? peek(node, 'nonXMLBody')),
  );
  if (holder) holder.read = true;
  return holder;
}

function readLevel1(body: CdaNode | undefined, context: ReadingContext): string | undefined {
  const text = peek(body, 'text');
  if (text?.attributes['mediaType'] !== 'application/pdf') return undefined;
  text.read = true;
  return readMedia(text, context)?.data;
}

function fromBase64(data: string): Uint8Array {
  return Buffer.from(data, 'base64');
}
