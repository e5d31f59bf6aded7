import { mayValidateLists } from './list-validation.js';

describe('mayValidateLists', () => {
  it.each`
    decided | right  | may
    ${0}    | ${0}   | ${true}
    ${99}   | ${90}  | ${true}
    ${100}  | ${99}  | ${true}
    ${100}  | ${98}  | ${false}
    ${1000} | ${990} | ${true}
    ${1000} | ${989} | ${false}
  `('$right right of $decided: $may', ({ decided, right, may }: { decided: number; right: number; may: boolean }) => {
    expect(mayValidateLists({ decided, right })).toBe(may);
  });
});
