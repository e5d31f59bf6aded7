import { PlatformError } from '@segur/errors';
import { safeText } from './log-fields.js';

/** What a log line says of an error. */
export interface ErrorFields {
  readonly errorCode: string;
  readonly errorKind: string;
  readonly errorName: string;
  readonly errorMessage?: string;
  readonly errorDetails?: Readonly<Record<string, string | number>>;
  readonly stack?: readonly string[];
}

/**
 * What may be written of an error.
 *
 * Ours have messages without values, by rule, so they are kept. Others' messages quote what they choked on (`Unexpected token 'D', "DUPONT…`,
 * `Key (name)=(…) already exists`): of those, only the name, the system's code and the frames of the stack are written.
 */
export function errorFields(error: unknown): ErrorFields {
  if (error instanceof PlatformError) {
    const { code, kind, name, message } = error;
    return { errorCode: code, errorKind: kind, errorName: name, errorMessage: message, ...details(error), ...cause(error) };
  }
  const systemCode = (error as { code?: unknown } | undefined)?.code;
  return {
    errorCode: typeof systemCode === 'string' ? safeText(systemCode) : 'unexpected-error',
    errorKind: 'bug',
    errorName: error instanceof Error ? safeText(error.name) : typeof error,
    ...frames(error),
  };
}

function details({ details: stated }: PlatformError): Pick<ErrorFields, 'errorDetails'> {
  const entries = Object.entries(stated).map(([key, value]) => [key, typeof value === 'string' ? safeText(value) : value] as const);
  return entries.length > 0 ? { errorDetails: Object.fromEntries(entries) } : {};
}

function cause(error: PlatformError): Pick<ErrorFields, 'stack'> {
  return error.cause instanceof Error ? frames(error.cause) : {};
}

/** The stack begins with the message, which may have several lines: only the lines that look like frames are kept. */
function frames(error: unknown): Pick<ErrorFields, 'stack'> {
  const stack = error instanceof Error ? error.stack : undefined;
  if (!stack) return {};
  const lines = stack.split('\n').filter((line) => /^\s+at \S+.*(?::\d+:\d+\)?|\(<anonymous>\)|\(native\))$/.test(line));
  return { stack: lines.slice(0, 12).map((line) => line.trim()) };
}
