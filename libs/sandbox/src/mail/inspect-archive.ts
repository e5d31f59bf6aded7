import { createHash } from 'node:crypto';
import { MalformedInput, type Finding } from '@segur/errors';
import { codes, identifier, readRegistryObjects, SCHEME, slot, type RegistryObject } from '../dmp/registry-objects.js';
import { withXml } from '../xml/foreign-xml.js';
import { unzip, type ArchivedFile } from './xdm-archive.js';

/** A document that METADATA.XML announces. */
export interface AnnouncedDocument {
  /** Path in the archive, from its URI; empty when the metadata have none. */
  readonly path: string;
  readonly uniqueId: string | undefined;
  readonly patientId: string | undefined;
  readonly typeCode: string | undefined;
  readonly title: string;
  readonly hash: string | undefined;
  readonly size: string | undefined;
}

/** An IHE_XDM.ZIP, read. */
export interface ParsedArchive {
  readonly entries: readonly { readonly path: string; readonly size: number; readonly sha1: string }[];
  readonly documents: readonly AnnouncedDocument[];
}

const SUBSET = 'IHE_XDM/SUBSET01/';
const METADATA = `${SUBSET}METADATA.XML`;

/** Reads an IHE_XDM.ZIP and reports where it differs from the profile: files, one submission set, one patient, hashes and sizes. */
export async function inspectArchive(
  zip: Buffer,
): Promise<{ readonly archive: ParsedArchive; readonly problems: readonly Finding[] }> {
  const files = await unzip(zip);
  const at = (path: string): ArchivedFile | undefined => files.find((file) => file.path === path);
  const metadata = at(METADATA);
  const { documents, problems } = metadata ? readMetadata(metadata.bytes) : { documents: [], problems: [] };
  const unannounced = files.filter(
    ({ path }) => path.startsWith(SUBSET) && path !== METADATA && !documents.some((d) => d.path === path),
  );
  return {
    archive: { entries: files.map(({ path, bytes }) => ({ path, size: bytes.byteLength, sha1: digest(bytes) })), documents },
    problems: [
      ...['INDEX.HTM', 'README.TXT', METADATA]
        .filter((path) => !at(path))
        .map((path) => problem('SIM-XDM-FILES', path, 'the file is missing')),
      ...problems,
      ...documents.flatMap((document) => fileProblems(document, at(document.path))),
      ...unannounced.map(({ path }) => problem('SIM-XDM-FILES', path, 'the metadata announce no such file')),
    ],
  };
}

function readMetadata(bytes: Buffer): { documents: AnnouncedDocument[]; problems: Finding[] } {
  try {
    const { packages, entries, associations } = withXml(bytes, readRegistryObjects);
    const members = associations.filter(({ type }) => type.endsWith(':HasMember')).map(({ target }) => target);
    const documents = entries.map(announced);
    const patients = new Set([
      ...documents.map(({ patientId }) => patientId),
      ...packages.map((set) => identifier(set, SCHEME.setPatientId)),
    ]);
    const wrong = (met: boolean, message: string): Finding[] => (met ? [] : [problem('SIM-XDM-METADATA', METADATA, message)]);
    return {
      documents,
      problems: [
        ...wrong(packages.length === 1, 'a subset has one submission set'),
        ...wrong(entries.length > 0, 'no document is announced'),
        ...wrong(
          entries.every(({ id }) => members.filter((member) => member === id).length === 1),
          'the set has each document for member exactly once',
        ),
        ...wrong(patients.size === 1 && !patients.has(undefined), 'the set and its documents are about one patient'),
      ],
    };
  } catch (error) {
    if (!(error instanceof MalformedInput)) throw error;
    return { documents: [], problems: [problem('SIM-XDM-METADATA', METADATA, error.message)] };
  }
}

function announced(entry: RegistryObject): AnnouncedDocument {
  const uri = slot(entry, 'URI').join('');
  return {
    path: uri && `${SUBSET}${uri}`,
    uniqueId: identifier(entry, SCHEME.documentUniqueId),
    patientId: identifier(entry, SCHEME.documentPatientId),
    typeCode: codes(entry, SCHEME.typeCode)[0]?.code,
    title: entry.title,
    hash: slot(entry, 'hash')[0],
    size: slot(entry, 'size')[0],
  };
}

function fileProblems({ path, hash, size }: AnnouncedDocument, file: ArchivedFile | undefined): Finding[] {
  if (!file) return [problem('SIM-XDM-FILES', path || METADATA, 'an announced document is not in the archive')];
  return [
    ...(hash === digest(file.bytes) ? [] : [problem('SIM-XDM-HASH', path, 'hash is not the SHA-1 of the file')]),
    ...(size === String(file.bytes.byteLength)
      ? []
      : [problem('SIM-XDM-SIZE', path, 'size is not the number of bytes of the file')]),
  ];
}

function digest(bytes: Buffer): string {
  return createHash('sha1').update(bytes).digest('hex');
}

function problem(code: string, location: string, message: string): Finding {
  return { severity: 'error', code, location, message };
}
