import { MalformedInput } from '@segur/errors';
import { decodeHprimTimestamp, encodeHprimTimestamp } from './hprim-timestamp.js';

describe('decodeHprimTimestamp', () => {
  it.each`
    text                | iso
    ${'20240229'}       | ${'2024-02-29'}
    ${'2026112309'}     | ${'2026-11-23T09'}
    ${'202611230930'}   | ${'2026-11-23T09:30'}
    ${'20261123093015'} | ${'2026-11-23T09:30:15'}
  `('reads $text, and writes it back', ({ text, iso }: { text: string; iso: string }) => {
    expect(decodeHprimTimestamp(text)).toBe(iso);
    expect(encodeHprimTimestamp(iso)).toBe(text);
  });

  it.each(['', '2026', '202611', '20260229', '2026112324', '202611230960', '23/11/2026', '20261123093015+0100', ' 20261123'])(
    'refuses %p',
    (text) => {
      expect(() => decodeHprimTimestamp(text)).toThrow(MalformedInput);
    },
  );

  it('leaves the offset of a written instant out', () => {
    expect(encodeHprimTimestamp('2026-11-23T09:30:15+01:00')).toBe('20261123093015');
    expect(() => encodeHprimTimestamp('2026-11')).toThrow(MalformedInput);
  });
});
