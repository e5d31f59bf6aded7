import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

/** A document of an IHE_XDM.ZIP, as Python's standard library reads it. */
export interface DocumentByPython {
  readonly uri: string;
  readonly sha1: string;
  readonly size: number;
  /** What METADATA.XML announces. */
  readonly announcedSha1: string;
  readonly announcedSize: number;
  readonly sha256: string;
}

const SCRIPT = `
import email, email.policy, hashlib, io, json, sys, zipfile
import xml.etree.ElementTree as ET
mail = email.message_from_binary_file(sys.stdin.buffer, policy=email.policy.default)
[part] = [p for p in mail.iter_attachments() if p.get_filename() == 'IHE_XDM.ZIP']
archive = zipfile.ZipFile(io.BytesIO(part.get_payload(decode=True)))
assert archive.testzip() is None
rim = '{urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0}'
documents = []
for entry in ET.fromstring(archive.read('IHE_XDM/SUBSET01/METADATA.XML')).iter(rim + 'ExtrinsicObject'):
    slots = {s.get('name'): [v.text for v in s.iter(rim + 'Value')] for s in entry.iter(rim + 'Slot')}
    uri = slots['URI'][0]
    content = archive.read('IHE_XDM/SUBSET01/' + uri)
    documents.append(dict(uri=uri, sha1=hashlib.sha1(content).hexdigest(), size=len(content), announcedSha1=slots['hash'][0],
                          announcedSize=int(slots['size'][0]), sha256=hashlib.sha256(content).hexdigest()))
json.dump(documents, sys.stdout)
`;

/** Why no Python can read here; absent when one can. @throws {Error} None can, in CI. */
export function whyNoPython(): string | undefined {
  if (spawnSync('python3', ['--version']).status === 0) return undefined;
  const why = 'python3 is not installed';
  if (process.env['CI'] === 'true') throw new Error(`CI needs it: ${why}`);
  return why;
}

/** Reads the archive of a mail with email, zipfile and ElementTree of Python's standard library: nothing of ours. */
export async function readArchiveByPython(rawMail: Buffer): Promise<readonly DocumentByPython[]> {
  const run = promisify(execFile)('python3', ['-c', SCRIPT], { maxBuffer: 1 << 24 });
  run.child.stdin?.end(rawMail);
  return JSON.parse((await run).stdout) as DocumentByPython[];
}
