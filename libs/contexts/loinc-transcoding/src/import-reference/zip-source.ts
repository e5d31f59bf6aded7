import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { ArchiveUnreadable } from './reference-errors.js';
import type { ReleaseFile, ReleaseSource } from './release-source.js';

/** A release of LOINC has some two hundred files. */
const FILES_MAX = 10_000;

/**
 * The archive of a release, read in place: nothing is unpacked to the disk.
 *
 * @throws {ArchiveUnreadable} Not a ZIP, or one with more files than any release.
 */
export async function openZip(path: string): Promise<ReleaseSource> {
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false }).catch(unreadable);
  const entries = new Map<string, yauzl.Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      entries.set(entry.fileName, entry);
      if (entries.size > FILES_MAX) throw new ArchiveUnreadable('The archive has too many files', { files: entries.size });
    }
  } catch (cause) {
    zip.close();
    throw cause instanceof ArchiveUnreadable ? cause : unreadable(cause);
  }
  return {
    files: [...entries.values()].map(({ fileName, uncompressedSize }) => ({ path: fileName, sizeBytes: uncompressedSize })),
    open: (file) => read(zip, file, entries.get(file.path)),
    close: () => zip.close(),
  };
}

/** yauzl itself refuses an entry that unpacks to more than the archive announces. */
async function* read(zip: yauzl.ZipFile, { path }: ReleaseFile, entry: yauzl.Entry | undefined): AsyncGenerator<Buffer> {
  if (!entry) throw new ArchiveUnreadable('The archive has no such file', { path });
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry);
    yield* stream as AsyncIterable<Buffer>;
  } catch (cause) {
    unreadable(cause);
  }
}

function unreadable(cause: unknown): never {
  throw new ArchiveUnreadable('The archive cannot be read as a ZIP', {}, { cause });
}
