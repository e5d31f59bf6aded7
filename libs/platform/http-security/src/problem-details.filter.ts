import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { currentTrace, Log } from '@segur/telemetry';
import type { FastifyReply } from 'fastify';
import { toProblem } from './problem-details.js';

/** Answers every error of an HTTP request as RFC 9457 problem details. What nobody foresaw is also logged, without its message. */
@Catch()
export class ProblemDetailsFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    // Message handlers of the bus keep their errors (see `@Consumes`): their policy reads the kind.
    if (host.getType() !== 'http') throw error;
    const { body, headers, unexpected } = toProblem(error, currentTrace()?.traceId);
    if (unexpected) this.log.error('request-failed', { status: body.status }, error);

    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent || reply.raw.headersSent) return;
    void reply
      .status(body.status)
      .headers(headers)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(body));
  }
}
