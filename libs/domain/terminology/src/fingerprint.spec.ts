import { fingerprintOf } from './fingerprint.js';
import type { LocalTest } from './local-test.js';

const GLUCOSE: LocalTest = { localCode: 'GLY', label: 'Glycémie', unit: 'g/L', specimen: 'Plasma fluoré' };

describe('fingerprintOf', () => {
  it.each`
    why                             | change
    ${'blanks and case of a label'} | ${{ label: ' GLYCÉMIE ' }}
    ${'the code itself'}            | ${{ localCode: 'GLU' }}
    ${'a decomposed accent'}        | ${{ label: 'Glyce\u0301mie' }}
    ${'volume'}                     | ${{ volume12m: 12_000 }}
  `('stays the same: $why', ({ change }: { change: Partial<LocalTest> }) => {
    expect(fingerprintOf({ ...GLUCOSE, ...change })).toBe(fingerprintOf(GLUCOSE));
  });

  it.each`
    why                         | change
    ${'another unit'}           | ${{ unit: 'mmol/L' }}
    ${'giga instead of gram'}   | ${{ unit: 'G/L' }}
    ${'another specimen'}       | ${{ specimen: 'Urines' }}
    ${'a method'}               | ${{ method: 'Hexokinase' }}
    ${'another label'}          | ${{ label: 'Glycémie à jeun' }}
    ${'another kind of result'} | ${{ resultType: 'text' }}
  `('changes: $why', ({ change }: { change: Partial<LocalTest> }) => {
    expect(fingerprintOf({ ...GLUCOSE, ...change })).not.toBe(fingerprintOf(GLUCOSE));
  });
});
