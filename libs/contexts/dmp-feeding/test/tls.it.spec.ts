import { issueTestPki, type DevelopmentPki } from '@segur/crypto';
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
    ${'a missing certificate'} | ${{ authCertificateFile: 'absent.p12' }} | ${/cannot be read \(ENOENT\)/}
    ${'another passphrase'}    | ${{ authPassphraseFile: 'ca.pem' }}      | ${/passphrase/}
    ${'no OID to send under'}  | ${{ submissionSourceOid: undefined }}    | ${/submissionSourceOid/}
  `('does not start with $what', async ({ section, message }: { section: object; message: RegExp }) => {
    const scene = new Scene();
    await expect(scene.start(pki, 'https://127.0.0.1:1', section)).rejects.toThrow(message);
    await scene.stop();
  });
});
