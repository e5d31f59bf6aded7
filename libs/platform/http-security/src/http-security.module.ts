import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, HttpAdapterHost } from '@nestjs/core';
import type { Clock } from '@segur/clock';
import { Log } from '@segur/telemetry';
import type { FastifyInstance } from 'fastify';
import { AccessRegistry } from './access-registry.js';
import { CallerGuard } from './caller.guard.js';
import { CallerIdentification, type CredentialsTaken } from './caller-identification.js';
import { ProblemDetailsFilter } from './problem-details.filter.js';
import { addSecurityHeaders } from './security-headers.js';

/** What the application knows of its callers. */
export interface HttpSecurityOptions {
  readonly access: AccessRegistry;
  readonly config: CredentialsTaken;
  /** Absent: the machine's. */
  readonly clock?: Clock;
}

/** Gives every context `CallerGuard` and `AccessRegistry`, answers all errors as problem details, and adds security headers. */
@Module({})
export class HttpSecurityModule {
  constructor(host: HttpAdapterHost) {
    // Fastify takes hooks only until routes are registered: as soon as there is an adapter.
    host.init$.subscribe(() => addSecurityHeaders(host.httpAdapter.getInstance<FastifyInstance>()));
  }

  static forRoot({ access, config, clock }: HttpSecurityOptions): DynamicModule {
    return {
      module: HttpSecurityModule,
      global: true,
      providers: [
        { provide: AccessRegistry, useValue: access },
        { provide: CallerIdentification, useValue: new CallerIdentification(access, config, clock) },
        { provide: APP_FILTER, useFactory: (log: Log) => new ProblemDetailsFilter(log), inject: [Log] },
        CallerGuard,
      ],
      exports: [AccessRegistry, CallerIdentification, CallerGuard],
    };
  }
}
