import { encodeMultipart } from '@segur/mime';
import { encodeFrame } from '@segur/hl7v2';
import { sampleMessages } from '@segur/testing';
import type { Form } from './form.js';
import { XML_WORDS, xmlHostility } from './xml-hostility.js';

/** An answer as the readers of this harness take it: the header of the message, an empty line, its body. */
const withType = (type: string, body: Buffer) => Buffer.concat([Buffer.from(`${type}\r\n\r\n`, 'latin1'), body]);
const SOAP = 'application/soap+xml; charset=UTF-8';
const RELATED = 'multipart/related; boundary=b1; start="<root@a>"; type="application/xop+xml"';

const envelope = (body: string) =>
  `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header/><s:Body>${body}</s:Body></s:Envelope>`;
const RS = 'xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0"';
const STATUS = 'urn:oasis:names:tc:ebxml-regrep:ResponseStatusType';
const error =
  '<RegistryError errorCode="XDSRegistryBusy" codeContext="occupé" severity="urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Error" location="x"/>';
const [success, failure, found, fault, oldFault] = [
  `<RegistryResponse ${RS} status="${STATUS}:Success"/>`,
  `<RegistryResponse ${RS} status="${STATUS}:Failure"><RegistryErrorList>${error}${error}</RegistryErrorList></RegistryResponse>`,
  `<q:AdhocQueryResponse xmlns:q="urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0" status="${STATUS}:Success"><RegistryObjectList xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0"><ExtrinsicObject id="urn:uuid:1" lid="urn:uuid:1" status="urn:oasis:names:tc:ebxml-regrep:StatusType:Approved"><Slot name="hash"><ValueList><Value>a</Value></ValueList></Slot><Slot name="size"><ValueList><Value>12</Value></ValueList></Slot><ExternalIdentifier identificationScheme="urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab" value="1.2.3"/></ExtrinsicObject></RegistryObjectList></q:AdhocQueryResponse>`,
  '<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>a:DMPInvalid</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang="fr">refusé</s:Text></s:Reason><s:Detail><a>DMPFault</a></s:Detail></s:Fault>',
  '<s:Fault><faultcode>s:Client</faultcode><faultstring>refusé</faultstring><detail/></s:Fault>',
].map(envelope) as [string, string, string, string, string];

const [HEAD = '', FOOT = ''] = failure.split(/(?<=<RegistryErrorList>)/);
const related = (root: string) =>
  withType(
    RELATED,
    Buffer.concat(
      encodeMultipart(
        [
          { contentType: 'application/xop+xml', contentId: 'root@a', body: Buffer.from(root) },
          { contentType: 'application/pdf', contentId: 'pdf@a', body: Buffer.from('%PDF-1.4\r\n--b\r\n%%EOF') },
        ],
        'b1',
      ).chunks,
    ),
  );

/** Answers of a registry, bare or in parts. */
export const xdsForm: Form = {
  grammar: {
    structure: 'elements',
    words: [
      ...XML_WORDS,
      ...[
        '<s:Body>',
        '</s:Body>',
        'status="a:Success"',
        '<RegistryError/>',
        '<ExtrinsicObject/>',
        '<Slot name="size"/>',
        '\r\n--b1\r\n',
        '--b1--',
        'multipart/related',
      ],
    ],
    openings: [
      '<a>',
      '<s:Body>',
      '<s:Subcode>',
      '<RegistryErrorList>',
      '<ExtrinsicObject>',
      '<Slot name="hash"><ValueList>',
      '--b1\r\n',
      '\r\n',
    ],
  },
  samples: () => [success, failure, found, fault, oldFault].flatMap((xml) => [withType(SOAP, Buffer.from(xml)), related(xml)]),
  hostile: {
    ...Object.fromEntries(
      Object.entries(xmlHostility(HEAD, FOOT)).map(([name, make]) => [name, () => withType(SOAP, make())] as const),
    ),
    'the deepest fault': () =>
      withType(SOAP, Buffer.from(envelope(`<s:Fault><s:Code>${'<s:Subcode>'.repeat(50_000)}</s:Code></s:Fault>`))),
    'many errors': () => withType(SOAP, Buffer.from(failure.replace(error, error.repeat(20_000)))),
  },
};

const part = (headers: string, body: string) => `\r\n--b1\r\n${headers}\r\n\r\n${body}`;
const multipart = (...parts: readonly string[]) => withType(RELATED, Buffer.from(`${parts.join('')}\r\n--b1--\r\n`, 'latin1'));

/** Multipart messages, under their own header. */
export const mimeForm: Form = {
  grammar: {
    words: [
      '\r\n',
      '\n',
      '\r',
      '--b1',
      '--b1--',
      '\r\n--b1\r\n',
      '\r\n--b1 \t\r\n',
      'Content-ID: <root@a>\r\n',
      'Content-Transfer-Encoding: base64\r\n',
      ':',
      ';',
      '"',
      '\\',
      '=',
      '<',
      '>',
      'boundary=""',
      '__proto__: a\r\n',
      '%zz',
      '\u0000',
    ],
    openings: ['\r\n--b1\r\n', '--b1', ' ', '\r\n ', 'a: b\r\n', '-', '"', ';a=b', '\\'],
  },
  samples: () => [
    related(success),
    multipart(
      part('Content-Type: text/plain\r\nContent-ID: <root@a>\r\nContent-Transfer-Encoding: base64', 'YWJj'),
      part('X: a\r\n b', 'c'),
    ),
    withType(
      'multipart/mixed; boundary="b1"',
      Buffer.from('preamble\n--b1\n\nbody\n--b1\nContent-Transfer-Encoding: 8bit\n\nsecond\n--b1--\nend'),
    ),
  ],
  hostile: {
    'many parts': () => multipart(...Array.from({ length: 100_000 }, () => part('a: b', 'c'))),
    'almost delimiters': () => multipart(part('a: b', '--b1x\r\n'.repeat(500_000))),
    'delimiters with a million blanks': () => multipart(part('a: b', `c\r\n--b1${' '.repeat(1_000_000)}x`)),
    'delimiters with blanks, many': () => multipart(part('a: b', `\r\n--b1${' '.repeat(1000)}x`.repeat(3000))),
    'a million headers': () => multipart(part('a: b\r\n'.repeat(500_000), 'c')),
    'a header of a million signs': () => multipart(part(`a: ${'b'.repeat(1_000_000)}`, 'c')),
    'a header of a million folds': () => multipart(part(`a: b${'\r\n '.repeat(500_000)}`, 'c')),
    'a type of a million parameters': () =>
      withType(`multipart/mixed${';a=b'.repeat(300_000)}; boundary=b1`, Buffer.from('--b1--')),
    'a type of a million escapes': () => withType(`multipart/mixed; boundary="${'\\"'.repeat(500_000)}`, Buffer.from('--b1--')),
    'a type of a million blanks': () => withType(`multipart/mixed;${' '.repeat(1_000_000)}x`, Buffer.from('--b1--')),
    'zeros in base64': () => multipart(part('Content-Transfer-Encoding: base64', 'A'.repeat(8_000_000))),
    'delimiters only': () => withType(RELATED, Buffer.from('--b1\r\n'.repeat(500_000))),
  },
};

/** A stream of MLLP frames. */
export const mllpForm: Form = {
  grammar: {
    words: ['\u000b', '\u001c', '\r', '\u001c\r', '\u000b\u000b', '\u001c\u001c', '\u001c\u000b', '\r\u001c'],
    openings: ['\u000b', '\u001c', '\u001c\r', '\u000b\u001c\r', '\u000bx', '\u001cx'],
  },
  samples: () => [
    Buffer.concat(sampleMessages.map(({ bytes }) => encodeFrame(bytes))),
    ...sampleMessages.map(({ bytes }) => encodeFrame(bytes)),
    Buffer.from('\u000bMSH|a\u001c\u000bMSH|b\u001c\rzz\u000bc\u001c'),
  ],
  hostile: {
    'a frame beyond the limit': () => Buffer.concat([Buffer.of(0x0b), Buffer.alloc(2_000_000, 'a'), Buffer.of(0x1c, 0x0d)]),
    'many frames beyond the limit': () => Buffer.alloc(4_000_000, Buffer.concat([Buffer.of(0x0b), Buffer.alloc(70_000, 'a')])),
    'a million empty frames': () => Buffer.alloc(300_000, '\u000b\u001c\r'),
    'a million ends': () => Buffer.alloc(300_000, '\u001c'),
    'a frame of ends': () => Buffer.from(`\u000b${'\u001cx'.repeat(100_000)}\u001c\r`),
  },
};
