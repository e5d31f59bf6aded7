import type { AckCode } from '@segur/hl7v2';
import { decideAnswer, pauseMs } from './decide-answer.js';
import type { LineAnswer } from './mllp-line.js';

const now = new Date('2026-11-24T08:00:00.000Z');
const pace = { firstMs: 10_000 };
const answered = (code: AckCode): LineAnswer => ({ kind: 'answered', ack: { code, controlId: '1', errors: [] } });

describe('decideAnswer', () => {
  it.each`
    code    | finalAnswer | state             | answerCode
    ${'AA'} | ${'AE'}     | ${'ACKNOWLEDGED'} | ${null}
    ${'CA'} | ${'AE'}     | ${'ACKNOWLEDGED'} | ${null}
    ${'AE'} | ${'AE'}     | ${'REFUSED'}      | ${'sgl-refused'}
    ${'CE'} | ${'AE'}     | ${'REFUSED'}      | ${'sgl-refused'}
    ${'AR'} | ${'AE'}     | ${'WAITING'}      | ${'sgl-not-now'}
    ${'CR'} | ${'AE'}     | ${'WAITING'}      | ${'sgl-not-now'}
    ${'AE'} | ${'AR'}     | ${'WAITING'}      | ${'sgl-not-now'}
    ${'AR'} | ${'AR'}     | ${'REFUSED'}      | ${'sgl-refused'}
  `('$code where $finalAnswer is final: $state', ({ code, finalAnswer, ...expected }) => {
    const note = decideAnswer(answered(code as AckCode), { attempts: 0 }, { now, pace, finalAnswer: finalAnswer as 'AE' | 'AR' });

    expect(note).toMatchObject({ ...expected, attempts: 1 });
    expect(note.dueAt !== undefined).toBe(note.state === 'WAITING');
  });

  it.each(['sgl-unreachable', 'sgl-tls-failed', 'sgl-answer-lost', 'sgl-answer-late'] as const)('waits after %s', (code) => {
    const note = decideAnswer({ kind: 'unanswered', code }, { attempts: 2 }, { now, pace, finalAnswer: 'AE' });

    expect(note).toEqual({ state: 'WAITING', answerCode: code, attempts: 3, dueAt: new Date('2026-11-24T08:00:40.000Z') });
  });
});

describe('pauseMs', () => {
  it.each`
    attempts | firstMs   | expected
    ${1}     | ${10_000} | ${10_000}
    ${2}     | ${10_000} | ${20_000}
    ${7}     | ${10_000} | ${640_000}
    ${8}     | ${10_000} | ${900_000}
    ${5000}  | ${10_000} | ${900_000}
    ${1}     | ${1e6}    | ${1e6}
    ${9}     | ${1e6}    | ${1e6}
  `('after $attempts: $expected', ({ attempts, firstMs, expected }: Record<string, number>) => {
    expect(pauseMs(attempts ?? 0, { firstMs: firstMs ?? 0 })).toBe(expected);
  });
});
