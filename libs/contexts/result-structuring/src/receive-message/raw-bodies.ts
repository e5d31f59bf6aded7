import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { ResultStructuringSettings } from '../result-structuring.config.js';

/** Lets the HTTP server take messages as the bytes they are. */
@Injectable()
export class RawMessageBodies {
  constructor(host: HttpAdapterHost, settings: ResultStructuringSettings) {
    // As soon as there is an adapter; a process without HTTP has none.
    host.init$.subscribe(() => {
      host.httpAdapter
        .getInstance<FastifyInstance>()
        .addContentTypeParser(
          ['application/hl7-v2', 'x-application/hl7-v2+er7'],
          { parseAs: 'buffer', bodyLimit: settings.maxMessageBytes },
          (_request, body, done) => done(null, body),
        );
    });
  }
}
