import { hasScope, requireScope, type Caller } from '@segur/http-security';

/** Imports, proposes, rejects, comments: the scope of technicians and vendors. */
export const REVIEW = 'mappings:review';

/** Makes mappings usable, and publishes them: the scope of biologists. Includes {@link REVIEW}. */
export const VALIDATE = 'mappings:validate';

/** @throws {AccessDenied} The caller may neither review nor validate. */
export function requireReview(caller: Caller): void {
  if (!hasScope(caller, VALIDATE)) requireScope(caller, REVIEW);
}

/** @throws {AccessDenied} The caller is no validator. */
export function requireValidator(caller: Caller): void {
  requireScope(caller, VALIDATE);
}
