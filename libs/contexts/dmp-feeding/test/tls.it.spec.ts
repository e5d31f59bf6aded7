import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueTestPki, type CertificateRequest, type DevelopmentPki } from '@segur/crypto';
import { DmpDouble } from './dmp-double.js';
import { Scene } from './scene.js';

describe('dmp-feeding, before anything is sent', () => {
  let pki: DevelopmentPki;
  let other: DevelopmentPki;
  beforeAll(async () => {
    [pki, other] = await Promise.all([issueTestPki(), issueTestPki()]);
  });

  /** Where a submission stands after its first attempt at a DMP with these certificates. */
  async function firstAttempt(certificates: DevelopmentPki, open = true) {
    const [scene, dmp] = [new Scene(), new DmpDouble(certificates)];
    try {
      const address = await dmp.listen();
      if (!open) dmp.close();
      await scene.start(pki, address);
      const { reportSetId } = await scene.validate();
      const fact = await scene.reaches(reportSetId, 'WAITING_RETRY');
      return { errorCode: fact.errorCode, submissions: dmp.submissions.length };
    } finally {
      await scene.stop();
      if (open) dmp.close();
    }
  }

  it('waits when nobody listens', async () => {
    expect(await firstAttempt(pki, false)).toEqual({ errorCode: 'remote-unavailable', submissions: 0 });
  });

  it('says that the certificates are wrong when the server is not who we trust', async () => {
    expect(await firstAttempt({ ...other, caPem: pki.caPem })).toEqual({ errorCode: 'dmp-tls-refused', submissions: 0 });
  });

  it.each`
    what                       | section                                  | message
    ${'a missing certificate'} | ${{ authCertificateFile: 'absent.p12' }} | ${/"authCertificateFile" in section "dmp" of laboratory 750000000: .*\(ENOENT\)/}
    ${'another passphrase'}    | ${{ authPassphraseFile: 'ca.pem' }}      | ${/passphrase does not open the certificate of section "dmp" of laboratory 750000000/}
    ${'no OID to send under'}  | ${{ submissionSourceOid: undefined }}    | ${/submissionSourceOid/}
    ${'one key for both uses'} | ${{ sealCertificateFile: 'auth.p12' }}   | ${/names one key/}
    ${'the number of another'} | ${{ structureId: '1690000000' }}         | ${/another structure in "authCertificateFile"/}
  `('does not start with $what', async ({ section, message }: { section: object; message: RegExp }) => {
    const scene = new Scene();
    await expect(scene.start(pki, 'https://127.0.0.1:1', section)).rejects.toThrow(message);
    await scene.stop();
  });

  it('does not start without a seal in production, where nothing leaves unsigned', async () => {
    const production = { APP_PROFILE: 'production' };
    const [sealed, unsealed] = [new Scene(), new Scene()];
    await sealed.start(pki, 'https://127.0.0.1:1', {}, production);
    const start = unsealed.start(pki, 'https://127.0.0.1:1', { sealCertificateFile: undefined }, production);
    await expect(start).rejects.toThrow(/laboratory 750000000 needs "sealCertificateFile"/);
    await Promise.all([sealed.stop(), unsealed.stop()]);
  });

  it.each`
    what                            | issue                                                                                                    | says
    ${'an expired certificate'}     | ${{ role: 'client-authentication', commonName: 'old', notBefore: new Date('2020-01-01'), lifeDays: 30 }} | ${'has expired'}
    ${'a certificate for the seal'} | ${{ role: 'seal', commonName: 'other' }}                                                                 | ${'was not issued for the use'}
  `('starts with $what, and says whose it is', async ({ issue, says }: { issue: CertificateRequest; says: string }) => {
    const folder = mkdtempSync(join(tmpdir(), 'dmp-unusable-'));
    const authCertificateFile = join(folder, 'auth.p12');
    writeFileSync(authCertificateFile, (await pki.issue(issue)).pkcs12);
    const scene = new Scene();
    await scene.start(pki, 'https://127.0.0.1:1', { authCertificateFile });
    await scene.stop();
    rmSync(folder, { recursive: true });

    const sentence = `The certificate of section \\"dmp\\" of laboratory 750000000 ${says}`;
    expect(scene.logged.filter((line) => line.includes('certificate-unusable'))).toEqual([expect.stringContaining(sentence)]);
  });
});
