import { crc32, inflateRawSync } from 'node:zlib';
import { MalformedInput } from '@segur/errors';

/** One file of an archive. */
export interface ArchivedFile {
  /** As written in the archive, with `/`; inside the archive, and once. */
  readonly path: string;
  readonly bytes: Buffer;
}

/** What an archive may cost its reader. */
const LIMITS = { entries: 200, bytes: 100 * 1024 * 1024 } as const;

const END_OF_DIRECTORY = 22;
const MAX_COMMENT = 0xffff;
const CENTRAL_HEADER = 46;
const LOCAL_HEADER = 30;
const ENCRYPTED = 0x0001;
const UTF8_NAME = 0x0800;

/**
 * The files of a ZIP archive, in its own order, without its folders. Stored and deflated entries are read.
 *
 * Sizes are bounded before anything is unpacked, and a checksum that differs refuses the archive: half a document is none.
 *
 * @throws {MalformedInput} Not a ZIP, cut off, encrypted, ZIP64, in parts, too big once unpacked, or with a path that leaves the archive or stands twice.
 * @see PKWARE APPNOTE 6.3.3
 */
export function unzip(zip: Uint8Array): readonly ArchivedFile[] {
  const archive = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  try {
    return filesOf(archive);
  } catch (cause) {
    // A length that points beyond the end, or a stream that zlib cannot inflate.
    throw cause instanceof MalformedInput ? cause : new MalformedInput('Not a readable ZIP archive', {}, { cause });
  }
}

function filesOf(archive: Buffer): readonly ArchivedFile[] {
  const end = endOfDirectory(archive);
  const count = archive.readUInt16LE(end + 10);
  if (count !== archive.readUInt16LE(end + 8) || archive.readUInt32LE(end + 4) !== 0)
    throw new MalformedInput('The archive is in parts');
  if (count > LIMITS.entries) throw new MalformedInput('Too many entries in the archive', { entries: count });

  const files = new Map<string, Buffer>();
  let total = 0;
  let at = archive.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry += 1) {
    if (archive.readUInt32LE(at) !== 0x02014b50) throw new MalformedInput('The directory of the archive is broken');
    const flags = archive.readUInt16LE(at + 8);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const nameBytes = archive.subarray(at + CENTRAL_HEADER, at + CENTRAL_HEADER + nameLength);
    const path = nameBytes.toString(flags & UTF8_NAME ? 'utf8' : 'latin1');
    if (!path.endsWith('/')) {
      if (!isInside(path)) throw new MalformedInput('A path leaves the archive');
      if (files.has(path)) throw new MalformedInput('A path stands twice in the archive');
      if (flags & ENCRYPTED) throw new MalformedInput('The archive is encrypted');
      total += archive.readUInt32LE(at + 24);
      if (total > LIMITS.bytes) throw new MalformedInput('The archive is too big once unpacked');
      files.set(path, unpacked(archive, at));
    }
    at += CENTRAL_HEADER + nameLength + extraLength + commentLength;
  }
  return [...files].map(([path, bytes]) => ({ path, bytes }));
}

/** It is the last record, behind which there may be a comment. */
function endOfDirectory(archive: Buffer): number {
  const last = archive.length - END_OF_DIRECTORY;
  for (let at = last; at >= Math.max(last - MAX_COMMENT, 0); at -= 1) {
    if (archive.readUInt32LE(at) === 0x06054b50 && at + END_OF_DIRECTORY + archive.readUInt16LE(at + 20) === archive.length)
      return at;
  }
  throw new MalformedInput('Not a ZIP archive, or cut off');
}

/** @param at - Where the entry stands in the directory, which is right where the local header may be silent. */
function unpacked(archive: Buffer, at: number): Buffer {
  const [method, checksum] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 16)];
  const [packedSize, size, local] = [20, 24, 42].map((offset) => archive.readUInt32LE(at + offset)) as [number, number, number];
  if (archive.readUInt32LE(local) !== 0x04034b50) throw new MalformedInput('An entry of the archive is broken');
  const start = local + LOCAL_HEADER + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + packedSize);
  if (method !== 0 && method !== 8) throw new MalformedInput('An entry is compressed in a way that is not read', { method });
  const bytes = method === 0 ? Buffer.from(packed) : inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  if (bytes.length !== size || crc32(bytes) !== checksum) throw new MalformedInput('An entry of the archive is damaged');
  return bytes;
}

function isInside(path: string): boolean {
  return path !== '' && !/^\/|\\|\0|^[A-Za-z]:/.test(path) && !path.split('/').some((step) => step === '..' || step === '');
}
