import { lookup, PATIENT, submission, type Changes, type SubmissionFacts } from '../../test/good-submission.js';
import type { DmpPolicy } from './dmp-memory.js';
import { handleRequest, type Circumstances } from './dmp-requests.js';
import { HeldDocuments } from './held-documents.js';
import { KnownPatients } from './known-patients.js';
import { Seals } from './security/seals.js';
import { VihfJudge } from './security/vihf-judge.js';
import type { Endpoint } from './operations.js';

const FIRST: SubmissionFacts = { documentId: '1.2.250.1.999.1.1', setId: '1.2.250.1.999.2.1' };
const SECOND: SubmissionFacts = { documentId: '1.2.250.1.999.1.2', setId: '1.2.250.1.999.2.2' };
const policy: DmpPolicy = { strictness: [], insAuthorities: ['1.2.250.1.213.1.4.10'] };
const circumstances: Circumstances = { policy, now: new Date('2026-11-23T10:00:00Z') };
const sender = { subject: 'CN=DMP AUTH', structure: '1120459876', fingerprint: '00' };

function memoryOf(documents: HeldDocuments) {
  const seals = new Seals([]);
  return { documents, patients: new KnownPatients(), seals, vihf: new VihfJudge(seals, {}) };
}

/** A DMP of its own for each test, and what it answers: the HTTP status, and each error as `code rule`. */
function dmp(change: Partial<DmpPolicy> = {}, sameDocumentInNewSet: 'accept' | 'refuse' = 'refuse') {
  const documents = new HeldDocuments({ capacity: 100, sameDocumentInNewSet });
  const memory = memoryOf(documents);
  const ask = (endpoint: Endpoint, request: { contentType: string; body: Buffer }) => {
    const answer = handleRequest({ endpoint, ...request, sender }, memory, {
      ...circumstances,
      policy: { ...policy, ...change },
    });
    const text = answer.body.toString();
    const errors = [...text.matchAll(/errorCode="(\w+)" codeContext="(SIM-\w+)/g)].map(([, code, rule]) => `${code} ${rule}`);
    const fault = /<s12:Text[^>]*>(SIM-\w+)/.exec(text)?.[1];
    return { status: answer.status, contentType: answer.contentType, text, errors: fault ? [`Fault ${fault}`] : errors };
  };
  return { documents, ask, feed: (facts: SubmissionFacts, changes?: Changes) => ask('repository', submission(facts, changes)) };
}

const replace = (from: string | RegExp, to: string) => (text: string) => {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`The good submission has no ${String(from)} to change`);
  return changed;
};
const soap = (from: string | RegExp, to: string): Changes => ({ soap: replace(from, to) });
const cda = (from: string | RegExp, to: string): Changes => ({ cda: replace(from, to) });

describe('feeding (ITI-41)', () => {
  it('accepts a good submission, byte for byte', () => {
    const { feed, documents } = dmp();
    const answer = feed(FIRST);

    expect(answer).toMatchObject({ status: 200, errors: [] });
    expect(answer.contentType).toMatch(/^multipart\/related; type="application\/xop\+xml"/);
    expect(answer.text).toContain('ResponseStatusType:Success');
    expect(answer.text).toContain('ProvideAndRegisterDocumentSet-bResponse');
    expect(documents.byUniqueId(FIRST.documentId)).toMatchObject({
      status: 'Approved',
      sentBy: sender,
      submissionSetUniqueId: FIRST.setId,
    });
    expect(documents.byUniqueId(FIRST.documentId)?.bytes.toString()).toContain(
      'Résultat : TSH</text></section></component></structuredBody></component>\r\n',
    );
  });

  const TIME = '<rim:Value>20230104150527</rim:Value>';
  it.each<[string, Changes, string]>([
    // T2: SOAP and WS-Addressing
    ['SOAP 1.1', soap('http://www.w3.org/2003/05/soap-envelope', 'http://schemas.xmlsoap.org/soap/envelope/'), 'Fault SIM-T2'],
    ['no MessageID', soap(/<a:MessageID>.*<\/a:MessageID>/, ''), 'Fault SIM-T2'],
    ['an empty To', soap(/<a:To>.*<\/a:To>/, '<a:To/>'), 'Fault SIM-T2'],
    ['no ReplyTo', soap(/<a:ReplyTo>.*<\/a:ReplyTo>/, ''), 'Fault SIM-T2'],
    ['two Actions', soap(/<a:Action.*<\/a:Action>/, '$&$&'), 'Fault SIM-T2'],
    ['an Action of another service', soap(/ProvideAndRegisterDocumentSet-b</, 'RegistryStoredQuery<'), 'Fault SIM-T2'],
    ['a body that is not the announced one', soap(/xds:ProvideAndRegisterDocumentSetRequest/g, 'xds:Other'), 'Fault SIM-T2'],
    ['a document type', soap('?>', '?><!DOCTYPE Envelope [<!ENTITY a "b">]>'), 'Fault SIM-T2'],
    ['XML that does not end', soap('</soap:Envelope>', ''), 'Fault SIM-T2'],
    ['another action in the Content-Type', { contentType: replace('Set-b"', 'Set"') }, 'Fault SIM-T2'],
    // T3: packaging
    ['no start', { contentType: replace(/ start="[^"]*";/, '') }, 'Fault SIM-T3'],
    ['a start that names no part', { contentType: replace('root@lab', 'other@lab') }, 'Fault SIM-T3'],
    ['no MTOM', { contentType: () => 'application/soap+xml' }, 'Fault SIM-T3'],
    ['no closing delimiter', { mime: replace('--frontier--', '') }, 'Fault SIM-T3'],
    ['another boundary', { contentType: replace('"frontier"', '"border"') }, 'Fault SIM-T3'],
    ['a part in base64', { mime: replace(/binary(?=\r\nContent-ID: <doc1)/, 'base64') }, 'Fault SIM-T3'],
    ['an Include of no part', soap('cid:doc1', 'cid:doc2'), 'XDSMissingDocument SIM-T3'],
    [
      'a Document of no entry',
      soap('<xds:Document id="Document01">', '<xds:Document id="document01">'),
      'XDSMissingDocumentMetadata SIM-T3',
    ],
    ['an entry of no Document', soap(/<xds:Document [\s\S]*<\/xds:Document>/, ''), 'XDSMissingDocument SIM-T3'],
    // T4 and M10: bytes
    ['a byte lost on the way', { mime: replace('TSH</text>', 'TS</text>') }, 'XDSRepositoryMetadataError SIM-M10'],
    ['CRLF made LF', { mime: replace('\r\n  <title>', '\n  <title>') }, 'XDSRepositoryMetadataError SIM-M10'],
    ['a hash in capitals', soap(/[0-9a-f]{40}/, 'ABCDEF0123456789ABCDEF0123456789ABCDEF01'), 'XDSRepositoryMetadataError SIM-M10'],
    ['a wrong size', soap(/(name="size"><rim:ValueList><rim:Value>)/, '$11'), 'XDSRepositoryMetadataError SIM-M10'],
    // M1: structure
    ['no marker', soap('classificationNode', 'other'), 'XDSRegistryMetadataError SIM-M1'],
    ['no HasMember', soap(/<rim:Association [\s\S]*<\/rim:Association>/, ''), 'XDSRegistryMetadataError SIM-M1'],
    ['no SubmissionSetStatus', soap('SubmissionSetStatus', 'Status'), 'XDSRegistryMetadataError SIM-M1'],
    [
      'a classification of something else',
      soap(/(93606bcf[^>]*classifiedObject=")Document01/, '$1Document02'),
      'XDSRegistryMetadataError SIM-M1',
    ],
    ['an unknown association', soap('AssociationType:HasMember', 'AssociationType:Has'), 'XDSRegistryMetadataError SIM-M1'],
    [
      'signs without a signature',
      soap(
        '<rim:Association ',
        '<rim:Association id="s" associationType="urn:ihe:iti:2007:AssociationType:signs" sourceObject="a" targetObject="b"/>$&',
      ),
      'XDSRegistryMetadataError SIM-M1',
    ],
    // M2: required fields
    ['no creationTime', soap('creationTime', 'creation'), 'XDSRegistryMetadataError SIM-M2'],
    ['no hash', soap('"hash"', '"sha"'), 'XDSRegistryMetadataError SIM-M2'],
    [
      'no title',
      soap(/<rim:Name><rim:LocalizedString[^>]*d&apos;examens[^>]*><\/rim:Name>/, ''),
      'XDSRegistryMetadataError SIM-M2',
    ],
    [
      'a title of 129 characters',
      soap(/value="Compte rendu d&apos;[^"]*"/, `value="${'x'.repeat(129)}"`),
      'XDSRegistryMetadataError SIM-M2',
    ],
    ['another mimeType', soap('mimeType="text/xml"', 'mimeType="application/xml"'), 'XDSRegistryMetadataError SIM-M2'],
    [
      'two type codes',
      soap(/<rim:Classification id="\w+" classificationScheme="urn:uuid:f0306f51.*/, '$&$&'),
      'XDSRegistryMetadataError SIM-M2',
    ],
    ['no institution', soap('authorInstitution', 'institution'), 'XDSRegistryMetadataError SIM-M2'],
    ['no contentTypeCode', soap('aa543740', 'aa543741'), 'XDSRegistryMetadataError SIM-M2'],
    // M3: patient
    ['another patient in the entry', soap(/(58a6f841.{0,60}value=")2/, '$11'), 'XDSPatientIdDoesNotMatch SIM-M3'],
    [
      'an INS of another environment',
      soap(/1\.2\.250\.1\.213\.1\.4\.10/g, '1.2.250.1.213.1.4.8'),
      'XDSPatientIdDoesNotMatch SIM-M3',
    ],
    ['a wrong key', soap(/279035121518989/g, '279035121518988'), 'XDSPatientIdDoesNotMatch SIM-M3'],
    ['a patientId of type PI', soap(/ISO\^NH/g, 'ISO^PI'), 'XDSPatientIdDoesNotMatch SIM-M3'],
    // M5: identifiers
    [
      'a uniqueId with extension',
      soap('value="1.2.250.1.999.1.1"', 'value="1.2.250.1.999.1.1^7"'),
      'XDSRegistryMetadataError SIM-M5',
    ],
    [
      'a uniqueId with a leading zero',
      soap('value="1.2.250.1.999.1.1"', 'value="1.2.250.1.999.1.01"'),
      'XDSRegistryMetadataError SIM-M5',
    ],
    [
      'a set of more than 64 characters',
      soap('value="1.2.250.1.999.2.1"', `value="2.25.${'1'.repeat(60)}"`),
      'XDSRegistryMetadataError SIM-M5',
    ],
    [
      'one uniqueId for two',
      soap('value="1.2.250.1.999.2.1"', 'value="1.2.250.1.999.1.1"'),
      'XDSRepositoryDuplicateUniqueIdInMessage SIM-M5',
    ],
    // M7: confidentiality
    ['no N, R or V', soap('nodeRepresentation="N"', 'nodeRepresentation="U"'), 'XDSRegistryMetadataError SIM-M7'],
    [
      'the HL7 spelling of a visibility',
      soap('nodeRepresentation="MASQUE_PS"', 'nodeRepresentation="INVISIBLE_REP_LEGAUX"'),
      'XDSRegistryMetadataError SIM-M7',
    ],
    // M8: times
    ['a creation time with an offset', soap(TIME, '<rim:Value>20230104160527+0100</rim:Value>'), 'XDSRegistryMetadataError SIM-M8'],
    ['a creation time that does not exist', soap(TIME, '<rim:Value>20230230150527</rim:Value>'), 'XDSRegistryMetadataError SIM-M8'],
    ['a creation in the future', soap(TIME, '<rim:Value>20261123100600</rim:Value>'), 'XDSRegistryMetadataError SIM-M8'],
    ['a service that ends before it starts', soap('>20230104150500<', '>20230103150500<'), 'XDSRegistryMetadataError SIM-M8'],
    // M9: shapes
    [
      'a person without authority',
      soap(
        '&amp;1.2.250.1.71.4.2.1&amp;ISO^D^^^IDNPS</rim:Value></rim:ValueList></rim:Slot><rim:Slot name="creationTime"',
        '^D^^^IDNPS</rim:Value></rim:ValueList></rim:Slot><rim:Slot name="creationTime"',
      ),
      'XDSRegistryMetadataError SIM-M9',
    ],
    ['a structure without identifier', soap(/\^IDNST\^\^\^1120459876/, '^IDNST'), 'XDSRegistryMetadataError SIM-M9'],
    ['a source patient without authority', soap('IPP1^^^&amp;1.2.3.4.5&amp;ISO^PI', 'IPP1'), 'XDSRegistryMetadataError SIM-M9'],
    // M11: the document's own header
    ['a CDA with another id', cda('root="1.2.250.1.999.1.1"', 'root="1.2.250.1.999.1.9"'), 'InvalidDocumentContent SIM-M11'],
    ['a CDA whose id has an extension', cda('root="1.2.250.1.999.1.1"', '$& extension="1"'), 'InvalidDocumentContent SIM-M11'],
    ['a CDA of another type', cda('code="11502-2"', 'code="11490-0"'), 'InvalidDocumentContent SIM-M11'],
    [
      'a CDA of another patient',
      cda('extension="279035121518989"', 'extension="279035121518988"'),
      'InvalidDocumentContent SIM-M11',
    ],
    ['a CDA of another name', cda('PAT-TROIS', 'PAT-QUATRE'), 'InvalidDocumentContent SIM-M11'],
    ['a CDA of another birth date', cda('19790328', '19790329'), 'InvalidDocumentContent SIM-M11'],
    ['a CDA with another title', cda(/<title>.*<\/title>/, '<title>Autre</title>'), 'InvalidDocumentContent SIM-M11'],
    ['a CDA in another language', cda('fr-FR', 'en-US'), 'InvalidDocumentContent SIM-M11'],
    ['local time taken for UTC', soap(TIME, '<rim:Value>20230104160527</rim:Value>'), 'InvalidDocumentContent SIM-M11'],
    ['a service time more precise than the CDA', soap('>202301040822<', '>20230104082200<'), 'InvalidDocumentContent SIM-M11'],
    ['a CDA of another facility', cda('SA25', 'SA29'), 'InvalidDocumentContent SIM-M11'],
    ['a CDA of another practice setting', cda('AMBULATOIRE', 'ETABLISSEMENT'), 'InvalidDocumentContent SIM-M11'],
    ['a chapter that the CDA does not have', cda('18727-8', '18725-2'), 'InvalidDocumentContent SIM-M11'],
    ['another author', cda(/(<author>.*extension=")801234534765/, '$1899999999999'), 'InvalidDocumentContent SIM-M11'],
    ['something that is no CDA', cda(/ClinicalDocument/g, 'Other'), 'InvalidDocumentContent SIM-M11'],
  ])('refuses %s', (_what, changes, expected) => {
    const { feed, documents } = dmp();
    const answer = feed(FIRST, changes);

    expect(answer.errors).toContain(expected);
    expect(new Set(answer.errors.map((error) => error.split(' ')[1]))).toEqual(new Set([expected.split(' ')[1]]));
    expect(answer.status).toBe(expected.startsWith('Fault') ? 500 : 200);
    expect(documents.page(0, 10).total).toBe(0);
  });

  it('never repeats a value of the request in its refusals', () => {
    const { feed } = dmp();
    const { text } = feed(FIRST, soap(/279035121518989/g, '279035121518988'));

    expect(text).not.toMatch(/2790351|PAT-TROIS|DOMINIQUE/);
    expect(PATIENT).toContain('2790351');
  });
});

describe('what the DMP remembers', () => {
  it('refuses a lot that it already has (S1)', () => {
    const { feed } = dmp();
    feed(FIRST);

    expect(feed(FIRST).errors).toEqual(['XDSDuplicateUniqueIdInRegistry SIM-S1']);
  });

  it('refuses other bytes under a known uniqueId (S2), and stores nothing of that lot (S7)', () => {
    const { feed, documents } = dmp();
    feed(FIRST);
    const again = { ...SECOND, documentId: FIRST.documentId, body: 'CRP' };

    expect(feed(again).errors).toEqual(['XDSNonIdenticalHash SIM-S2']);
    expect(documents.byUniqueId(FIRST.documentId)?.bytes.toString()).toContain('TSH');
    expect(feed(SECOND).errors).toEqual([]); // the refused lot's own uniqueId is still free
  });

  it.each([
    ['refuse', ['XDSDuplicateUniqueIdInRegistry SIM-S3']],
    ['accept', []],
  ] as const)('may %s the same document in another lot (S3)', (sameDocumentInNewSet, errors) => {
    const { feed } = dmp({}, sameDocumentInNewSet);
    feed(FIRST);

    expect(feed({ ...SECOND, documentId: FIRST.documentId }).errors).toEqual(errors);
  });

  it('replaces the current version of a document (S4)', () => {
    const { feed, documents } = dmp();
    feed(FIRST);
    const held = documents.byUniqueId(FIRST.documentId);
    const answer = feed({ ...SECOND, replaces: held?.entryUuid ?? '' });

    expect(answer.errors).toEqual([]);
    expect(documents.byUniqueId(FIRST.documentId)?.status).toBe('Deprecated');
    expect(documents.byUniqueId(SECOND.documentId)).toMatchObject({
      status: 'Approved',
      replaces: FIRST.documentId,
      logicalId: held?.logicalId,
    });
    const third = { documentId: '1.2.250.1.999.1.3', setId: '1.2.250.1.999.2.3', replaces: held?.entryUuid ?? '' };
    expect(feed(third).errors).toEqual(['XDSRegistryDeprecatedDocumentError SIM-S4']);
  });

  const otherPatient = (text: string) => text.replaceAll('279035121518989', '185017500100051');
  it.each<[string, Changes, string]>([
    [
      'with the association type of 2010',
      soap('urn:ihe:iti:2007:AssociationType:RPLC', 'urn:ihe:iti:2010:AssociationType:RPLC'),
      'XDSReplaceFailed SIM-S4',
    ],
    [
      'of an unknown entryUUID',
      soap(/targetObject="urn:uuid:[^"]*"/, 'targetObject="urn:uuid:0"'),
      'UnresolvedReferenceException SIM-S4',
    ],
    ['by a document outside the lot', soap(/sourceObject="Document01"/, 'sourceObject="Document09"'), 'XDSReplaceFailed SIM-S4'],
    [
      'by another structure',
      { soap: replace(/\^1120459876/g, '^1750000000'), cda: replace('1120459876', '1750000000') },
      'XDSReplaceFailed SIM-S4',
    ],
    ['for another patient', { soap: otherPatient, cda: otherPatient }, 'XDSReplaceFailed SIM-S4'],
  ])('refuses a replacement %s (S4)', (_what, changes, expected) => {
    const { feed, documents } = dmp();
    feed(FIRST);

    expect(feed({ ...SECOND, replaces: documents.byUniqueId(FIRST.documentId)?.entryUuid ?? '' }, changes).errors).toEqual([
      expected,
    ]);
    expect(documents.byUniqueId(FIRST.documentId)?.status).toBe('Approved');
    expect(documents.page(0, 10).total).toBe(1);
  });

  it('keeps the last documents only, and counts the others', () => {
    const documents = new HeldDocuments({ capacity: 1, sameDocumentInNewSet: 'refuse' });
    for (const facts of [FIRST, SECOND])
      handleRequest({ endpoint: 'repository', ...submission(facts), sender }, memoryOf(documents), circumstances);

    expect(documents.page(0, 10)).toMatchObject({ total: 1, dropped: 1, items: [{ uniqueId: SECOND.documentId }] });
  });
});

describe('looking up (ITI-18)', () => {
  it('gives the entries of the uniqueIds that it knows', () => {
    const { feed, ask, documents } = dmp();
    feed(FIRST);
    const held = documents.byUniqueId(FIRST.documentId);
    const { status, contentType, text } = ask('registry', lookup(`('${FIRST.documentId}','1.2.3')`));

    expect(status).toBe(200);
    expect(contentType).toBe('application/soap+xml; charset=UTF-8');
    expect(text.match(/<rim:ExtrinsicObject /g)).toHaveLength(1);
    for (const part of [
      `id="${held?.entryUuid}"`,
      `lid="${held?.logicalId}"`,
      'StatusType:Approved',
      `<rim:Value>${held?.hash}<`,
      'versionName="1"',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('finds nothing without an error', () => {
    const { text, errors } = dmp().ask('registry', lookup("('1.2.3')"));

    expect(errors).toEqual([]);
    expect(text).toContain('ResponseStatusType:Success');
    expect(text).toContain('<rim:RegistryObjectList></rim:RegistryObjectList>');
  });

  it.each([
    ['an unquoted list', lookup('(1.2.3)'), 'XDSRegistryError SIM-Q1'],
    ['no parameter', lookup(''), 'XDSStoredQueryMissingParam SIM-Q1'],
    ['an unknown query', lookup("('1.2.3')", '5c4f972b-d56b-40ac-a5fc-c8ca9b40b9d5'), 'XDSUnknownStoredQuery SIM-Q1'],
    ['a search by metadata', lookup("('1.2.3')", '14d4debf-8f97-4251-9a74-a90016b0af0d'), 'Fault SIM-V10'],
  ])('refuses %s', (_what, request, expected) => {
    expect(dmp().ask('registry', request).errors).toEqual([expected]);
  });
});
