import { Buffer } from 'node:buffer';
import { describeWithOfficial, judgeSignatures } from '@segur/testing';
import { xmlDocument, element, textElement } from '@segur/xml';
import { XmlDocument } from 'libxml2-wasm';
import { canonicalDigest } from './canonical-digest.js';
import { signLot } from './sign-lot.js';
import { AUTOMATE, NORMAL_ACCESS, type Vihf } from './vihf.js';
import { writeVihf } from './write-vihf.js';
import { testSeal } from '../test/test-seal.js';

const seal = testSeal();
const vihf: Vihf = {
  id: '_019ac000-0000-7000-8000-000000000001',
  issuedAt: new Date('2026-11-23T08:00:00Z'),
  authenticatedAt: new Date('2026-11-23T08:00:00Z'),
  issuer: seal.subject,
  subjectNameId: '899700000011',
  subjectId: 'Segur, 0.1.0, alimentation du DMP',
  authenticationContext: 'urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified',
  mode: 'INDIRECTE',
  modeAttribute: 'Authentification_Mode',
  version: '3.0',
  structureId: '1750000000',
  sector: 'SA25^1.2.250.1.71.4.2.4',
  roles: [AUTOMATE],
  patient: { value: '279035121518989', oid: '1.2.250.1.213.1.4.10' },
  purpose: NORMAL_ACCESS,
  software: { name: 'Segur <&> "labo"', version: '0.1.0', homologation: 'TEST-0001' },
};

const OURS = xmlDocument(element('a', { xmlns: 'urn:a' }, textElement('b', { c: '1', d: '<&>' }, 'é\r & "x"')));
const FOREIGN = `<?xml version='1.0'?>\n<?xml-stylesheet type="text/xsl" href="cda.xsl"?>\n<!-- of another maker -->\n<a  xmlns='urn:a' z="1"\n b='2'><c/>\r\n</a>\n<!-- end -->`;
const lotOf = (digest: 'sha1' | 'sha256', bytes: Uint8Array) => ({
  uniqueId: '1.2.3.1',
  documents: [{ uniqueId: '1.2.3.2', digest: canonicalDigest(bytes, digest), xml: true }],
  signedAt: new Date('2026-11-23T08:00:00Z'),
  digest,
});
const spelled = (xml: string) => {
  const document = XmlDocument.fromString(xml);
  try {
    return document.canonicalizeToString({ withComments: true });
  } finally {
    document.dispose();
  }
};

describe('canonicalDigest', () => {
  it('takes a document of ours as it is written', () => {
    expect(canonicalDigest(Buffer.from(OURS), 'sha256', true)).toBe(canonicalDigest(Buffer.from(OURS), 'sha256'));
  });

  it('counts what stands outside the root of a document of somebody else', () => {
    const without = FOREIGN.replace('<!-- end -->', '');
    expect(canonicalDigest(Buffer.from(FOREIGN), 'sha1', true)).not.toBe(canonicalDigest(Buffer.from(without), 'sha1', true));
  });
});

describe('what is signed', () => {
  it('is spelt canonically from the start', () => {
    const assertion = writeVihf(vihf, seal);
    const lot = signLot(lotOf('sha256', Buffer.from(OURS)), seal);

    expect(spelled(assertion)).toBe(assertion);
    expect(spelled(lot)).toBe(lot.slice(lot.indexOf('\n') + 1));
  });

  it('is the same for the same lot, time and key', () => {
    const lot = lotOf('sha1', Buffer.from(FOREIGN));
    expect(signLot(lot, seal)).toBe(signLot(lot, seal));
  });
});

describeWithOfficial('judges', 'signatures, judged by the JDK', () => {
  const inEnvelope = (assertion: string) =>
    `<e:Envelope xmlns:e="urn:e" xmlns:hl7="urn:hl7-org:v3" xmlns:xsi="urn:other" xmlns="urn:d"><e:Header>${assertion}</e:Header></e:Envelope>`;

  it('accepts the assertion alone and inside an envelope with namespaces of its own', async () => {
    const assertion = writeVihf(vihf, seal);
    const verdict = await judgeSignatures(
      { alone: Buffer.from(assertion), inside: Buffer.from(inEnvelope(assertion)) },
      { certificatePem: seal.pem, count: 1 },
    );

    expect(verdict).toMatchObject({ valid: true });
  });

  it.each(['sha1', 'sha256'] as const)(
    'accepts a lot signed with %s, and the documents that its manifest names',
    async (digest) => {
      const lots = { ours: lotOf(digest, Buffer.from(OURS)), foreign: lotOf(digest, Buffer.from(FOREIGN)) };
      for (const [name, document] of Object.entries({ ours: OURS, foreign: FOREIGN })) {
        const verdict = await judgeSignatures(
          { lot: Buffer.from(signLot(lots[name as keyof typeof lots], seal)) },
          { certificatePem: seal.pem, legacy: digest === 'sha1', documents: { 'urn:oid:1.2.3.2': document }, count: 1 },
        );
        expect(verdict).toMatchObject({ valid: true });
      }
    },
  );

  it.each`
    what                      | change
    ${'another patient'}      | ${(xml: string) => xml.replace('279035121518989', '279035121518988')}
    ${'another structure'}    | ${(xml: string) => xml.replace('>1750000000<', '>1750000001<')}
    ${'an assertion renamed'} | ${(xml: string) => xml.replace('ID="_019ac', 'ID="_119ac')}
  `('refuses $what', async ({ change }: { change: (xml: string) => string }) => {
    const { valid } = await judgeSignatures({ changed: Buffer.from(change(writeVihf(vihf, seal))) }, { certificatePem: seal.pem });
    expect(valid).toBe(false);
  });

  it('refuses a document of which a byte was changed, and another certificate', async () => {
    const lot = Buffer.from(signLot(lotOf('sha256', Buffer.from(OURS)), seal));
    const changed = { certificatePem: seal.pem, documents: { 'urn:oid:1.2.3.2': OURS.replace('é', 'e') } };
    const other = { certificatePem: testSeal().pem };

    expect(await judgeSignatures({ lot }, changed)).toMatchObject({ valid: false });
    expect(await judgeSignatures({ lot }, other)).toMatchObject({ valid: false });
  });
});
