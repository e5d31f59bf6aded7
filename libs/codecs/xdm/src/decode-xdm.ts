import { MalformedInput } from '@segur/errors';
import { unzip, type ArchivedFile } from './unzip.js';

/** One submission set of an archive. */
export interface XdmSubset {
  /** `IHE_XDM/SUBSET01`. */
  readonly folder: string;
  /** Bytes of `METADATA.XML`. */
  readonly metadata: Buffer;
  /** All else in the folder; paths begin in it, as the URI of the metadata do. */
  readonly files: readonly ArchivedFile[];
}

/** An `IHE_XDM.ZIP`, taken apart. */
export interface XdmReading {
  /** One or more, by name. */
  readonly subsets: readonly XdmSubset[];
  /** Paths outside of the subsets: pages for people, and what does not belong there. */
  readonly others: readonly string[];
}

/**
 * Takes an `IHE_XDM.ZIP` apart. Names of folders and of the metadata may be in any case: writers differ.
 *
 * @throws {MalformedInput} As {@link unzip}; or no folder of `IHE_XDM` has metadata.
 * @see IHE ITI TF-2, 3.32
 */
export function decodeXdm(bytes: Uint8Array): XdmReading {
  const files = unzip(bytes);
  const metadata = files.filter(({ path }) => /^IHE_XDM\/[^/]+\/METADATA\.XML$/i.test(path));
  if (metadata.length === 0)
    throw new MalformedInput('The archive has no METADATA.XML in a folder of IHE_XDM', { files: files.length });
  const subsets = metadata.map((file) => {
    const folder = file.path.slice(0, file.path.lastIndexOf('/'));
    const inside = files.filter((other) => other !== file && other.path.startsWith(`${folder}/`));
    return {
      folder,
      metadata: file.bytes,
      files: inside.map((other) => ({ ...other, path: other.path.slice(folder.length + 1) })),
    };
  });
  const others = files.filter(({ path }) => !subsets.some(({ folder }) => path.startsWith(`${folder}/`))).map(({ path }) => path);
  return { subsets: subsets.sort((a, b) => (a.folder < b.folder ? -1 : 1)), others };
}
