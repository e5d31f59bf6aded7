import { HttpException } from '@nestjs/common';
import { InvalidConfiguration, MalformedInput, PlatformError, type FailureDetails, type Finding } from '@segur/errors';
import { AccessDenied, AuthenticationRequired, CredentialRefused, InvalidBody, ResourceNotFound } from './http-errors.js';

/** The body of every error that we answer, RFC 9457 with our own members. */
export interface ProblemDetails {
  /** `urn:segur:error:<code>`: docs/errors.md says what it means and what to do. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly code: string;
  readonly details?: FailureDetails;
  readonly findings?: readonly Finding[];
  /** Under this number the log has the rest. */
  readonly traceId?: string;
}

/** A problem and what goes into the header of its answer. */
export interface Problem {
  readonly body: ProblemDetails;
  readonly headers: Readonly<Record<string, string>>;
  /** True when nobody foresaw it: the log must hear of it. */
  readonly unexpected: boolean;
}

const RETRY_AFTER_SECONDS = 5;

/** What HTTP itself or Fastify refuses before a route is reached, by status. Their own messages may quote the request: not repeated. */
const BY_STATUS: Readonly<Record<number, { code: string; title: string }>> = {
  400: { code: 'malformed-request', title: 'The request cannot be read' },
  401: { code: 'authentication-required', title: 'A credential is required' },
  403: { code: 'access-denied', title: 'This is not allowed' },
  404: { code: 'no-such-route', title: 'There is nothing at this address' },
  405: { code: 'method-not-allowed', title: 'This address does not take this method' },
  406: { code: 'not-acceptable', title: 'None of the forms that were asked for can be given' },
  408: { code: 'request-timeout', title: 'The request took too long to arrive' },
  413: { code: 'body-too-large', title: 'The body is larger than this address takes' },
  415: { code: 'unsupported-media-type', title: 'This address does not take this content type' },
  429: { code: 'too-many-requests', title: 'Too many requests' },
  503: { code: 'service-unavailable', title: 'The service is not available now' },
};

/** Says an error as HTTP does: status by its kind, our code, and never a message that we did not write. */
export function toProblem(error: unknown, traceId?: string): Problem {
  const trace = traceId === undefined ? {} : { traceId };
  if (error instanceof PlatformError && !(error instanceof InvalidConfiguration)) return platformProblem(error, trace);

  const status = statusOf(error);
  const known = status === undefined ? undefined : BY_STATUS[status];
  if (status === undefined || !known) return status !== undefined && status < 500 ? otherProblem(status, trace) : bug(trace);
  const headers = status === 401 ? challenge() : status === 503 ? retryAfter() : {};
  return { body: { type: `urn:segur:error:${known.code}`, ...known, status, ...trace }, headers, unexpected: false };
}

function platformProblem(error: PlatformError, trace: { traceId?: string }): Problem {
  const status = platformStatus(error);
  const { code, message, details } = error;
  const body = {
    type: `urn:segur:error:${code}`,
    title: message,
    status,
    code,
    ...(Object.keys(details).length > 0 ? { details } : {}),
    ...findingsOf(error),
    ...trace,
  };
  return { body, headers: headersOf(error, status), unexpected: false };
}

function platformStatus(error: PlatformError): number {
  if (error instanceof AuthenticationRequired || error instanceof CredentialRefused) return 401;
  if (error instanceof AccessDenied) return 403;
  if (error instanceof ResourceNotFound) return 404;
  if (error instanceof MalformedInput) return 400;
  return { invalid: 422, rejected: 409, unavailable: 503 }[error.kind];
}

function headersOf(error: PlatformError, status: number): Readonly<Record<string, string>> {
  if (status === 503) return retryAfter(error.details['retryAfterSeconds']);
  if (status === 401) return challenge(error instanceof CredentialRefused ? ', error="invalid_token"' : '');
  return {};
}

/** Any error may carry findings, as refused documents do: what is wrong, and where. */
function findingsOf(error: PlatformError): { findings?: readonly Finding[] } {
  const findings = error instanceof InvalidBody ? error.findings : (error as { findings?: unknown }).findings;
  return Array.isArray(findings) ? { findings: findings as readonly Finding[] } : {};
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | undefined)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : undefined;
}

function otherProblem(status: number, trace: { traceId?: string }): Problem {
  const code = 'request-refused';
  return {
    body: { type: `urn:segur:error:${code}`, title: 'The request is refused', status, code, ...trace },
    headers: {},
    unexpected: false,
  };
}

function bug(trace: { traceId?: string }): Problem {
  const code = 'internal-error';
  const title = 'Something went wrong here';
  return { body: { type: `urn:segur:error:${code}`, title, status: 500, code, ...trace }, headers: {}, unexpected: true };
}

function retryAfter(stated: string | number = RETRY_AFTER_SECONDS): Record<string, string> {
  return { 'retry-after': String(stated) };
}

/** @see RFC 6750, §3 */
function challenge(error = ''): Record<string, string> {
  return { 'www-authenticate': `Bearer realm="segur"${error}` };
}
