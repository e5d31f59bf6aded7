import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { LoincTranscodingSettings } from '../loinc-transcoding.config.js';

/** Lets the HTTP server take `text/csv` as the bytes they are: the character set is to be found out. */
@Injectable()
export class RawCsvBodies {
  constructor(host: HttpAdapterHost, settings: LoincTranscodingSettings) {
    // As soon as there is an adapter; a process without HTTP has none.
    host.init$.subscribe(() => {
      host.httpAdapter
        .getInstance<FastifyInstance>()
        .addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: settings.maxFileBytes }, (_request, body, done) =>
          done(null, body),
        );
    });
  }
}
