import { silenceTimeoutWarning } from './silence-timeout-warning.js';

describe('silenceTimeoutWarning', () => {
  it('drops one kind of warning and nothing else', () => {
    const printed: unknown[][] = [];
    const target = { emitWarning: (...warning: unknown[]) => void printed.push(warning) };
    silenceTimeoutWarning(target);
    silenceTimeoutWarning(target);
    target.emitWarning('-3 is a negative number.', 'TimeoutNegativeWarning');
    target.emitWarning('old', 'DeprecationWarning', 'DEP0001');

    expect(printed).toEqual([['old', 'DeprecationWarning', 'DEP0001']]);
  });
});
