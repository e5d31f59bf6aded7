import fc from 'fast-check';
import { MalformedInput } from '@segur/errors';
import { readMediaType, readMultipart } from './multipart-reader.js';

const body = (text: string) => Buffer.from(text, 'latin1');

describe('readMultipart', () => {
  it('gives back any bytes as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { minLength: 1, maxLength: 4 }), (contents) => {
        const parts = contents.map((bytes) => Buffer.concat([body('--b\r\nContent-ID: <x>\r\n\r\n'), bytes, body('\r\n')]));
        const read = readMultipart(Buffer.concat([...parts, body('--b--')]), 'b');

        expect(read.map(({ bytes }) => [...bytes])).toEqual(contents.map((bytes) => [...bytes]));
      }),
    );
  });

  it.each([
    ['a preamble and an epilogue', 'hello\r\n--b\r\nA: 1\r\n\r\nx\r\n--b--\r\nbye', ['x']],
    ['a longer boundary inside', '--b\r\nA: 1\r\n\r\nx\r\n--bb\r\ny\r\n--b--', ['x\r\n--bb\r\ny']],
    ['the boundary inside a line', '--b\r\nA: 1\r\n\r\nx --b\r\n\r\n--b--', ['x --b\r\n']],
    ['blanks after the boundary', '--b \t\r\nA: 1\r\n\r\nx\r\n--b--', ['x']],
    ['no headers', '--b\r\n\r\nx\r\n--b--', ['x']],
    ['an empty part', '--b\r\nA: 1\r\n\r\n\r\n--b--', ['']],
  ])('reads %s', (_what, text, expected) => {
    expect(readMultipart(body(text), 'b').map(({ bytes }) => bytes.toString('latin1'))).toEqual(expected);
  });

  it.each([
    ['nothing', ''],
    ['another boundary', '--c\r\nA: 1\r\n\r\nx\r\n--c--'],
    ['no end', '--b\r\nA: 1\r\n\r\nx\r\n'],
    ['bare LF', '--b\nA: 1\n\nx\n--b--'],
    ['headers without end', '--b\r\nA: 1\r\n--b--'],
    ['a line that is no header', '--b\r\nA\r\n\r\nx\r\n--b--'],
  ])('refuses %s', (_what, text) => {
    expect(() => readMultipart(body(text), 'b')).toThrow(MalformedInput);
  });
});

describe('readMediaType', () => {
  it.each([
    ['text/xml', 'text/xml', {}],
    ['Multipart/Related; Boundary="a;b\\"c"; start=<x@y>', 'multipart/related', { boundary: 'a;b"c', start: '<x@y>' }],
    ['text/xml ; charset=UTF-8 ;', 'text/xml', { charset: 'UTF-8' }],
  ])('reads %s', (text, type, parameters) => {
    const media = readMediaType(text);

    expect({ type: media?.type, parameters: Object.fromEntries(media?.parameters ?? []) }).toEqual({ type, parameters });
  });

  it.each(['', 'text', 'text/xml; charset', 'text/xml; a="b'])('refuses %p', (text) => {
    expect(readMediaType(text)).toBeUndefined();
  });
});
