import fc from 'fast-check';
import { decodeContentType, encodeContentType } from './content-type.js';
import { MalformedMime } from './malformed-mime.js';
import { decodeMultipart, partOfCid } from './multipart-reader.js';
import { cidUrlOf, encodeMultipart } from './multipart-writer.js';

const crlf = (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'));
const TYPE = 'multipart/related; boundary="b1"; type="application/xop+xml"; start="<root@h>"';

describe('encodeMultipart', () => {
  it('writes headers, exact bytes and the true length', () => {
    const { chunks, sizeBytes } = encodeMultipart(
      [
        { contentType: 'text/plain', contentId: 'a@h', body: Buffer.from('é') },
        { contentType: 'text/xml', contentId: 'b@h', body: Buffer.from([0, 13, 10]) },
      ],
      'b1',
    );
    const whole = Buffer.concat(chunks);

    expect(sizeBytes).toBe(whole.length);
    expect(whole.toString('latin1')).toBe(
      '--b1\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <a@h>\r\n\r\nÃ©\r\n' +
        '--b1\r\nContent-Type: text/xml\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <b@h>\r\n\r\n\0\r\n\r\n--b1--\r\n',
    );
  });

  it.each`
    what                            | boundary | contentId
    ${'an empty boundary'}          | ${''}    | ${'a@h'}
    ${'a boundary in the part'}     | ${'in'}  | ${'a@h'}
    ${'a boundary with a line end'} | ${'b\n'} | ${'a@h'}
    ${'a header of two lines'}      | ${'b1'}  | ${'a\r\nX: y'}
  `('refuses $what', ({ boundary, contentId }: { boundary: string; contentId: string }) => {
    const part = { contentType: 'text/plain', contentId, body: Buffer.from('x--in') };
    expect(() => encodeMultipart([part], boundary)).toThrow(MalformedMime);
  });

  // Lines and dashes are what a reader could stumble over.
  const awkward = fc.array(fc.constantFrom('\r', '\n', '\r\n', '--', '-', 'b', '--b', '\r\n--b', ' ', 'é', '\0'), {
    maxLength: 30,
  });
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    awkward.map((pieces) => Buffer.from(pieces.join(''))),
  );

  it('comes back byte for byte', () => {
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 5 }), (bodies) => {
        const parts = bodies.map((bytes, index) => ({ contentType: 'text/xml', contentId: `p${index}@h`, body: bytes }));
        const { chunks } = encodeMultipart(parts, 'b-0123456789');
        const read = decodeMultipart(Buffer.concat(chunks), 'multipart/related; boundary="b-0123456789"');

        expect(read.parts.map(({ body: bytes }) => bytes.toString('hex'))).toEqual(bodies.map((bytes) => bytes.toString('hex')));
        expect(read.parts.map(({ contentId }) => contentId)).toEqual(parts.map(({ contentId }) => contentId));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('decodeMultipart', () => {
  const root = '--b1\nContent-ID: <root@h>\nContent-Type: application/xop+xml\n\n<e/>\n';
  const document = '--b1\nContent-ID: <doc:1@h>\n\n<d/>\n';

  it.each`
    what                          | bytes                                                             | type
    ${'CRLF'}                     | ${crlf(`${root}${document}--b1--\n`)}                             | ${TYPE}
    ${'LF only'}                  | ${Buffer.from(`${root}${document}--b1--\n`)}                      | ${TYPE}
    ${'a preamble and an end'}    | ${crlf(`Ignored.\n${root}${document}--b1--\nIgnored.`)}           | ${TYPE}
    ${'no line end at the close'} | ${crlf(`${root}${document}--b1--`)}                               | ${TYPE}
    ${'spaces after a delimiter'} | ${crlf(`${root.replace('--b1', '--b1 \t')}${document}--b1-- \n`)} | ${TYPE}
    ${'the root last'}            | ${crlf(`${document}${root}--b1--\n`)}                             | ${TYPE}
    ${'no start'}                 | ${crlf(`${root}${document}--b1--\n`)}                             | ${'multipart/related; boundary=b1'}
    ${'a start that names none'}  | ${crlf(`${root}${document}--b1--\n`)}                             | ${'multipart/related; boundary=b1; start="<x@h>"'}
    ${'bare parameters'}          | ${crlf(`${document}${root}--b1--\n`)}                             | ${'Multipart/Related;type=application/xop+xml;Boundary=b1 ; START=<root@h>'}
  `('reads $what', ({ bytes, type }: { bytes: Buffer; type: string }) => {
    const message = decodeMultipart(bytes, type);

    expect(message.root.body.toString()).toBe('<e/>');
    expect(message.parts).toHaveLength(2);
    for (const url of ['cid:doc:1@h', 'cid:doc%3A1@h', 'cid:doc%3a1%40h', 'CID:doc%3A1%40h'])
      expect(partOfCid(message.parts, url)?.body.toString()).toBe('<d/>');
    expect(partOfCid(message.parts, 'cid:doc%')).toBeUndefined();
  });

  it('keeps a boundary that begins alike inside its part', () => {
    const message = decodeMultipart(crlf('--b1\n\n--b12\nx\n--b1--\n'), TYPE);
    expect(message.root.body.toString()).toBe('--b12\r\nx');
  });

  it('undoes base64 and unfolds headers', () => {
    const message = decodeMultipart(
      crlf('--b1\nContent-Type: a/b;\n c=d\nContent-Transfer-Encoding: BASE64\n\nw6\nk=\n--b1--'),
      TYPE,
    );
    expect(message.root).toMatchObject({ body: Buffer.from('é'), headers: { 'content-type': 'a/b; c=d' } });
  });

  it.each`
    what                     | bytes                                                               | type                   | limits
    ${'no boundary'}         | ${'--b1\n\nx\n--b1--'}                                              | ${'multipart/related'} | ${{}}
    ${'no part'}             | ${'hello'}                                                          | ${TYPE}                | ${{}}
    ${'a message cut off'}   | ${'--b1\n\nx\n--b'}                                                 | ${TYPE}                | ${{}}
    ${'an unknown encoding'} | ${'--b1\nContent-Transfer-Encoding: quoted-printable\n\nx\n--b1--'} | ${TYPE}                | ${{}}
    ${'too many bytes'}      | ${'--b1\n\nx\n--b1--'}                                              | ${TYPE}                | ${{ sizeBytes: 5 }}
    ${'too many parts'}      | ${'--b1\n\nx\n--b1\n\ny\n--b1--'}                                   | ${TYPE}                | ${{ parts: 1 }}
    ${'headers without end'} | ${`--b1\nX: ${'y'.repeat(99)}\nX: y\n\nx\n--b1--`}                  | ${TYPE}                | ${{ headerBytes: 50 }}
  `('refuses $what', ({ bytes, type, limits }: { bytes: string; type: string; limits: object }) => {
    expect(() => decodeMultipart(crlf(bytes), type, limits)).toThrow(MalformedMime);
  });

  it('reads or refuses any bytes, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('--b1', '--', '\r\n', '\n', 'a: b', '\r', 'x'), { maxLength: 25 }), (pieces) => {
        try {
          decodeMultipart(Buffer.from(pieces.join('')), TYPE);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedMime);
        }
      }),
    );
  });
});

describe('content types', () => {
  it.each`
    text                                      | mediaType                 | parameters
    ${'text/xml'}                             | ${'text/xml'}             | ${{}}
    ${'Text/XML ; Charset=UTF-8'}             | ${'text/xml'}             | ${{ charset: 'UTF-8' }}
    ${'a/b;c="x\\"y;z";\r\n d=e f ; c=again'} | ${'a/b'}                  | ${{ c: 'x"y;z', d: 'e f' }}
    ${'application/soap+xml;action="urn:x"'}  | ${'application/soap+xml'} | ${{ action: 'urn:x' }}
  `('reads $text', ({ text, ...expected }: { text: string }) => {
    expect(decodeContentType(text)).toEqual(expected);
  });

  it('refuses what is none', () => {
    expect(() => decodeContentType('xml')).toThrow(MalformedMime);
    expect(() => encodeContentType('a/b', { c: 'é' })).toThrow(MalformedMime);
  });

  it('reads what it wrote', () => {
    const value = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)) });
    fc.assert(
      fc.property(value, value, (start, charset) => {
        const { parameters } = decodeContentType(encodeContentType('a/b', { start, charset, skipped: undefined }));
        expect(parameters).toEqual({ start, charset });
      }),
    );
  });

  it('names a part by an escaped URL', () => {
    expect(cidUrlOf('doc1.a@b')).toBe('cid:doc1.a%40b');
  });
});
