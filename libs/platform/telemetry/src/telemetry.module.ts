import { Module, type DynamicModule } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Log } from './log.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';
import { enterTrace } from './trace-context.js';

/** What the application opens before Nest: its log speaks of start-up too. */
export interface TelemetryOptions {
  /** Absent: standard output, level `info`. */
  readonly log?: Log;
  /** Absent: a registry of its own, with the measures of the process. */
  readonly metrics?: Metrics;
}

/** Gives every context of the process its `Log` and `Metrics`, serves `/metrics`, and puts each HTTP request in its trace. */
@Module({})
export class TelemetryModule {
  constructor(host: HttpAdapterHost) {
    // Not in a lifecycle hook: Fastify takes hooks only until routes are registered. A process without HTTP has no adapter, ever.
    host.init$.subscribe(() => {
      host.httpAdapter.getInstance<FastifyInstance>().addHook?.('onRequest', (request, _reply, done) => {
        enterTrace(request.headers['traceparent']?.toString(), done);
      });
    });
  }

  static forRoot({ log = Log.open(), metrics = measuringProcess() }: TelemetryOptions = {}): DynamicModule {
    return {
      module: TelemetryModule,
      global: true,
      controllers: [MetricsController],
      providers: [
        { provide: Log, useValue: log },
        { provide: Metrics, useValue: metrics },
      ],
      exports: [Log, Metrics],
    };
  }
}

function measuringProcess(): Metrics {
  const metrics = new Metrics();
  metrics.observeProcess();
  return metrics;
}
