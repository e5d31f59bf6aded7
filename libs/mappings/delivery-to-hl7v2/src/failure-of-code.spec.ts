import { failureOfCode } from './failure-of-code.js';

describe('failureOfCode', () => {
  it.each`
    code                                | told                                | text
    ${'DMPClosed'}                      | ${'DMPClosed'}                      | ${'DMPClosed'}
    ${'XDSDuplicateUniqueIdInRegistry'} | ${'XDSDuplicateUniqueIdInRegistry'} | ${'XDSDuplicateUniqueIdInRegistry'}
    ${'smtp-550-5.1.1'}                 | ${'550'}                            | ${'SMTP 550 5.1.1'}
    ${'smtp-552'}                       | ${'552'}                            | ${'SMTP 552'}
    ${'smtp-answer-lost'}               | ${'906'}                            | ${'smtp-answer-lost'}
    ${'ins-not-qualified'}              | ${'906'}                            | ${'ins-not-qualified'}
    ${'mss-superseded'}                 | ${'906'}                            | ${'mss-superseded'}
    ${'904'}                            | ${'904'}                            | ${'904'}
  `('tells $code as $told', ({ code, told, text }: { code: string; told: string; text: string }) => {
    expect(failureOfCode(code)).toEqual({ code: told, text });
  });
});
