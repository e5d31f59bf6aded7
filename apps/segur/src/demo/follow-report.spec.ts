import { followReport } from './follow-report.js';

const delivery = (channel: string, revision: number, state: string, errorCode?: string) => ({
  ...{ channel, recipientRole: channel === 'dmp' ? 'dmp' : 'prescriber', revision, state },
  ...(errorCode && { errorCode }),
});
const report = (revision: number, deliveries: readonly unknown[], status = 'VALIDATED') => ({
  ...{ status, revision, deliveries, revisions: [{ findings: [] }], refusals: status === 'REFUSED' ? [{ findings: [] }] : [] },
});

/** A platform whose report is each of these in turn. */
function platform(...states: readonly unknown[]) {
  let next = 0;
  return (path: string): Promise<unknown> =>
    Promise.resolve(
      path === '/api/v1/receptions'
        ? { items: [{ controlId: 'C', status: 'RECEIVED', reportSetId: 'r' }] }
        : states[Math.min(next++, states.length - 1)],
    );
}

async function told(revision: number, ...states: readonly unknown[]): Promise<readonly string[]> {
  const lines: string[] = [];
  expect(await followReport(platform(...states), 'C', (line) => lines.push(line), revision)).toBe('r');
  return lines;
}

describe('followReport', () => {
  it('tells each step once, until both channels have an outcome', async () => {
    const dmp = delivery('dmp', 1, 'NOT_ELIGIBLE', 'ins-not-qualified');

    expect(await told(1, report(1, [dmp]), report(1, [dmp]), report(1, [dmp, delivery('mss', 1, 'ACCEPTED')]))).toEqual([
      'Received   report r',
      'Report     VALIDATED, revision 1',
      'Delivery   dmp → dmp, revision 1: NOT_ELIGIBLE (ins-not-qualified)',
      'Delivery   mss → prescriber, revision 1: ACCEPTED',
    ]);
  });

  it('waits for the correction, and says nothing of the version before it', async () => {
    const first = [delivery('dmp', 1, 'ACCEPTED'), delivery('mss', 1, 'ACCEPTED')];
    const second = [...first, delivery('dmp', 2, 'ACCEPTED'), delivery('mss', 2, 'ACCEPTED')];

    expect(await told(2, report(1, first), report(2, first), report(2, second))).toEqual([
      'Received   report r',
      'Report     VALIDATED, revision 2',
      'Delivery   dmp → dmp, revision 2: ACCEPTED',
      'Delivery   mss → prescriber, revision 2: ACCEPTED',
    ]);
  });

  it('ends at a refusal', async () => {
    expect(await told(1, report(0, [], 'REFUSED'))).toEqual(['Received   report r', 'Report     REFUSED, revision 0']);
  });
});
