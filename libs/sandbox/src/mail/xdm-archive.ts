import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { buffer } from 'node:stream/consumers';
import { MalformedInput } from '@segur/errors';

/** One file of an archive. */
export interface ArchivedFile {
  /** As written in the archive, with `/`. */
  readonly path: string;
  readonly bytes: Buffer;
}

const MAX_ENTRIES = 200;
const MAX_TOTAL_BYTES = 100 * 1024 * 1024;

/**
 * Unpacks an IHE_XDM.ZIP in memory. Directory entries are left out.
 *
 * @throws {MalformedInput} Not a ZIP, too big once unpacked, encrypted, or with a path that leaves the archive or stands twice.
 */
export async function unzip(zip: Buffer): Promise<readonly ArchivedFile[]> {
  const files = new Map<string, Buffer>();
  let total = 0;
  try {
    const archive: ZipFile = await fromBufferPromise(zip, { lazyEntries: true, strictFileNames: true });
    if (archive.entryCount > MAX_ENTRIES)
      throw new MalformedInput('Too many entries in the archive', { entries: archive.entryCount });
    for await (const entry of archive.eachEntry() as AsyncIterable<Entry>) {
      if (entry.fileName.endsWith('/')) continue;
      total += entry.uncompressedSize;
      if (total > MAX_TOTAL_BYTES) throw new MalformedInput('The archive is too big once unpacked');
      if (files.has(entry.fileName)) throw new MalformedInput('A path stands twice in the archive');
      // yauzl ends the stream with an error when the sizes stated in the archive are not the true ones.
      files.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)));
    }
  } catch (error) {
    throw error instanceof MalformedInput ? error : new MalformedInput('Not a readable ZIP archive', {}, { cause: error });
  }
  return [...files].map(([path, bytes]) => ({ path, bytes }));
}
