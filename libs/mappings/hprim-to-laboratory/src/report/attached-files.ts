import type { HprimSegment } from '@segur/hprim';
import type { MappingContext } from '@segur/results-to-laboratory';
import type { Remarks } from '../remarks.js';

/** What a file of results needs beside itself. */
export interface HprimContext extends MappingContext {
  /** Files that lay beside the message, by name: results of type FIC are in them. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
}

/** What a file beside the message holds. */
export type AttachedFile = { readonly kind: 'pdf'; readonly data: string } | { readonly kind: 'text'; readonly text: string };

/** A name, and nothing that leads to another folder. */
const NAME = /^[\p{L}\p{N}_][\p{L}\p{N} ._-]{0,119}$/u;
const LARGEST = 20 * 1024 * 1024;

/**
 * Reads the file that an OBX of type FIC names: `origin~name~TXT` or `PDF`. What it is is looked at, not only said.
 *
 * @returns Nothing, with a remark at OBX.5, when it is not there, or not what it is said to be.
 * @see hprim-sante.md §1.7
 */
export function toAttachedFile(obx: HprimSegment, files: HprimContext['files'], remarks: Remarks): AttachedFile | undefined {
  const [name, type] = [obx.text(5, 2).trim(), obx.text(5, 3).trim().toUpperCase()];
  const bytes = NAME.test(name) ? files?.get(name) : undefined;
  if (!bytes) {
    remarks.add('hprim-file-not-read', obx.location(5));
    return undefined;
  }
  const file = bytes.length > LARGEST ? undefined : toFile(Buffer.from(bytes), type);
  if (!file) remarks.add('hprim-file-unreadable', obx.location(5));
  return file;
}

function toFile(bytes: Buffer, type: string): AttachedFile | undefined {
  const isPdf = bytes.subarray(0, 5).toString('latin1') === '%PDF-';
  if (type === 'PDF') return isPdf ? { kind: 'pdf', data: bytes.toString('base64') } : undefined;
  if (type !== 'TXT' || isPdf || bytes.includes(0)) return undefined;
  const text = decode(bytes).replace(/\r\n?/g, '\n').trimEnd();
  return text.trim() === '' ? undefined : { kind: 'text', text };
}

/** UTF-8 where it is; windows-1252 where it is not. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
