import { issueTestPki, type DevelopmentPki } from '@segur/crypto';
import { InvalidConfiguration } from '@segur/errors';
import { describeWithOfficial, judgeSignatures } from '@segur/testing';
import { checkSignatures } from '../src/check-structure.js';
import { DmpDouble } from './dmp-double.js';
import { Scene, TENANT } from './scene.js';

const assertionOf = (envelope: string) => /<saml2:Assertion.*<\/saml2:Assertion>/s.exec(envelope)?.[0] ?? '';
const idOf = (envelope: string) => / ID="(_[^"]+)"/.exec(assertionOf(envelope))?.[1];

describe('the assertion of each call', () => {
  const scene = new Scene();
  let dmp: DmpDouble;
  let pki: DevelopmentPki;

  beforeAll(async () => {
    pki = await issueTestPki();
    dmp = new DmpDouble(pki);
    await scene.start(pki, await dmp.listen());
  });
  afterAll(async () => {
    await scene.stop();
    dmp.close();
  });

  it('is new for each call, and the lot that is sent again is not', async () => {
    dmp.next = [{ failure: 'XDSRegistryBusy' }];
    const { reportSetId } = await scene.validate();
    await scene.reaches(reportSetId, 'WAITING_RETRY');
    await scene.later();
    await scene.reaches(reportSetId, 'ACCEPTED');
    const [first, second] = dmp.submissions.slice(-2).map(({ envelope }) => envelope);
    const bodyOf = (envelope = '') => /<lcm:SubmitObjectsRequest.*<\/lcm:SubmitObjectsRequest>/s.exec(envelope)?.[0];

    expect(idOf(first ?? '')).toMatch(/^_[0-9a-f-]{36}$/);
    expect(idOf(second ?? '')).not.toBe(idOf(first ?? ''));
    expect(bodyOf(second)).toBe(bodyOf(first));
    expect(bodyOf(first)).toContain('urn:ihe:iti:2007:AssociationType:signs');
  });

  it('says who sends, for whom, and with what', async () => {
    const { reportSetId } = await scene.validate();
    await scene.reaches(reportSetId, 'ACCEPTED');
    const assertion = assertionOf(dmp.submissions.at(-1)?.envelope ?? '');

    for (const said of [
      '>1750000000<',
      '<saml2:NameID>899700000011</saml2:NameID>',
      '279035121518989^^^&amp;1.2.250.1.213.1.4.10&amp;ISO^NH',
      'AUTOMATE',
      '>INDIRECTE<',
      'OU=1750000000',
    ])
      expect(assertion).toContain(said);
  });

  it('verifies by the seal, as is checked at start, and by no other certificate', async () => {
    const { reportSetId } = await scene.validate();
    await scene.reaches(reportSetId, 'ACCEPTED');
    const assertion = assertionOf(dmp.submissions.at(-1)?.envelope ?? '');

    expect(() => checkSignatures(TENANT, pki.seal, [assertion])).not.toThrow();
    expect(() => checkSignatures(TENANT, pki.seal, [assertion.replace('>1750000000<', '>1750000001<')])).toThrow(
      InvalidConfiguration,
    );
    expect(() => checkSignatures(TENANT, pki.authentication, [assertion])).toThrow(InvalidConfiguration);
  });

  describeWithOfficial('judges', 'judged by the JDK', () => {
    it('verifies in the envelope that left', async () => {
      const { reportSetId } = await scene.validate();
      await scene.reaches(reportSetId, 'ACCEPTED');
      const envelope = Buffer.from(dmp.submissions.at(-1)?.envelope ?? '');

      expect(await judgeSignatures({ envelope }, { certificatePem: pki.seal.certificatePem, count: 1 })).toMatchObject({
        valid: true,
      });
    });
  });
});
