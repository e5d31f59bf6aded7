import { issueTestPki, type DevelopmentPki } from '@segur/crypto';
import { OperatorDouble, type OperatorOptions } from './operator-double.js';
import { Scene } from './scene.js';

const recipients = [{ role: 'prescriber', mssAddress: 'louis@medecin.mssante.fr' }] as const;

describe('an operator that must not be trusted', () => {
  let pki: DevelopmentPki;
  let stranger: DevelopmentPki;

  beforeAll(async () => {
    [pki, stranger] = await Promise.all([issueTestPki(), issueTestPki()]);
  });

  const certificateFor = async (name: string) => pki.issue({ role: 'server', commonName: name, serverNames: [name] });
  const outdated = () =>
    pki.issue({ role: 'server', commonName: 'old', serverNames: ['127.0.0.1'], notBefore: new Date('2020-01-01'), lifeDays: 30 });

  it.each<[string, () => Promise<OperatorOptions>, string]>([
    ['a certificate of another authority', async () => ({ server: stranger.server }), 'smtp-tls-failed'],
    ['a certificate for another host', async () => ({ server: await certificateFor('elsewhere.mssante.fr') }), 'smtp-tls-failed'],
    ['a certificate out of date', async () => ({ server: await outdated() }), 'smtp-tls-failed'],
    ['TLS 1.1', async () => ({ maxVersion: 'TLSv1.1' }), 'smtp-tls-failed'],
    ['no STARTTLS', async () => ({ startTls: false }), 'smtp-500'],
  ])('%s: neither login nor mail', async (_, options, code) => {
    const operator = new OperatorDouble(pki, await options());
    const scene = new Scene();
    try {
      await scene.start(pki, await operator.listen());
      const { reportSetId } = await scene.validate({}, { recipients });

      expect(await scene.reaches(reportSetId, 'WAITING_RETRY')).toMatchObject({ errorCode: code, attempts: 1 });
      expect(operator.connections).toBeGreaterThan(0);
      expect([operator.logins, operator.mails.length]).toEqual([0, 0]);
    } finally {
      await scene.stop();
      await operator.close();
    }
  });

  it('takes TLS 1.2', async () => {
    const operator = new OperatorDouble(pki, { maxVersion: 'TLSv1.2' });
    const scene = new Scene();
    try {
      await scene.start(pki, await operator.listen());
      const { reportSetId } = await scene.validate({}, { recipients });
      await scene.reaches(reportSetId, 'ACCEPTED');

      expect(operator.mails[0]?.tls).toBe('TLSv1.2');
    } finally {
      await scene.stop();
      await operator.close();
    }
  });

  it('sends no mail over the size that the operator announces', async () => {
    const operator = new OperatorDouble(pki, { maxBytes: 10_000 });
    const scene = new Scene();
    try {
      await scene.start(pki, await operator.listen());
      const { reportSetId } = await scene.validate({}, { recipients });

      expect(await scene.reaches(reportSetId, 'REJECTED')).toMatchObject({ errorCode: 'mss-mail-too-large' });
      expect(operator.mails).toHaveLength(0);
    } finally {
      await scene.stop();
      await operator.close();
    }
  });
});
