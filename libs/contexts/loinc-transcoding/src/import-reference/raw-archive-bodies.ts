import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { ReferenceSettings } from './reference-settings.js';

/** Lets the HTTP server hand over archives as the stream that they are, and value sets in FHIR as bytes. */
@Injectable()
export class RawArchiveBodies {
  constructor(host: HttpAdapterHost, settings: ReferenceSettings) {
    // As soon as there is an adapter; a process without HTTP has none.
    host.init$.subscribe(() => {
      const server = host.httpAdapter.getInstance<FastifyInstance>();
      server.addContentTypeParser(['application/zip', 'application/x-zip-compressed'], (_request, stream, done) =>
        done(null, stream),
      );
      if (server.hasContentTypeParser('application/fhir+json')) return;
      server.addContentTypeParser(
        'application/fhir+json',
        { parseAs: 'buffer', bodyLimit: settings.maxValueSetBytes },
        (_request, body, done) => done(null, body),
      );
    });
  }
}
