import { lookup, registryObjects, type SubmissionFacts } from './good-submission.js';
import { existenceTest, metadataUpdate, retrieval, statusUpdate, type UpdateFacts } from './other-requests.js';
import { role, same, soap, swap, swapAll, vihf } from './message-changes.js';
import { signedSubmission, signedVihf, withVihf, type SignedChanges, type Signers } from './signed-submission.js';
import { issueCertificates, StrictDmp, type Certificates } from './strict-dmp.js';
import { SUBMISSION_FAULTS } from './submission-faults.js';

let certificates: Certificates;
let dmp: StrictDmp;
let lots = 0;

beforeAll(async () => {
  certificates = await issueCertificates();
  dmp = new StrictDmp(certificates, {
    establishments: ['1120459876=1120459000'],
    professionals: ['1120459876=801234534765', '1120459000=801234534765'],
    homologations: ['H-1|Plateforme|1.0'],
  });
  await dmp.start();
});
afterAll(() => dmp?.stop());
beforeEach(() => dmp.sandbox.clear());

const signers = (): Signers => ({ now: dmp.clock.now(), vihf: certificates.pki.seal });
const newLot = (): SubmissionFacts => ({ documentId: `1.2.250.1.999.1.${(lots += 1)}`, setId: `1.2.250.1.999.2.${lots}` });

const feed = (changes: SignedChanges = {}, by: Partial<Signers> = {}, facts = newLot()) =>
  dmp.ask('repository', signedSubmission(facts, { ...signers(), ...by }, changes));
/** Any other message, with a VIHF of its own. */
const asked = (message: { contentType: string; body: Buffer }, changes: SignedChanges = {}) => ({
  ...message,
  body: Buffer.from(withVihf(message.body.toString(), signedVihf(signers(), changes))),
});
const entryUuid = ({ documentId }: SubmissionFacts) => dmp.sandbox.documents.byUniqueId(documentId)?.entryUuid ?? '';

describe('what the DMP of the sandbox takes', () => {
  it('is a signed lot, old and new algorithms alike', async () => {
    for (const lotDigest of ['sha1', 'sha256'] as const) {
      expect(await feed({}, { lotDigest })).toMatchObject({ status: 200, refusals: [] });
    }
  });

  it.each<[string, SignedChanges]>([
    ['a doctor with a specialty', role(['10', '1.2.250.1.71.1.2.7'], ['SM03', '1.2.250.1.71.4.2.5'])],
    ['a pharmacist of section G', role(['21', '1.2.250.1.71.1.2.7'], ['G', '1.2.250.1.71.4.2.6'])],
    ['the other spelling of the mode', vihf('Authentification_Mode', 'Authentification_mode')],
    [
      'an establishment of the structure (EJ/EG)',
      {
        ...vihf('>1120459876<', '>1120459000<'),
        soap: swapAll('^1120459876', '^1120459000'),
        cda: swap('1120459876', '1120459000'),
      },
    ],
    ['an Issuer in the order of the certificate', vihf(/(<saml2:Issuer[^>]*>)([^<]*)/, '$1@')],
  ])('is %s', async (_what, changes) => {
    const turned = {
      ...changes,
      vihf: (text: string) =>
        (changes.vihf?.(text) ?? text).replace(
          '>@<',
          () => `>${/<saml2:Issuer[^>]*>([^<]*)/.exec(text)?.[1]?.split(',').reverse().join(', ')}<`,
        ),
    };
    expect(await feed(turned)).toMatchObject({ status: 200, refusals: [] });
  });
});

describe('deliberate faults in a submission (ITI-41)', () => {
  it.each(SUBMISSION_FAULTS)('%s: %s', async (refusal, _what, changes, by = () => ({})) => {
    const answer = await feed(changes, by({ certificates, now: dmp.clock.now() }));

    expect(answer.refusals).toContain(refusal);
    expect(new Set(answer.refusals.map((said) => said.split(' ')[0]))).toEqual(new Set([refusal.split(' ')[0]])); // and no other rule
    expect(answer.status).toBe(refusal.includes('Fault') ? 500 : 200);
    expect(dmp.sandbox.documents.page(0, 10).total).toBe(0);
  });

  it('V4 Fault: the seal and the connection of two structures', async () => {
    const message = signedSubmission(newLot(), signers());

    expect((await dmp.ask('repository', message, certificates.strangersDoor)).refusals).toEqual(['V4 Fault']);
  });

  it('V5 Fault: an assertion that comes a second time', async () => {
    let seen = '';
    await feed({ signedVihf: (text) => (seen = text) });

    expect((await feed({ signedVihf: () => seen })).refusals).toEqual(['V5 Fault']);
  });

  it('V5 Fault: a DMP whose clock is wrong, by a fault of the sandbox', async () => {
    await dmp.sandbox.setFault({ mode: 'clock-skew', count: 1 });

    expect((await feed()).refusals).toEqual(['V5 Fault']);
    expect((await feed()).refusals).toEqual([]);
  });

  it('V10 Fault: reading a document, which an organisation certificate may not', async () => {
    const answer = await dmp.ask('repository', asked(retrieval('1.2.3')));

    expect(answer.refusals).toEqual(['V10 Fault DMPAccessDeniedByRightsService']);
  });
});

describe('deliberate faults against what the DMP holds', () => {
  const held = async () => {
    const facts = newLot();
    await feed({}, {}, facts);
    return facts;
  };
  const nowhere = 'urn:uuid:11111111-1111-4111-8111-111111111111';
  const remove = (facts: Omit<UpdateFacts, 'setId'>, change?: (text: string) => string) =>
    dmp.ask('registry', asked(statusUpdate({ setId: newLot().setId, ...facts }, change)));

  it.each<[string, string, (facts: SubmissionFacts) => SubmissionFacts]>([
    ['S1 XDSDuplicateUniqueIdInRegistry', 'the same lot again', (facts) => facts],
    [
      'S2 XDSNonIdenticalHash',
      'the same uniqueId with other bytes',
      (facts) => ({ ...newLot(), documentId: facts.documentId, body: 'CRP' }),
    ],
    [
      'S3 XDSDuplicateUniqueIdInRegistry',
      'the same document in another lot',
      (facts) => ({ ...newLot(), documentId: facts.documentId }),
    ],
    ['S4 UnresolvedReferenceException', 'a replacement of nothing', () => ({ ...newLot(), replaces: nowhere })],
  ])('%s: %s', async (refusal, _what, again) => {
    const facts = again(await held());

    expect((await feed({}, {}, facts)).refusals).toEqual([refusal]);
    expect(dmp.sandbox.documents.page(0, 10).total).toBe(2); // S7: nothing but the document and the signature of the first lot
  });

  it('S4: replaces once, with the URN of 2007, for the same patient', async () => {
    const first = await held();
    const second = { ...newLot(), replaces: entryUuid(first) };
    const wrong = await feed(soap('iti:2007:AssociationType:RPLC', 'iti:2010:AssociationType:RPLC'), {}, second);
    const right = await feed({}, {}, { ...newLot(), replaces: entryUuid(first) });
    const late = await feed({}, {}, { ...newLot(), replaces: entryUuid(first) });

    expect(wrong.refusals).toEqual(['S4 XDSReplaceFailed']);
    expect(right.refusals).toEqual([]);
    expect(late.refusals).toEqual(['S4 XDSRegistryDeprecatedDocumentError']);
  });

  it.each<[string, string, Partial<UpdateFacts>, ((text: string) => string)?]>([
    [
      'S5 XDSMetadataUpdateError',
      'OriginalStatus is not the current one',
      { original: 'urn:asip:ci-sis:2010:StatusType:Archived' },
    ],
    ['S5 XDSMetadataUpdateError', 'OriginalStatus is missing', {}, swap('"OriginalStatus"', '"FormerStatus"')],
    ['S5 XDSMetadataUpdateError', 'a status that does not exist', { next: 'urn:asip:ci-sis:2010:StatusType:Gone' }],
    ['S5 UnresolvedReferenceException', 'an entryUUID that does not exist', { target: nowhere }],
    [
      'V10 Fault DMPAccessDeniedByRightsService',
      'archiving with an organisation certificate',
      { next: 'urn:asip:ci-sis:2010:StatusType:Archived' },
    ],
    [
      'M1 XDSRegistryMetadataError',
      'an update without its set',
      {},
      swap(/<rim:RegistryPackage[\s\S]*<\/rim:RegistryPackage>/, ''),
    ],
    [
      'M2 XDSRegistryMetadataError',
      'a set without contentTypeCode',
      {},
      swap(/<rim:Classification id="\w+" classificationScheme="urn:uuid:aa543740.*?<\/rim:Classification>/, ''),
    ],
    ['M14 Fault', 'a set of another structure than the VIHF', {}, swap('^1120459876', '^1750000000')],
    ['V7 Fault', 'a set about another patient than the VIHF', {}, swap('279035121518989', '185017500100051')],
    [
      'T2 Fault',
      'the Action of a search over a deletion',
      {},
      swap('urn:ihe:iti:2010:UpdateDocumentSet', 'urn:ihe:iti:2007:RegistryStoredQuery'),
    ],
  ])('deleting is %s: %s', async (refusal, _what, facts, change = same) => {
    const first = await held();

    expect((await remove({ target: entryUuid(first), ...facts }, change)).refusals).toEqual([refusal]);
    expect(dmp.sandbox.documents.byUniqueId(first.documentId)?.status).toBe('Approved');
  });

  it('S5: deletes once (TD3.3c), and the document cannot be replaced any more', async () => {
    const first = await held();
    const target = entryUuid(first);

    expect((await remove({ target })).refusals).toEqual([]);
    expect(dmp.sandbox.documents.byUniqueId(first.documentId)?.status).toBe('Deleted');
    expect((await remove({ target })).refusals).toEqual(['S5 XDSMetadataUpdateError']);
    expect((await feed({}, {}, { ...newLot(), replaces: target })).refusals).toEqual(['S4 XDSRegistryDeprecatedDocumentError']);
    const { text } = await dmp.ask('registry', asked(lookup(`('${first.documentId}')`)));
    expect(text).toContain('status="urn:asip:ci-sis:2010:StatusType:Deleted"');
  });

  it('S5: only the structure that wrote a document deletes it', async () => {
    const first = await held();
    const establishment = { vihf: swap('>1120459876<', '>1120459000<') };
    const message = asked(
      statusUpdate({ setId: newLot().setId, target: entryUuid(first) }, swap('^1120459876', '^1120459000')),
      establishment,
    );

    expect((await dmp.ask('registry', message)).refusals).toEqual(['S5 XDSMetadataUpdateError']);
  });

  it('S1: a deletion under the uniqueId of a lot that was received', async () => {
    const first = await held();
    const message = asked(statusUpdate({ setId: first.setId, target: entryUuid(first) }));

    expect((await dmp.ask('registry', message)).refusals).toEqual(['S1 XDSDuplicateUniqueIdInRegistry']);
  });

  it('S6: who may see a document changes with a login, on the current version, and nothing else does', async () => {
    const first = await held();
    const bytes = dmp.sandbox.documents.byUniqueId(first.documentId)?.bytes ?? Buffer.alloc(0);
    const entry = /<rim:ExtrinsicObject[\s\S]*<\/rim:ExtrinsicObject>/.exec(registryObjects(first, bytes))?.[0] ?? '';
    const visible = swap(/<rim:Classification id="\w+" classificationScheme="urn:uuid:f4f85eac[^\n]*MASQUE_PS[^\n]*/, '')(entry);
    const change = (changed: string, version: string, mode = 'INDIRECTE_RENFORCEE') =>
      dmp.ask('registry', asked(metadataUpdate({ setId: newLot().setId, entry: changed, version }), vihf('INDIRECTE', mode)));

    expect((await change(visible, '1', 'INDIRECTE')).refusals).toEqual(['V10 Fault DMPAccessDeniedByRightsService']);
    expect((await change(visible, '2')).refusals).toEqual(['S6 XDSMetadataVersionError']);
    expect((await change(swap('AMBULATOIRE', 'ETABLISSEMENT')(visible), '1')).refusals).toEqual(['S6 XDSMetadataUpdateError']);
    const before = entryUuid(first);
    expect((await change(visible, '1')).refusals).toEqual([]);
    expect(dmp.sandbox.documents.byUniqueId(first.documentId)).toMatchObject({ version: 2 });
    expect(entryUuid(first)).not.toBe(before);
  });
});

describe('deliberate faults in a look-up (ITI-18)', () => {
  it.each([
    ['Q1 XDSUnknownStoredQuery', 'a query that does not exist', lookup("('1.2')", '5c4f972b-d56b-40ac-a5fc-c8ca9b40b9d5')],
    ['Q1 XDSStoredQueryMissingParam', 'a query without parameter', lookup('')],
    ['Q1 XDSRegistryError', 'a list that is not quoted', lookup('(1.2)')],
    ['V10 Fault DMPAccessDeniedByRightsService', 'a search by metadata', lookup("('1.2')", '14d4debf-8f97-4251-9a74-a90016b0af0d')],
  ])('%s: %s', async (refusal, _what, message) => {
    expect((await dmp.ask('registry', asked(message))).refusals).toEqual([refusal]);
  });

  it('V6 Fault: a look-up without a VIHF', async () => {
    expect((await dmp.ask('registry', lookup("('1.2')"))).refusals).toEqual(['V6 Fault']);
  });

  it('S8: what the DMP added is given back', async () => {
    const facts = newLot();
    await feed({}, {}, facts);
    const { text } = await dmp.ask('registry', asked(lookup(`('${facts.documentId}')`)));
    const held = dmp.sandbox.documents.byUniqueId(facts.documentId);

    for (const part of [
      `id="${held?.entryUuid}"`,
      `lid="${held?.logicalId}"`,
      `>${held?.hash}<`,
      `>${held?.size}<`,
      'versionName="1"',
      'StatusType:Approved',
    ]) {
      expect(text).toContain(part);
    }
  });
});

describe('a test of existence (TD0.2)', () => {
  /** The good patient's number with another order number, and its key. */
  const matricule = (order: string) => {
    const number = `2790351215${order}`;
    return number + String(97 - Number(BigInt(number) % 97n)).padStart(2, '0');
  };
  const ask = (number: string, change?: (text: string) => string) =>
    dmp.ask('patients', asked(existenceTest(number, change), vihf('279035121518989', number)));

  it.each([
    ['open', '189', ['code="OK"', '<statusCode code="active"/><patientPerson>', 'value="true"', 'code="VALIDE"']],
    ['not attached', '997', ['code="OK"', '<statusCode code="active"/><patientPerson>']],
    ['closed', '998', ['code="OK"', '<statusCode code="terminated"/>']],
    ['absent', '999', ['code="NF"']],
  ])('says that a DMP is %s, by the end of the number', async (_state, order, parts) => {
    const { status, text } = await ask(matricule(order));

    expect(status).toBe(200);
    for (const part of parts) expect(text).toContain(part);
    expect(text.includes('<patient ')).toBe(order !== '999');
  });

  it('says what it was told of a patient, and refuses the lot that follows (M4)', async () => {
    dmp.sandbox.patients.tell('279035121518989', 'absent');
    expect((await ask('279035121518989')).text).toContain('code="NF"');
    expect((await feed()).refusals).toEqual(['M4 XDSUnknownPatientId']);
    dmp.sandbox.patients.tell('279035121518989', 'closed');
    expect((await ask('279035121518989')).text).toContain('code="terminated"');
    expect((await feed()).refusals).toEqual(['M4 Fault DMPClosed']);
  });

  it.each<[string, string, (text: string) => string]>([
    ['E1 Fault', 'another interaction', swap('extension="PRPA_IN201307UV02"', 'extension="PRPA_IN201305UV02"')],
    ['E1 Fault', 'another reason', swap('TEST_EXST', 'TEST')],
    ['V7 Fault', 'another patient than that of the VIHF', swap('279035121518989', '279035121518988')],
    ['E1 Fault', 'no patient', swap(/<patientIdentifier>.*<\/patientIdentifier>/, '')],
    ['T2 Fault', 'another Action', swap('PRPA_IN201307UV02</a:Action>', 'PRPA_IN201305UV02</a:Action>')],
  ])('%s: %s', async (refusal, _what, change) => {
    expect((await ask('279035121518989', change)).refusals).toEqual([refusal]);
  });

  it('E1 Fault: a number whose key is wrong', async () => {
    expect((await ask('279035121518988')).refusals).toEqual(['E1 Fault']);
  });
});
