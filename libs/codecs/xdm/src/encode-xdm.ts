import { MalformedInput } from '@segur/errors';
import { indexHtm, readmeTxt, type XdmSender } from './reading-pages.js';
import { encodeStoredZip } from './stored-zip.js';

/** One file of the archive's submission set. */
export interface XdmDocument {
  /** ISO 9660 level 1, e.g. `DOC0001.XML`; the URI slot of its metadata says the same. */
  readonly fileName: string;
  /** Exact bytes: their hash and size stand in the metadata. */
  readonly bytes: Uint8Array;
  /** Printed beside the link, e.g. the title of the document. */
  readonly title: string;
}

/** All that goes in one archive: one usager, one submission set. */
export interface XdmArchive {
  /** `METADATA.XML`: an ebRIM `SubmitObjectsRequest`. */
  readonly metadata: string;
  readonly documents: readonly XdmDocument[];
  readonly sender: XdmSender;
  /** Time stamp of every entry, UTC, to two seconds. Fixed by the caller: the same archive twice has the same bytes. */
  readonly at: Date;
}

const SUBSET = 'IHE_XDM/SUBSET01';

/**
 * Packs an `IHE_XDM.ZIP`: `INDEX.HTM`, `README.TXT`, and one submission set.
 *
 * Entries are stored, not deflated: documents are small, receivers old, and CPU dear.
 *
 * @throws {MalformedInput} A file name is not 8.3, or stands twice.
 * @see IHE ITI TF-2, 3.32 (Distribute Document Set on Media); CI-SIS volet Échange de documents de santé
 */
export function encodeXdm({ metadata, documents, sender, at }: XdmArchive): Buffer {
  const names = documents.map(({ fileName }) => fileName);
  if (names.some((name) => !/^[A-Z0-9_]{1,8}\.[A-Z0-9]{1,3}$/.test(name)) || new Set(names).size !== names.length)
    throw new MalformedInput('A file name of an XDM archive is 8.3, in capitals, and stands once', { documents: names.length });

  const paths = names.map((name) => `${SUBSET}/${name}`);
  const links = documents.map(({ fileName, title }) => ({ href: `${SUBSET}/${fileName}`, title }));
  return encodeStoredZip(
    [
      { path: 'INDEX.HTM', bytes: Buffer.from(indexHtm(sender, links)) },
      { path: 'README.TXT', bytes: Buffer.from(readmeTxt(sender, paths)) },
      { path: `${SUBSET}/METADATA.XML`, bytes: Buffer.from(metadata) },
      ...documents.map(({ fileName, bytes }) => ({ path: `${SUBSET}/${fileName}`, bytes })),
    ],
    at,
  );
}
