import { closeSync, openSync, readSync } from 'node:fs';
import { checkCrBio, LIMITS, type CrBioKind } from '@segur/conformance';
import { checkOfficial } from '@segur/conformance/official';
import type { Finding } from '@segur/errors';
import { unreadable, type Found } from './find-documents.js';

/** What the checks said of one file. */
export interface DocumentCheck {
  readonly file: string;
  readonly findings: readonly Finding[];
  /** Those that ran, our own first. */
  readonly layers: readonly string[];
  /** Absent when the document could not be read. */
  readonly kind?: CrBioKind;
  readonly milliseconds: number;
}

/** Checks one file with all that is there to check it. Whatever the file holds, the answer is findings. */
export function checkDocument(found: Found, ciSisDir: string | undefined): DocumentCheck {
  const start = performance.now();
  const answer = 'finding' in found ? { findings: [found.finding], layers: [] } : checkFile(found.file, ciSisDir);
  return { file: found.file, ...answer, milliseconds: Math.round(performance.now() - start) };
}

function checkFile(file: string, ciSisDir: string | undefined): Omit<DocumentCheck, 'file' | 'milliseconds'> {
  let bytes: Uint8Array;
  try {
    bytes = readBounded(file);
  } catch (error) {
    return { findings: [unreadable(error)], layers: [] };
  }
  const { findings, layers, kind } = checkCrBio(bytes, ciSisDir === undefined ? {} : { ciSisDir });
  if (ciSisDir === undefined || kind === undefined) return { findings, layers, ...(kind === undefined ? {} : { kind }) };
  const official = checkOfficial(bytes, { ciSisDir });
  return { findings: [...findings, ...official.findings], layers: [...layers, ...official.layers], kind };
}

/** One byte more than the limit is enough to see that a file is too large. */
function readBounded(file: string): Uint8Array {
  const descriptor = openSync(file, 'r');
  try {
    const chunks: Buffer[] = [];
    let length = 0;
    while (length <= LIMITS.bytes) {
      const chunk = Buffer.allocUnsafe(Math.min(1024 * 1024, LIMITS.bytes + 1 - length));
      const read = readSync(descriptor, chunk);
      if (read === 0) break;
      chunks.push(chunk.subarray(0, read));
      length += read;
    }
    return Buffer.concat(chunks);
  } finally {
    closeSync(descriptor);
  }
}
