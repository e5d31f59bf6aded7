import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { ResultStructuringSettings } from '../result-structuring.config.js';
import { MESSAGE_CONTENT_TYPES } from './content-types.js';

/** How a report as JSON is called between the hook and the parser below; a caller may say it too. */
const INTAKE_TYPE = 'application/vnd.segur.report-intake+json';

/** Lets the HTTP server take messages and reports as the bytes they are: those are what is stored. */
@Injectable()
export class RawMessageBodies {
  constructor(host: HttpAdapterHost, settings: ResultStructuringSettings) {
    // As soon as there is an adapter; a process without HTTP has none.
    host.init$.subscribe(() => {
      const server = host.httpAdapter.getInstance<FastifyInstance>();
      // Other routes want JSON read for them: only what is posted here keeps its bytes.
      server.addHook('onRequest', (request, _reply, done) => {
        const { headers, method, url = '' } = request.raw;
        if (
          method === 'POST' &&
          /^\/api\/v1\/reports\/?(\?|$)/.test(url) &&
          /^application\/json\b/i.test(headers['content-type'] ?? '')
        ) {
          headers['content-type'] = INTAKE_TYPE;
        }
        done();
      });
      server.addContentTypeParser(
        [...Object.keys(MESSAGE_CONTENT_TYPES), INTAKE_TYPE],
        { parseAs: 'buffer', bodyLimit: settings.maxMessageBytes },
        (_request, body, done) => done(null, body),
      );
    });
  }
}
