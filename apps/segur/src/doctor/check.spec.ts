import { allWell, printChecks, type Check } from './check.js';

const ok: Check = { name: 'Node', status: 'ok', found: 'v24.21.0' };
const optional: Check = { name: 'Java', status: 'optional', found: 'absent', remedy: 'install Java 17' };
const missing: Check = { name: 'port 2575', status: 'missing', found: 'in use', remedy: 'set MLLP_PORT' };

describe('doctor', () => {
  it.each`
    what                        | checks                     | well
    ${'all there'}              | ${[ok]}                    | ${true}
    ${'an optional piece away'} | ${[ok, optional]}          | ${true}
    ${'a needed piece away'}    | ${[ok, optional, missing]} | ${false}
  `('$what: $well', ({ checks, well }) => {
    expect(allWell(checks)).toBe(well);
  });

  it('prints a line for each check and the remedy below', () => {
    expect(printChecks([ok, missing])).toBe(
      ['ok        Node       v24.21.0', 'MISSING   port 2575  in use', '                     → set MLLP_PORT'].join('\n'),
    );
  });
});
