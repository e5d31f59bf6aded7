import type { Caller } from './caller-identification.js';
import { AccessDenied } from './http-errors.js';

/** Whether a caller may decide something, e.g. `mappings:validate`. A caller that no grant limits may decide everything. */
export function hasScope({ scopes }: Pick<Caller, 'scopes'>, scope: string): boolean {
  return scopes === undefined || scopes.includes(scope);
}

/** @throws {AccessDenied} The caller's grant does not name the scope. */
export function requireScope(caller: Pick<Caller, 'scopes'>, scope: string): void {
  if (!hasScope(caller, scope)) throw new AccessDenied(`This needs the scope ${scope}`, { scope });
}
