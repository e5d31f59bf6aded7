import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE_LABORATORY } from '@segur/laboratory';
import { unzip } from '@segur/sandbox/unzip';
import { describeWithOfficial, oru, sampleMessages } from '@segur/testing';
import { encodeXdm } from '@segur/xdm';
import { convertReport } from '../src/convert/convert-report.js';
import { packDocument } from '../src/xdm/pack-document.js';
import { readArchive } from '../src/xdm/read-archive.js';
import { runSegur } from './run-segur.js';

const NOW = '2026-11-23T08:00:00Z';
const AT = new Date(NOW);
const PDF = Buffer.from('%PDF-1.4 a copy');
const cdaOf = (message: string | Buffer): Buffer => {
  const context = { from: 'hl7v2', to: 'cda', laboratory: SAMPLE_LABORATORY, map: new Map(), now: AT } as const;
  return Buffer.from(convertReport(Buffer.from(message), context).output ?? []);
};
const archiveOf = (metadata: string, fileName = 'DOC0001.XML') =>
  encodeXdm({
    metadata,
    documents: [{ fileName, bytes: Buffer.from('<a/>'), title: 'a' }],
    sender: { organisation: '', address: '', phone: '', application: '', version: '', vendor: '' },
    at: AT,
  });
/** Metadata of another writer, as bare as they may be. */
const metadataOf = (...slots: readonly string[]) => `<l:SubmitObjectsRequest xmlns:l="l"><RegistryObjectList><RegistryPackage/>
  <ExtrinsicObject>${slots.join('')}</ExtrinsicObject></RegistryObjectList></l:SubmitObjectsRequest>`;
const slot = (name: string, value: string) => `<Slot name="${name}"><ValueList><Value>${value}</Value></ValueList></Slot>`;

describe('packDocument', () => {
  it.each(sampleMessages)('$title: another reader unpacks the same bytes, and the metadata agree', async ({ bytes }) => {
    const cda = cdaOf(bytes);
    const archive = packDocument({ cda, at: AT });
    const { documents, findings } = readArchive(archive);

    expect(findings).toEqual([]);
    expect(documents).toMatchObject([{ path: 'IHE_XDM/SUBSET01/DOC0001.XML', mimeType: 'text/xml', typeCode: '11502-2' }]);
    expect((await unzip(archive)).find(({ path }) => path.endsWith('/DOC0001.XML'))?.bytes.equals(cda)).toBe(true);
  });

  it('packs the copy on paper as a document of its own', () => {
    const { documents, findings } = readArchive(packDocument({ cda: cdaOf(oru()), pdf: PDF, at: AT }));

    expect(findings).toEqual([]);
    expect(documents.map(({ uri, mimeType, formatCode }) => [uri, mimeType, formatCode])).toEqual([
      ['DOC0001.XML', 'text/xml', 'urn:ihe:lab:xd-lab:2008'],
      ['DOC0002.PDF', 'application/pdf', 'urn:ihe:iti:xds-sd:pdf:2008'],
    ]);
    expect(new Set(documents.map(({ uniqueId }) => uniqueId)).size).toBe(2);
  });

  describeWithOfficial('ci-sis', 'the published documents', (directory) => {
    const examples = readdirSync(join(directory, 'examples')).filter((name) => /^BIO-CR-BIO_2024.*\.xml$/.test(name));

    it.each(examples)('%s', (name) => {
      const cda = readFileSync(join(directory, 'examples', name));
      const { documents, findings } = readArchive(packDocument({ cda, at: AT }));

      expect(findings).toEqual([]);
      expect(documents[0]?.bytes.equals(cda)).toBe(true);
    });
  });
});

describe('readArchive', () => {
  it.each`
    what                   | archive                                                                            | code
    ${'an absent file'}    | ${archiveOf(metadataOf(slot('URI', 'DOC0009.XML')))}                               | ${'xdm-file-missing'}
    ${'a file of its own'} | ${archiveOf(metadataOf(slot('URI', 'DOC0009.XML')))}                               | ${'xdm-file-unannounced'}
    ${'another hash'}      | ${archiveOf(metadataOf(slot('URI', 'DOC0001.XML'), slot('hash', 'a'.repeat(40))))} | ${'xdm-file-differs'}
    ${'another size'}      | ${archiveOf(metadataOf(slot('URI', 'DOC0001.XML'), slot('size', '5')))}            | ${'xdm-file-differs'}
    ${'no submission set'} | ${archiveOf('<SubmitObjectsRequest/>')}                                            | ${'xdm-not-one-set'}
  `('names $what', ({ archive, code }: { archive: Buffer; code: string }) => {
    expect(readArchive(archive).findings).toContainEqual(expect.objectContaining({ code }));
  });

  it('asks nothing of metadata that are silent about hash and size, or write names in another case', () => {
    expect(readArchive(archiveOf(metadataOf(slot('URI', 'doc0001.xml')))).findings).toEqual([]);
  });
});

describe('segur xdm', () => {
  const folder = mkdtempSync(join(tmpdir(), 'segur-xdm-'));
  const file = (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('packs, and reads what it packed', async () => {
    const cda = cdaOf(oru());
    const [report, copy, archive] = [file('report.xml', cda), file('report.pdf', PDF), join(folder, 'IHE_XDM.ZIP')];
    const packed = await runSegur(['xdm', 'pack', report, copy, '-o', archive, '--now', NOW]);
    const again = await runSegur(['xdm', 'pack', '-', copy, '-o', `${archive}2`, '--now', NOW], { input: cda });
    const read = await runSegur(['xdm', 'read', archive, '-d', join(folder, 'out')]);

    expect([packed, again]).toEqual(Array(2).fill({ exitCode: 0, stdout: '', stderr: '' }));
    expect(readFileSync(archive).equals(readFileSync(`${archive}2`))).toBe(true);
    expect({ exitCode: read.exitCode, stderr: read.stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(
      read.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toMatchObject([
      { path: 'IHE_XDM/SUBSET01/DOC0001.XML', bytes: cda.length },
      { path: 'IHE_XDM/SUBSET01/DOC0002.PDF', bytes: PDF.length },
    ]);
    expect(readFileSync(join(folder, 'out/DOC0001.XML')).equals(cda)).toBe(true);
    expect(readFileSync(join(folder, 'out/DOC0002.PDF')).equals(PDF)).toBe(true);
  });

  it('takes nothing out of an archive that differs from its metadata', async () => {
    const archive = file('bad.zip', archiveOf(metadataOf(slot('URI', 'DOC0001.XML'), slot('size', '5'))));
    const { exitCode, stderr } = await runSegur(['xdm', 'read', archive, '-d', join(folder, 'nothing')]);

    expect(exitCode).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({ severity: 'error', code: 'xdm-file-differs' });
    expect(readdirSync(folder)).not.toContain('nothing');
  });

  it.each([
    ['what is no document', ['xdm', 'pack', '-', '-o', '/dev/null'], 'cda-unreadable'],
    ['what is no archive', ['xdm', 'read', '-'], 'malformed-input'],
  ])('refuses %s by name, with exit code 1', async (_, parameters, code) => {
    const { exitCode, stdout, stderr } = await runSegur(parameters, { input: 'BONJOUR' });

    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(JSON.parse(stderr)).toMatchObject({ severity: 'error', code });
  });

  it.each([
    [['xdm'], /Usage: segur xdm/],
    [['xdm', 'pack', 'a.xml'], /--output/],
    [['xdm', 'pack', '/nowhere.xml', '-o', '/dev/null'], /\/nowhere\.xml cannot be opened/],
  ])('answers %j with exit code 2', async (parameters, says) => {
    const { exitCode, stdout, stderr } = await runSegur(parameters);

    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(says);
  });
});
