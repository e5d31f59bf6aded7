import { decideEntrusted } from './decide-entrusted.js';
import type { KnownRevision } from './decide-revision.js';

const known = (revision: number, state: KnownRevision['state']): KnownRevision => ({
  revision,
  state,
  contentHash: `hash ${revision}`,
  reportSha256: null,
  documentId: state === 'STRUCTURED' ? null : `1.${revision}`,
});
const [V1, V2, W1, S2] = [known(1, 'VALIDATED'), known(2, 'VALIDATED'), known(1, 'WITHDRAWN'), known(2, 'STRUCTURED')];

describe('decideEntrusted', () => {
  it.each`
    history     | action       | documentId | replaces     | sha256      | expected
    ${[]}       | ${'create'}  | ${'1.9'}   | ${undefined} | ${'new'}    | ${'keep'}
    ${[W1]}     | ${'create'}  | ${'1.9'}   | ${undefined} | ${'new'}    | ${'keep'}
    ${[V1]}     | ${'create'}  | ${'1.1'}   | ${undefined} | ${'hash 1'} | ${'unchanged'}
    ${[V1]}     | ${'create'}  | ${'1.1'}   | ${undefined} | ${'new'}    | ${'document-id-reused'}
    ${[W1]}     | ${'create'}  | ${'1.1'}   | ${undefined} | ${'hash 1'} | ${'document-id-reused'}
    ${[V1]}     | ${'create'}  | ${'1.9'}   | ${undefined} | ${'new'}    | ${'document-exists'}
    ${[V1]}     | ${'create'}  | ${'1.9'}   | ${'1.1'}     | ${'new'}    | ${'document-replacement-mismatch'}
    ${[V1]}     | ${'replace'} | ${'1.9'}   | ${undefined} | ${'new'}    | ${'document-replacement-mismatch'}
    ${[V1]}     | ${'replace'} | ${'1.9'}   | ${'1.1'}     | ${'new'}    | ${'keep over 1.1'}
    ${[V1, V2]} | ${'replace'} | ${'1.9'}   | ${'1.2'}     | ${'new'}    | ${'keep over 1.2'}
    ${[V1, V2]} | ${'replace'} | ${'1.9'}   | ${'1.1'}     | ${'new'}    | ${'document-not-latest'}
    ${[V1, S2]} | ${'replace'} | ${'1.9'}   | ${'1.1'}     | ${'new'}    | ${'document-not-latest'}
    ${[]}       | ${'replace'} | ${'1.9'}   | ${'1.1'}     | ${'new'}    | ${'document-not-known'}
    ${[W1]}     | ${'replace'} | ${'1.9'}   | ${'1.1'}     | ${'new'}    | ${'document-not-known'}
    ${[V1]}     | ${'delete'}  | ${'1.1'}   | ${undefined} | ${'any'}    | ${'withdraw 1'}
    ${[V1, V2]} | ${'delete'}  | ${'1.2'}   | ${'1.1'}     | ${'any'}    | ${'withdraw 2'}
    ${[V1, V2]} | ${'delete'}  | ${'1.1'}   | ${undefined} | ${'any'}    | ${'document-not-latest'}
    ${[]}       | ${'delete'}  | ${'1.1'}   | ${undefined} | ${'any'}    | ${'document-not-known'}
    ${[W1]}     | ${'delete'}  | ${'1.1'}   | ${undefined} | ${'any'}    | ${'unchanged'}
  `('to $action $documentId (over $replaces) after $history.length: $expected', ({ history, expected, replaces, ...facts }) => {
    const decided = decideEntrusted(history as never, { ...facts, ...(replaces && { replaces }) } as never);
    const said =
      decided.decision === 'refuse'
        ? decided.finding.code
        : decided.decision === 'withdraw'
          ? `withdraw ${decided.revision}`
          : `${decided.decision}${'replaces' in decided ? ` over ${decided.replaces?.documentId}` : ''}`;

    expect(said).toBe(expected);
  });
});
