export { accessSection, type Access, type Grant } from './access-section.js';
export { AccessRegistry } from './access-registry.js';
export { sessionCookie, type BrowserSession } from './browser-session.js';
export { CallerGuard, CallerTenant, CurrentCaller } from './caller.guard.js';
export { CallerIdentification, type Caller, type CredentialsTaken } from './caller-identification.js';
export {
  AccessDenied,
  AuthenticationRequired,
  AuthorisationServerUnavailable,
  CredentialRefused,
  InvalidBody,
  ResourceNotFound,
} from './http-errors.js';
export { httpSecurityConfig, type HttpSecurityConfig, type OAuthConfig } from './http-security.config.js';
export { HttpSecurityModule, type HttpSecurityOptions } from './http-security.module.js';
export { httpsCertificate, httpsOptions, type HttpsOptions } from './https-options.js';
export { peerFingerprint } from './peer-certificate.js';
export { toProblem, type Problem, type ProblemDetails } from './problem-details.js';
export { ProblemDetailsFilter } from './problem-details.filter.js';
export { ZodPipe } from './zod.pipe.js';
export { hasScope, requireScope } from './scopes.js';
