import { MalformedMime } from '@segur/mime';
import { readGetDocumentsResponse } from './get-documents.js';
import { MalformedXds } from './malformed-xds.js';
import { readRegistryResponse } from './registry-response.js';

const SOAP = 'application/soap+xml; charset=utf-8';
const envelope = (body: string, namespace = 'http://www.w3.org/2003/05/soap-envelope') =>
  `<?xml version="1.0"?><e:Envelope xmlns:e="${namespace}"><e:Header/><e:Body>${body}</e:Body></e:Envelope>`;
const response = (status: string, errors = '') =>
  envelope(
    `<RegistryResponse xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0" status="${status}">${errors && `<RegistryErrorList>${errors}</RegistryErrorList>`}</RegistryResponse>`,
  );
const FAMILY = 'urn:oasis:names:tc:ebxml-regrep:ResponseStatusType';
const busy = `<RegistryError errorCode="urn:ihe:error:XDSRegistryBusy" codeContext="a > b" location="" severity="urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Error"/>`;
const warning = `<RegistryError errorCode="XDSExtraMetadataNotSaved" codeContext="x" location="here" severity="urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Warning"/>`;
const read = (xml: string, contentType = SOAP) => readRegistryResponse(Buffer.from(xml), contentType);

describe('readRegistryResponse', () => {
  it.each`
    what                 | xml                                                               | expected
    ${'success'}         | ${response(`${FAMILY}:Success`)}                                  | ${{ status: 'success', errors: [] }}
    ${'success, warned'} | ${response(`${FAMILY}:Success`, warning)}                         | ${{ status: 'success', errors: [{ code: 'XDSExtraMetadataNotSaved', context: 'x', location: 'here', severity: 'warning' }] }}
    ${'failure'}         | ${response(`${FAMILY}:Failure`, busy)}                            | ${{ status: 'failure', errors: [{ code: 'XDSRegistryBusy', context: 'a > b', severity: 'error' }] }}
    ${'partial success'} | ${response('urn:ihe:iti:2007:ResponseStatusType:PartialSuccess')} | ${{ status: 'partial', errors: [] }}
  `('reads $what', ({ xml, expected }: { xml: string; expected: object }) => {
    expect(read(xml)).toEqual({ kind: 'response', ...expected });
  });

  it.each`
    what               | xml                                                                                                                                                                                                                                 | expected
    ${'of the sender'} | ${envelope('<e:Fault><e:Code><e:Value>e:Sender</e:Value><e:Subcode><e:Value>x:DMPInvalidCertificate</e:Value></e:Subcode></e:Code><e:Reason><e:Text>Not valid</e:Text></e:Reason><e:Detail><c>DMPClosed</c></e:Detail></e:Fault>')} | ${{ blames: 'sender', codes: ['DMPInvalidCertificate', 'DMPClosed'], text: 'Not valid DMPClosed' }}
    ${'of the server'} | ${envelope('<e:Fault><e:Code><e:Value>e:Receiver</e:Value></e:Code><e:Reason><e:Text>Down</e:Text></e:Reason></e:Fault>')}                                                                                                          | ${{ blames: 'receiver', codes: [], text: 'Down' }}
    ${'of SOAP 1.1'}   | ${envelope('<e:Fault><faultcode>e:Client</faultcode><faultstring>No</faultstring></e:Fault>', 'http://schemas.xmlsoap.org/soap/envelope/')}                                                                                         | ${{ blames: 'sender', codes: [], text: 'No' }}
    ${'of nobody'}     | ${envelope('<e:Fault><e:Code><e:Value>e:MustUnderstand</e:Value></e:Code></e:Fault>')}                                                                                                                                              | ${{ blames: 'other', codes: [], text: '' }}
  `('reads a fault $what', ({ xml, expected }: { xml: string; expected: object }) => {
    expect(read(xml)).toEqual({ kind: 'fault', ...expected });
  });

  it('reads an answer that came as multipart without attachment', () => {
    const body = `--x\r\nContent-Type: application/xop+xml\r\nContent-ID: <r@h>\r\n\r\n${response(`${FAMILY}:Success`)}\r\n--x--`;
    expect(read(body, 'multipart/related; boundary=x; start="<r@h>"; type="application/xop+xml"')).toMatchObject({
      status: 'success',
    });
    expect(() => read(body.slice(0, -10), 'multipart/related; boundary=x')).toThrow(MalformedMime);
  });

  it.each`
    what                   | xml
    ${'nothing'}           | ${''}
    ${'a page of a proxy'} | ${'<html><body>Bad gateway</body></html>'}
    ${'no XML'}            | ${'Service unavailable'}
    ${'half an answer'}    | ${response(`${FAMILY}:Success`).slice(0, 150)}
    ${'an unknown status'} | ${response('urn:x:Perhaps')}
    ${'an empty body'}     | ${envelope('')}
    ${'a DOCTYPE'}         | ${`<!DOCTYPE e [<!ENTITY a "b">]>${response(`${FAMILY}:Success`).slice(21)}`}
    ${'endless nesting'}   | ${'<a>'.repeat(100)}
  `('refuses $what', ({ xml }: { xml: string }) => {
    expect(() => read(xml)).toThrow(MalformedXds);
  });
});

describe('readGetDocumentsResponse', () => {
  it('reads what the registry knows, in the default namespace', () => {
    const xml = envelope(`<q:AdhocQueryResponse xmlns:q="urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0" status="${FAMILY}:Success">
      <RegistryObjectList xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0">
        <ExtrinsicObject id="urn:uuid:1" lid="urn:uuid:2" status="urn:oasis:names:tc:ebxml-regrep:StatusType:Approved">
          <Slot name="hash"><ValueList><Value>abc</Value></ValueList></Slot>
          <Slot name="size"><ValueList><Value>12</Value></ValueList></Slot>
          <ExternalIdentifier identificationScheme="urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab" value="2.25.1"/>
        </ExtrinsicObject></RegistryObjectList></q:AdhocQueryResponse>`);

    expect(readGetDocumentsResponse(Buffer.from(xml), SOAP)).toEqual({
      answer: { kind: 'response', status: 'success', errors: [] },
      documents: [
        { entryUuid: 'urn:uuid:1', uniqueId: '2.25.1', status: 'approved', logicalId: 'urn:uuid:2', hash: 'abc', sizeBytes: 12 },
      ],
    });
  });
});
