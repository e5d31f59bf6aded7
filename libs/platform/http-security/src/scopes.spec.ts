import { AccessDenied } from './http-errors.js';
import { hasScope, requireScope } from './scopes.js';

describe('hasScope', () => {
  it.each`
    scopes                   | allowed
    ${undefined}             | ${true}
    ${['mappings:validate']} | ${true}
    ${['mappings:review']}   | ${false}
    ${[]}                    | ${false}
  `('with $scopes a caller may validate: $allowed', ({ scopes, allowed }: { scopes?: string[]; allowed: boolean }) => {
    const caller = scopes ? { scopes } : {};

    expect(hasScope(caller, 'mappings:validate')).toBe(allowed);
    if (!allowed) expect(() => requireScope(caller, 'mappings:validate')).toThrow(AccessDenied);
  });
});
