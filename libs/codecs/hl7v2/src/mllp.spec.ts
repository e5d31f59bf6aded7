import { MalformedInput } from '@segur/errors';
import fc from 'fast-check';
import { MllpFramer, encodeFrame, type MllpOutcome } from './mllp.js';

const framed = (text: string) => encodeFrame(Buffer.from(text));
const texts = (outcomes: readonly MllpOutcome[]) =>
  outcomes.map((outcome) => (outcome.kind === 'frame' ? outcome.bytes.toString() : outcome.kind));

describe('MllpFramer', () => {
  it.each`
    what                               | chunks                                                                                  | expected
    ${'one frame'}                     | ${[framed('un')]}                                                                       | ${['un']}
    ${'several frames in a chunk'}     | ${[Buffer.concat([framed('un'), framed('deux')])]}                                      | ${['un', 'deux']}
    ${'a frame cut anywhere'}          | ${[framed('un').subarray(0, 2), framed('un').subarray(2, 4), framed('un').subarray(4)]} | ${['un']}
    ${'noise around frames'}           | ${[Buffer.from('xx\r\n'), framed('un'), Buffer.from('\n'), framed('deux')]}             | ${['un', 'deux']}
    ${'an empty frame'}                | ${[framed('')]}                                                                         | ${['']}
    ${'a separator that ends nothing'} | ${[Buffer.from('\x0ba\x1cb\x1c\r', 'latin1')]}                                          | ${['a\x1cb']}
    ${'no return before the next'}     | ${[Buffer.from('\x0ba\x1c\x0bb\x1c\r', 'latin1')]}                                      | ${['a', 'b']}
    ${'a frame begun again'}           | ${[Buffer.from('\x0bab\x0bc\x1c\r', 'latin1')]}                                         | ${['truncated', 'c']}
    ${'no end'}                        | ${[Buffer.from('\x0babc', 'latin1')]}                                                   | ${[]}
  `('takes $what', ({ chunks, expected }: { chunks: Buffer[]; expected: string[] }) => {
    const framer = new MllpFramer();

    expect(texts(chunks.flatMap((chunk) => framer.push(chunk)))).toEqual(expected);
  });

  it('ends a frame whose return never came, when it is told to', () => {
    const framer = new MllpFramer();
    framer.push(Buffer.from('\x0babc\x1c', 'latin1'));

    expect(framer.awaitsReturn).toBe(true);
    expect(framer.flush()).toEqual({ kind: 'frame', bytes: Buffer.from('abc'), closed: false });
    expect(framer.flush()).toBeUndefined();
  });

  it('throws a frame away once it is too long, and takes the next one', () => {
    const framer = new MllpFramer(4);
    const stream = Buffer.concat([framed('12345'), framed('1234')]);

    expect(texts([...stream].flatMap((byte) => framer.push(Buffer.of(byte))))).toEqual(['overlong', '1234']);
    expect(framer.pendingBytes).toBe(0);
  });

  it.each([1, 64])('calls a frame that is too long and begun again overlong, in pieces of %i', (size) => {
    const stream = Buffer.from('\x0b12345\x0bab\x1c\r', 'latin1');
    const framer = new MllpFramer(4);
    const pieces = Array.from({ length: Math.ceil(stream.length / size) }, (_, index) =>
      stream.subarray(index * size, (index + 1) * size),
    );

    expect(texts(pieces.flatMap((piece) => framer.push(piece)))).toEqual(['overlong', 'ab']);
  });

  it('gives the same messages however the stream is cut', () => {
    const message = fc
      .uint8Array({ maxLength: 60 })
      .map((bytes) => Buffer.from(bytes.filter((byte) => byte !== 0x0b && byte !== 0x1c)));
    fc.assert(
      fc.property(
        fc.array(message, { maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        (messages, cuts) => {
          const framer = new MllpFramer();
          const outcomes: MllpOutcome[] = [];
          let rest = Buffer.concat(messages.map((bytes) => encodeFrame(bytes)));
          for (let turn = 0; rest.length > 0; turn += 1) {
            const size = cuts[turn % cuts.length] ?? 1;
            outcomes.push(...framer.push(rest.subarray(0, size)));
            rest = rest.subarray(size);
          }
          expect(outcomes).toEqual(messages.map((bytes) => ({ kind: 'frame', bytes, closed: true })));
        },
      ),
    );
  });

  it('keeps going whatever the bytes, and holds no more than its limit', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 50 })), (chunks) => {
        const framer = new MllpFramer(30);
        for (const chunk of chunks) framer.push(Buffer.from(chunk));
        expect(framer.pendingBytes).toBeLessThanOrEqual(30);
      }),
    );
  });
});

describe('encodeFrame', () => {
  it('refuses a message that would end its own frame', () => {
    expect(() => encodeFrame(Buffer.of(0x41, 0x1c))).toThrow(MalformedInput);
  });
});
