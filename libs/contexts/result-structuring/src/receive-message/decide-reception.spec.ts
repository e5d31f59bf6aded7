import { decideReception, decideReceptions, keyText, type Candidate } from './decide-reception.js';

const key = { sender: 'SGL|LABO', controlId: '1', sentAt: '20261123090000' };
const ack = (text: string) => Buffer.from(text);

describe('decideReception', () => {
  it.each`
    known                                     | decision
    ${undefined}                              | ${{ decision: 'store' }}
    ${{ sha256: 'same', ack: ack('stored') }} | ${{ decision: 'repeat', ack: ack('stored') }}
    ${{ sha256: 'else', ack: ack('stored') }} | ${{ decision: 'conflict' }}
  `('answers $decision.decision to $known.sha256', ({ known, decision }) => {
    expect(decideReception('same', known)).toEqual(decision);
  });
});

describe('decideReceptions', () => {
  const candidate = (sha256: string, controlId = '1'): Candidate => ({
    key: { ...key, controlId },
    sha256,
    ack: ack(`first of ${sha256}`),
  });

  it('treats neighbours as if one had come after the other', () => {
    const decisions = decideReceptions([candidate('a'), candidate('a'), candidate('b'), candidate('b', '2')], new Map());

    expect(decisions).toEqual([
      { decision: 'store' },
      { decision: 'repeat', ack: ack('first of a') },
      { decision: 'conflict' },
      { decision: 'store' },
    ]);
  });

  it('knows what was stored before', () => {
    const known = new Map([[keyText(key), { sha256: 'a', ack: ack('stored') }]]);

    expect(decideReceptions([candidate('a')], known)).toEqual([{ decision: 'repeat', ack: ack('stored') }]);
  });
});

describe('keyText', () => {
  it('keeps senders apart whose numbers only join alike', () => {
    expect(keyText({ sender: 'A', controlId: 'B', sentAt: '' })).not.toBe(keyText({ sender: 'A","B', controlId: '', sentAt: '' }));
  });
});
