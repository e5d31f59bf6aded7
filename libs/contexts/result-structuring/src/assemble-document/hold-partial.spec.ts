import { report } from '@segur/testing';
import { deliverySection, holdPartial } from './hold-partial.js';

const everywhere = { ...report().build().delivery, dmp: true, professionals: true, patient: true };

describe('holdPartial', () => {
  it.each`
    status       | setting            | kept                                   | remarks
    ${'final'}   | ${'hold'}          | ${['dmp', 'professionals', 'patient']} | ${[]}
    ${'partial'} | ${'hold'}          | ${[]}                                  | ${['report-partial-held']}
    ${'partial'} | ${'professionals'} | ${['professionals']}                   | ${['report-partial-held']}
    ${'partial'} | ${'everybody'}     | ${['dmp', 'professionals', 'patient']} | ${[]}
  `('a $status report under "$setting" goes to $kept', ({ status, setting, kept, remarks }) => {
    const stated = { ...report().build(), status: status as 'final', delivery: everywhere };
    const { report: held, findings } = holdPartial(stated, setting as 'hold');
    const { dmp, professionals, patient } = held.delivery;

    expect(Object.entries({ dmp, professionals, patient }).flatMap(([way, goes]) => (goes ? [way] : []))).toEqual(kept);
    expect(findings.map(({ code }) => code)).toEqual(remarks);
  });

  it('holds them unless the laboratory says otherwise', () => {
    expect(deliverySection.parse({})).toEqual({ partialReports: 'hold' });
  });
});
