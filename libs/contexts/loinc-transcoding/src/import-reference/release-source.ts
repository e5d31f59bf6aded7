import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** One file of a release. */
export interface ReleaseFile {
  /** As the archive names it, with `/` between folders. */
  readonly path: string;
  /** Unpacked. */
  readonly sizeBytes: number;
}

/** Where the files of a release are: an archive, or the folder into which somebody unpacked it. */
export interface ReleaseSource {
  readonly files: readonly ReleaseFile[];
  /** The bytes of one of {@link files}. @throws {ArchiveUnreadable} */
  open(file: ReleaseFile): AsyncIterable<Buffer>;
  close(): void;
}

/** A release that was unpacked into a folder. */
export async function openFolder(folder: string): Promise<ReleaseSource> {
  const names = await readdir(folder, { recursive: true });
  const found = await Promise.all(
    names.map(async (name) => {
      const about = await stat(join(folder, name));
      return about.isFile() ? [{ path: name.replaceAll('\\', '/'), sizeBytes: about.size }] : [];
    }),
  );
  return {
    files: found.flat(),
    open: ({ path }) => createReadStream(join(folder, path)) as AsyncIterable<Buffer>,
    close: () => undefined,
  };
}
