import { decodeMultipart, partOfCid } from '@segur/mime';
import { XmlDocument } from 'libxml2-wasm';
import { sampleSubmission } from '../test/sample-submission.js';
import { encodeGetDocuments } from './get-documents.js';
import { MalformedXds } from './malformed-xds.js';
import { encodeIti41 } from './mtom.js';
import { NAMESPACES } from './schemes.js';
import { encodeEnvelope } from './soap.js';

const message = { messageId: '019aa0c0-0000-4000-8000-0000000000aa', to: 'https://dmp.example/repository' };
const contents = [{ entryId: 'Document01', bytes: Buffer.from('\u00e9\r\n'), contentType: 'text/xml' }];

describe('encodeIti41', () => {
  it('packs the envelope first and each document as its own exact part', () => {
    const request = encodeIti41(sampleSubmission, contents, message);
    const { root, parts } = decodeMultipart(Buffer.concat(request.chunks), request.contentType);
    const envelope = XmlDocument.fromString(root.body.toString());
    const href = envelope.get("//xds:Document[@id='Document01']/xop:Include/@href", NAMESPACES)?.content ?? '';
    envelope.dispose();

    expect(request.sizeBytes).toBe(Buffer.concat(request.chunks).length);
    expect(root.headers['content-type']).toBe('application/xop+xml; charset=UTF-8; type="application/soap+xml"');
    expect(parts).toHaveLength(2);
    expect(partOfCid(parts, href)?.body).toEqual(Buffer.from('\u00e9\r\n'));
    expect(request.contentType).toMatch(/^multipart\/related; boundary="[^"]+"; type="application\/xop\+xml"; start="<root\./);
    expect(request.contentType).toMatch(/action="urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b"$/);
  });

  it('changes nothing but message id, boundary and content ids when a lot is sent again', () => {
    const text = (messageId: string) =>
      Buffer.concat(encodeIti41(sampleSubmission, contents, { ...message, messageId }).chunks)
        .toString()
        .replaceAll(messageId, '');
    expect(text('019aa0c0-0000-4000-8000-000000000001')).toBe(text('019aa0c0-0000-4000-8000-000000000002'));
  });

  it('refuses a lot whose bytes are missing', () => {
    expect(() => encodeIti41(sampleSubmission, [], message)).toThrow(MalformedXds);
  });
});

describe('encodeEnvelope', () => {
  const body = encodeGetDocuments(["2.25.1'"]);

  it('carries the four WS-Addressing headers, and a signed header as it is', () => {
    const securityHeader = '<saml2:Assertion xmlns:saml2="urn:x"  ID="_1" ></saml2:Assertion>';
    const text = encodeEnvelope({ action: 'urn:action', ...message, securityHeader, body });
    const envelope = XmlDocument.fromString(text);
    const header = (name: string) => envelope.get(`/s12:Envelope/s12:Header/wsa:${name}`, NAMESPACES)?.content;

    expect(text).toContain(`>${securityHeader}</wsse:Security>`);
    expect(header('MessageID')).toBe(`urn:uuid:${message.messageId}`);
    expect(header('To')).toBe(message.to);
    expect(header('ReplyTo')).toBe('http://www.w3.org/2005/08/addressing/anonymous');
    expect(header('Action')).toBe('urn:action');
    expect(envelope.get('//rim:Value', NAMESPACES)?.content).toBe("('2.25.1''')");
    envelope.dispose();
  });

  it('leaves the security header out where there is none', () => {
    expect(encodeEnvelope({ action: 'urn:action', ...message, body })).not.toContain('Security');
  });
});
