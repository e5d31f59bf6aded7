import { request as httpsRequest } from 'node:https';
import { SystemClock } from '@segur/clock';
import { DmpSandbox } from '../src/dmp/dmp-sandbox.js';
import type { Fault } from '../src/faults/fault.js';
import { lookup, submission } from './good-submission.js';
import { existenceTest } from './other-requests.js';
import { ExtendedKeyUsage, TestAuthority, type Credential } from './test-certificates.js';

let authority: TestAuthority;
let laboratory: Credential;
let dmp: DmpSandbox;
let lots = 0;

beforeAll(async () => {
  authority = await TestAuthority.create('TEST AC');
  laboratory = await authority.client('1120459876');
  dmp = new DmpSandbox(
    {
      host: '127.0.0.1',
      port: 0,
      tls: { ...(await authority.server()), ca: authority.pem },
      strictness: [],
      insAuthorities: ['1.2.250.1.213.1.4.10'],
      sameDocumentInNewSet: 'refuse',
      capacity: 100,
      maxRequestBytes: 100_000,
    },
    new SystemClock(),
  );
  await dmp.start();
});
afterAll(() => dmp.stop());
afterEach(() => dmp.setFault({ mode: 'off' }));

const path = '/si-dmp-server/v2/services/repository';

function newLot() {
  lots += 1;
  return { documentId: `1.2.250.1.999.1.${lots}`, setId: `1.2.250.1.999.2.${lots}` };
}

/** Rejects with Node's error code when there is no answer. */
function post(
  message: { contentType: string; body: Buffer },
  client: Partial<Credential> = laboratory,
  to = path,
  timeoutMs = 10_000,
) {
  return new Promise<{ status: number; type: string; text: string }>((resolve, reject) => {
    const request = httpsRequest(
      `${dmp.address}${to}`,
      { method: 'POST', ca: authority.pem, ...client, agent: false, headers: { 'content-type': message.contentType } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            type: response.headers['content-type'] ?? '',
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    request.setTimeout(timeoutMs, () => request.destroy(Object.assign(new Error('no answer'), { code: 'TIMEOUT' })));
    request.on('error', reject);
    request.end(message.body);
  });
}

describe('the door of the DMP', () => {
  it('lets the holder of a client certificate feed and look up', async () => {
    const lot = newLot();

    expect((await post(submission(lot))).text).toContain('ResponseStatusType:Success');
    expect(dmp.documents.byUniqueId(lot.documentId)?.sentBy).toMatchObject({ structure: '1120459876' });
    expect((await post(lookup(`('${lot.documentId}')`), laboratory, '/services/registry')).text).toContain('<rim:ExtrinsicObject ');
  });

  it.each<[string, () => Promise<Partial<Credential>>]>([
    ['no certificate', async () => ({})],
    ['a certificate of another authority', async () => (await TestAuthority.create('OTHER')).client('1120459876')],
    ['a certificate for servers', () => authority.server()],
    ['a certificate for mail', () => authority.client('1120459876', [ExtendedKeyUsage.emailProtection])],
    ['a certificate without usage', () => authority.client('1120459876', [])],
    ['an expired certificate', () => authority.expiredClient('1120459876')],
  ])('is closed to %s (T1)', async (_what, credential) => {
    const lot = newLot();

    await expect(post(submission(lot), await credential())).rejects.toHaveProperty('code');
    expect(dmp.documents.byUniqueId(lot.documentId)).toBeUndefined();
  });

  it('speaks nothing older than TLS 1.2', async () => {
    const old = { ...laboratory, maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' };

    await expect(post(submission(newLot()), old as Credential)).rejects.toHaveProperty('code');
  });

  it('knows its services only, and limits what it reads', async () => {
    expect((await post(submission(newLot()), laboratory, '/services/habilitations')).status).toBe(404);
    await expect(
      post({ contentType: 'text/xml', body: Buffer.alloc(200_000) }).then(
        ({ status }) => status,
        () => 413,
      ),
    ).resolves.toBe(413);
  });
});

describe('the faults of the DMP', () => {
  it('is dead when down, and alive again on the same port', async () => {
    const before = dmp.address;
    await dmp.setFault({ mode: 'down' });
    await expect(post(submission(newLot()))).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await dmp.setFault({ mode: 'off' });

    expect(dmp.address).toBe(before);
    expect((await post(submission(newLot()))).status).toBe(200);
  });

  it('counts the connections that it cuts', async () => {
    await dmp.setFault({ mode: 'down', count: 2 });
    await expect(post(submission(newLot()))).rejects.toHaveProperty('code');
    await expect(post(submission(newLot()))).rejects.toHaveProperty('code');

    expect((await post(submission(newLot()))).text).toContain('Success');
    expect(dmp.fault).toEqual({ mode: 'off' });
  });

  it.each<[string, Fault, number, string]>([
    ['busy', { mode: 'busy' }, 200, 'errorCode="XDSRepositoryBusy"'],
    ['a refusal', { mode: 'reject' }, 200, 'errorCode="XDSRepositoryError"'],
    ['a chosen refusal', { mode: 'reject', code: 'XDSUnknownPatientId' }, 200, 'errorCode="XDSUnknownPatientId"'],
    [
      "the DMP's own refusal",
      { mode: 'reject', code: 'DMPAccessDeniedByRightsService' },
      500,
      '<s12:Value>DMPAccessDeniedByRightsService<',
    ],
    ['a broken server', { mode: 'http-500' }, 500, '<html>'],
    ['a proxy without a server', { mode: 'http-503' }, 503, '<html>'],
    ['a lack of resources', { mode: 'out-of-resources' }, 200, 'errorCode="XDSRepositoryOutOfResources"'],
    ['a code of no table', { mode: 'unknown-code' }, 200, 'errorCode="XDSCodeNobodyKnows"'],
    ["a fault of the receiver's", { mode: 'fault-as-multipart' }, 500, '<s12:Value>s12:Receiver<'],
    ['a DMP that was closed meanwhile', { mode: 'dmp-closed' }, 500, '<s12:Value>DMPClosed<'],
  ])('answers %s once, and stores nothing', async (_what, fault, status, text) => {
    const lot = newLot();
    await dmp.setFault({ ...fault, count: 1 });
    const answer = await post(submission(lot));

    expect(answer.status).toBe(status);
    expect(answer.text).toContain(text);
    expect(dmp.documents.byUniqueId(lot.documentId)).toBeUndefined();
    expect((await post(submission(lot))).text).toContain('Success');
  });

  it.each<[string, Fault, string]>([
    ['a partial success', { mode: 'partial-success' }, 'status="urn:ihe:iti:2007:ResponseStatusType:PartialSuccess"'],
    ['a success with a warning', { mode: 'success-with-warning' }, 'errorCode="XDSExtraMetadataNotSaved"'],
    ['half an answer', { mode: 'truncated-multipart' }, 'Content-ID:'],
  ])('stores, and answers %s', async (_what, fault, text) => {
    const lot = newLot();
    await dmp.setFault({ ...fault, count: 1 });
    const answer = await post(submission(lot));

    expect(answer).toMatchObject({ status: 200, text: expect.stringContaining(text) });
    expect(answer.text.trimEnd().endsWith('--')).toBe(fault.mode !== 'truncated-multipart');
    expect(dmp.documents.byUniqueId(lot.documentId)).toBeDefined();
  });

  it('packages a fault as MTOM, even to who spoke plain SOAP', async () => {
    await dmp.setFault({ mode: 'fault-as-multipart', count: 1 });

    expect((await post(lookup("('1.2')"), laboratory, '/services/registry')).type).toMatch(/^multipart\/related/);
  });

  it('keeps the faults of lots for lots: others pass, and are not counted', async () => {
    await dmp.setFault({ mode: 'dmp-closed', count: 1 });

    expect((await post(existenceTest('279035121518989'), laboratory, '/services/patients')).text).toContain('code="OK"');
    expect((await post(submission(newLot()))).text).toContain('DMPClosed');
    expect((await post(submission(newLot()))).text).toContain('Success');
  });

  it('stores and says nothing: timeout-after-accept', async () => {
    const lot = newLot();
    await dmp.setFault({ mode: 'timeout-after-accept', count: 1 });

    await expect(post(submission(lot), laboratory, path, 300)).rejects.toMatchObject({ code: 'TIMEOUT' });
    expect(dmp.documents.byUniqueId(lot.documentId)).toBeDefined();
  });

  it('stores, then closes: timeout-after-accept with a time', async () => {
    const lot = newLot();
    await dmp.setFault({ mode: 'timeout-after-accept', count: 1, ms: 0 });

    await expect(post(submission(lot))).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(dmp.documents.byUniqueId(lot.documentId)).toBeDefined();
  });

  it('closes and stores nothing: drop-before-commit', async () => {
    const lot = newLot();
    await dmp.setFault({ mode: 'drop-before-commit', count: 1 });

    await expect(post(submission(lot))).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(dmp.documents.byUniqueId(lot.documentId)).toBeUndefined();
  });

  it('is slow for longer than an impatient client waits', async () => {
    await dmp.setFault({ mode: 'slow', ms: 600, count: 1 });

    await expect(post(submission(newLot()), laboratory, path, 200)).rejects.toMatchObject({ code: 'TIMEOUT' });
    expect((await post(submission(newLot()))).status).toBe(200);
  });
});
