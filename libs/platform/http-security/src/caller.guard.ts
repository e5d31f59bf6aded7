import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CallerIdentification, type Caller } from './caller-identification.js';
import { AuthenticationRequired } from './http-errors.js';

type KnownRequest = FastifyRequest & { caller?: Caller };

/** Lets in callers that speak for one laboratory, and remembers which: `@UseGuards(CallerGuard)`, then `@CallerTenant()`. */
@Injectable()
export class CallerGuard implements CanActivate {
  constructor(private readonly identification: CallerIdentification) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const { method, headers, raw } = request;
    // A session is for reading. What changes something asks for a credential that no browser sends by itself.
    const reader =
      method === 'GET' && headers.authorization === undefined ? this.identification.identifySession(headers.cookie) : undefined;
    request.caller = reader ?? (await this.identification.identify(headers.authorization, raw.socket));
    return true;
  }
}

/** The laboratory that the caller speaks for. A route without the guard answers 401 to everybody, rather than nobody's data. */
export const CallerTenant = createParamDecorator((_data: unknown, context: ExecutionContext): string => callerOf(context).tenantId);

/** The whole caller, where a trace must say how it was known. */
export const CurrentCaller = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => callerOf(context));

function callerOf(context: ExecutionContext): Caller {
  const { caller } = context.switchToHttp().getRequest<KnownRequest>();
  if (!caller) throw new AuthenticationRequired('This route takes no unknown callers');
  return caller;
}
