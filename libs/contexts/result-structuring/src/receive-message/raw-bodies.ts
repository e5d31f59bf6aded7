import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { ResultStructuringSettings } from '../result-structuring.config.js';

/** Lets the HTTP server take messages as the bytes they are. */
@Injectable()
export class RawMessageBodies {
  constructor(host: HttpAdapterHost, settings: ResultStructuringSettings) {
    // In the constructor: Fastify takes parsers only until routes are registered. A process without HTTP has no adapter.
    const fastify = host.httpAdapter?.getInstance<FastifyInstance | undefined>();
    fastify?.addContentTypeParser?.(
      ['application/hl7-v2', 'x-application/hl7-v2+er7'],
      { parseAs: 'buffer', bodyLimit: settings.maxMessageBytes },
      (_request, body, done) => done(null, body),
    );
  }
}
