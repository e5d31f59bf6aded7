import { createHash } from 'node:crypto';
import type { Finding } from '@segur/errors';
import { decodeXdm, type ArchivedFile, type XdmSubset } from '@segur/xdm';
import { readSubmitObjectsRequest, type AnnouncedDocument } from '@segur/xds';

/** A document of an archive: what its metadata say, and its bytes. */
export interface ArchivedDocument extends AnnouncedDocument {
  /** In the archive. */
  readonly path: string;
  readonly bytes: Buffer;
}

/** An archive, with what is wrong in it. */
export interface ArchiveReading {
  readonly documents: readonly ArchivedDocument[];
  readonly findings: readonly Finding[];
}

/**
 * Reads an `IHE_XDM.ZIP` and compares its files with what the metadata announce.
 *
 * @throws {MalformedInput} No archive, or one without metadata. @throws {MalformedXds} Metadata that cannot be read.
 */
export function readArchive(bytes: Uint8Array): ArchiveReading {
  const subsets = decodeXdm(bytes).subsets.map(readSubset);
  return {
    documents: subsets.flatMap(({ documents }) => documents),
    findings: subsets.flatMap(({ findings }) => findings),
  };
}

function readSubset({ folder, metadata, files }: XdmSubset): ArchiveReading {
  const { sets, documents } = readSubmitObjectsRequest(metadata);
  const findings: Finding[] = [];
  const add = (severity: Finding['severity'], code: string, place: string, message: string, messageFr: string) =>
    void findings.push({ severity, code, location: `${folder}/${place}`, message, messageFr });

  if (sets.length !== 1) {
    add('error', 'xdm-not-one-set', 'METADATA.XML', 'A folder has one submission set', 'Un dossier a un lot de soumission');
  }
  const byPath = new Map(files.map((file) => [file.path.toUpperCase(), file]));
  const found = documents.flatMap((document): readonly ArchivedDocument[] => {
    const file = byPath.get(document.uri.toUpperCase());
    if (!file) {
      add('error', 'xdm-file-missing', document.uri, 'The announced file is not there', 'Le fichier annoncé est absent');
      return [];
    }
    byPath.delete(document.uri.toUpperCase());
    if (!isAsAnnounced(document, file)) {
      add(
        'error',
        'xdm-file-differs',
        file.path,
        'Hash or size of the file are not those of the metadata',
        'Le condensat ou la taille du fichier ne sont pas ceux des métadonnées',
      );
    }
    return [{ ...document, path: `${folder}/${file.path}`, bytes: file.bytes }];
  });
  for (const { path } of byPath.values()) {
    add('warning', 'xdm-file-unannounced', path, 'The metadata do not name this file', 'Les métadonnées ne citent pas ce fichier');
  }
  return { documents: found, findings };
}

/** Metadata may be silent about hash and size. */
function isAsAnnounced({ hash, sizeBytes }: AnnouncedDocument, { bytes }: ArchivedFile): boolean {
  const sameHash = hash === '' || hash === createHash('sha1').update(bytes).digest('hex');
  return sameHash && (sizeBytes === undefined || sizeBytes === bytes.length);
}
