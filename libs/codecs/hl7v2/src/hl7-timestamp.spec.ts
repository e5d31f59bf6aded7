import { MalformedInput } from '@segur/errors';
import { decodeHl7Timestamp, encodeHl7Timestamp } from './hl7-timestamp.js';

describe('decodeHl7Timestamp', () => {
  it.each`
    text                        | iso                            | precision
    ${'2026'}                   | ${'2026'}                      | ${'year'}
    ${'202611'}                 | ${'2026-11'}                   | ${'month'}
    ${'20240229'}               | ${'2024-02-29'}                | ${'day'}
    ${'2026112209+0100'}        | ${'2026-11-22T09+01:00'}       | ${'hour'}
    ${'202611220930'}           | ${'2026-11-22T09:30'}          | ${'minute'}
    ${'20261122093015.25+0100'} | ${'2026-11-22T09:30:15+01:00'} | ${'second'}
  `('reads $text to the $precision', ({ text, ...expected }: { text: string }) => {
    expect(decodeHl7Timestamp(text)).toEqual(expected);
  });

  it.each(['', '26', '20261', '20261301', '20260229', '20261100', '2026112225', '202611220960', '2026-11-22', '202611220930+9900'])(
    'refuses %p',
    (text) => {
      expect(() => decodeHl7Timestamp(text)).toThrow(MalformedInput);
    },
  );
});

describe('encodeHl7Timestamp', () => {
  it.each`
    iso                           | text
    ${'2026-11'}                  | ${'202611'}
    ${'2026-11-22'}               | ${'20261122'}
    ${'2026-11-22T09:30+01:00'}   | ${'202611220930+0100'}
    ${'2026-11-22T09:30:15.250Z'} | ${'20261122093015+0000'}
  `('writes $iso as $text', ({ iso, text }: { iso: string; text: string }) => {
    expect(encodeHl7Timestamp(iso)).toBe(text);
  });

  it('refuses what is no date', () => expect(() => encodeHl7Timestamp('hier')).toThrow(MalformedInput));
});
