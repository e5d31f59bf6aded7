import type { Identity, IdentityTraits } from '@segur/identity';
import type { Order } from './order.js';
import { decideOrderLink, isOrderOf } from './order-link.js';
import { numbersOfOrder } from './order-numbers.js';

const traits: IdentityTraits = {
  birthName: 'NOM-TEST',
  birthFirstName: 'DOMINIQUE',
  birthGivenNames: 'DOMINIQUE CLAUDE',
  birthDate: '19790328',
  sex: 'F',
};
const INS = { value: '279035121518989', oid: '1.2.250.1.213.1.4.10' };
const OTHER_INS = { ...INS, value: '180010100000001' };

function patient(change: Partial<IdentityTraits> = {}, insMatricule?: Identity['insMatricule']): Identity {
  return {
    status: 'provisoire',
    traits: { ...traits, ...change },
    ...(insMatricule && { insMatricule }),
    localIds: [],
    addresses: [],
    telecoms: [],
  };
}

const order = (change: Partial<Order> = {}): Order => ({
  orderId: '019aa0c0-0000-7000-8000-00000000000d',
  revision: 1,
  placerNumber: 'P-1',
  prescribedAt: '2026-11-20',
  prescriber: { nationalId: '810100000001', family: 'TEST', telecoms: [] },
  patient: patient(),
  urgency: { level: 'ROUTINE' },
  exams: [],
  copies: [],
  patientCopy: false,
  ...change,
});

describe('isOrderOf', () => {
  it.each`
    what                                | ordered                                                               | reported                                   | same
    ${'the same traits'}                | ${patient()}                                                          | ${patient()}                               | ${true}
    ${'one matricule'}                  | ${patient({}, INS)}                                                   | ${patient({ birthName: 'USED' }, INS)}     | ${true}
    ${'one matricule, two birth dates'} | ${patient({}, INS)}                                                   | ${patient({ birthDate: '19790329' }, INS)} | ${false}
    ${'one matricule, one birth date'}  | ${patient({}, INS)}                                                   | ${patient({ birthDate: '' }, INS)}         | ${true}
    ${'two matricules'}                 | ${patient({}, INS)}                                                   | ${patient({}, OTHER_INS)}                  | ${false}
    ${'a matricule on one side'}        | ${patient({}, INS)}                                                   | ${patient()}                               | ${true}
    ${'another spelling'}               | ${patient({ birthName: 'Nom Test' })}                                 | ${patient()}                               | ${true}
    ${'another name'}                   | ${patient({ birthName: 'AUTRE' })}                                    | ${patient()}                               | ${false}
    ${'another birth date'}             | ${patient({ birthDate: '19790329' })}                                 | ${patient()}                               | ${false}
    ${'no birth date'}                  | ${patient({ birthDate: '' })}                                         | ${patient({ birthDate: '' })}              | ${false}
    ${'the first of the first names'}   | ${patient({ birthFirstName: 'Dominique', birthGivenNames: '' })}      | ${patient()}                               | ${true}
    ${'first names with a hyphen'}      | ${patient({ birthGivenNames: 'Dominique-Claude' })}                   | ${patient()}                               | ${true}
    ${'a twin'}                         | ${patient({ birthFirstName: 'CAMILLE', birthGivenNames: 'CAMILLE' })} | ${patient()}                               | ${false}
    ${'another sex'}                    | ${patient({ sex: 'M' })}                                              | ${patient()}                               | ${false}
    ${'a sex that nobody wrote down'}   | ${patient({ sex: 'U' })}                                              | ${patient()}                               | ${true}
  `('$what: $same', ({ ordered, reported, same }: { ordered: Identity; reported: Identity; same: boolean }) => {
    expect(isOrderOf(ordered, reported)).toBe(same);
    expect(isOrderOf(reported, ordered)).toBe(same);
  });
});

describe('decideOrderLink', () => {
  const mine = order();
  const other = order({ orderId: 'other', patient: patient({ birthName: 'AUTRE' }) });

  it.each`
    what                                      | orders                                                   | status
    ${'no order'}                             | ${[]}                                                    | ${'none'}
    ${'one, of this patient'}                 | ${[mine]}                                                | ${'linked'}
    ${'one, of another patient'}              | ${[other]}                                               | ${'other-patient'}
    ${'two prescribers who count from one'}   | ${[other, mine]}                                         | ${'linked'}
    ${'two of this patient'}                  | ${[mine, order({ orderId: '2', prescribedAt: '2026' })]} | ${'ambiguous'}
    ${'more than anybody numbers the same'}   | ${[mine, ...Array.from({ length: 20 }, () => other)]}    | ${'ambiguous'}
    ${'one of this patient, handed in twice'} | ${[mine, order({ orderId: '2' })]}                       | ${'linked'}
  `('$what: $status', ({ orders, status }: { orders: Order[]; status: string }) => {
    const link = decideOrderLink(patient(), orders);

    expect(link.status).toBe(status);
    if (link.status === 'linked') expect(link.order).toBe(mine);
  });
});

describe('numbersOfOrder', () => {
  it('gives every number by which a result may name it, once', () => {
    const exams = [
      { placerNumber: 'P-1', fillerNumber: 'F-1', freeText: 'x', specimens: [] },
      { placerNumber: 'P-2', freeText: 'y', specimens: [] },
    ];

    expect(numbersOfOrder(order({ groupNumber: 'G', fillerNumber: 'F', exams }))).toEqual({
      placer: ['P-1', 'G', 'P-2'],
      filler: ['F', 'F-1'],
    });
    expect(numbersOfOrder({ ...order(), placerNumber: '' })).toEqual({ placer: [], filler: [] });
  });
});
