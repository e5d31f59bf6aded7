import type { Identity } from '@segur/identity';
import { testIdentity } from '@segur/testing';
import { isSamePatient } from './same-patient.js';

const INS = { value: '279035121518989', oid: '1.2.250.1.213.1.4.10' };
const OTHER_INS = { ...INS, value: '180010100000001' };
const number = (extension: string) => [{ root: '1.2.3', extension }];

/** Somebody of whom only this is known. */
const person = (birthName: string, insMatricule?: Identity['insMatricule'], localIds: Identity['localIds'] = []): Identity => {
  const { status, traits, addresses, telecoms } = testIdentity;
  return { status, traits: { ...traits, birthName }, addresses, telecoms, localIds, ...(insMatricule && { insMatricule }) };
};

describe('isSamePatient', () => {
  it.each`
    what                                | one                                    | other                                                        | same
    ${'the same matricule'}             | ${person('A', INS)}                    | ${person('B', INS)}                                          | ${true}
    ${'two matricules'}                 | ${person('A', INS, number('1'))}       | ${person('A', OTHER_INS, number('1'))}                       | ${false}
    ${'one number, a corrected name'}   | ${person('A', undefined, number('1'))} | ${person('B', INS, number('1'))}                             | ${true}
    ${'two numbers, two names'}         | ${person('A', undefined, number('1'))} | ${person('B', undefined, number('2'))}                       | ${false}
    ${'no number, only an accent'}      | ${person('ETE-PRE')}                   | ${person('Été Pré')}                                         | ${true}
    ${'the number of another software'} | ${person('A', undefined, number('1'))} | ${person('B', undefined, [{ root: '9.9', extension: '1' }])} | ${false}
  `('$what: $same', ({ one, other, same }) => {
    expect(isSamePatient(one as Identity, other as Identity)).toBe(same);
  });
});
