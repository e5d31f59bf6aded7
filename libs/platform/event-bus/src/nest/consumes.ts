import { applyDecorators, Catch, UseFilters } from '@nestjs/common';
import type { ExceptionFilter } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { throwError } from 'rxjs';
import type { Observable } from 'rxjs';

/** Lets an error reach the transport as it was thrown: Nest would swap it for a plain object without `kind`. */
@Catch()
class KeepErrorFilter implements ExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

/** Marks a method of a controller as the handler of one topic, on behalf of one bounded context: its consumer group. */
export const Consumes = (topic: string, context: string): MethodDecorator =>
  applyDecorators(EventPattern(topic, { context }) as MethodDecorator, UseFilters(KeepErrorFilter));
