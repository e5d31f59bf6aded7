import { ProposalEvidence } from './proposal-evidence.js';

const pair = (label: string, unit: string, code: string) => ({
  test: { localCode: 'X', label, unit },
  code,
  sameLaboratory: false,
});

describe('ProposalEvidence', () => {
  const evidence = new ProposalEvidence([pair('Glycémie', 'g/L', '2345-7'), pair('Sodium', 'mmol/L', '2951-2')]);

  it.each`
    label            | unit        | codes
    ${'Glycémie'}    | ${'g/L'}    | ${['2345-7']}
    ${'GLYCEMIE'}    | ${'mmol/L'} | ${['2345-7']}
    ${'Glycémie HP'} | ${'g/L'}    | ${[]}
    ${'Sodium'}      | ${'mmol/L'} | ${['2951-2']}
  `('finds $codes for $label in $unit', ({ label, unit, codes }: { label: string; unit: string; codes: string[] }) => {
    expect(evidence.for({ localCode: 'A', label, unit }).map(({ code }) => code)).toEqual(codes);
  });

  it('keeps a few of many that say the same', () => {
    const many = new ProposalEvidence(Array.from({ length: 100 }, () => pair('Sodium', 'mmol/L', '2951-2')));

    expect(many.for({ localCode: 'A', label: 'sodium' })).toHaveLength(20);
  });
});
