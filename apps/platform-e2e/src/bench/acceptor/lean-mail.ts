import { SMTPServer } from 'smtp-server';
import type { AcceptanceLog, AcceptorTls } from './acceptance.js';

// Message-ID stands among the first headers.
const HEAD_BYTES = 4096;
const MAX_BYTES = 32 * 1024 * 1024;

/** An operator that takes every mail over STARTTLS with a client certificate, counts it by Message-ID and recipient, and keeps nothing. */
export function leanMail(tls: AcceptorTls, log: AcceptanceLog): SMTPServer {
  const server = new SMTPServer({
    ...tls,
    minVersion: 'TLSv1.2',
    requestCert: true,
    rejectUnauthorized: true,
    name: 'acceptor.mssante.example',
    authMethods: ['PLAIN'],
    size: MAX_BYTES,
    hideDSN: false,
    disableReverseLookup: true,
    logger: false,
    onAuth: ({ username = '' }, _session, done) => done(null, { user: username }),
    onData: (stream, { envelope }, done) => {
      let head = '';
      stream.on('data', (chunk: Buffer) => {
        if (head.length < HEAD_BYTES) head += chunk.toString('latin1', 0, HEAD_BYTES);
      });
      stream.once('end', () => {
        const messageId = /^Message-ID:\s*(\S+)/im.exec(head)?.[1];
        if (messageId === undefined) log.refuse('a mail without Message-ID');
        else for (const { address } of envelope.rcptTo) log.mail(messageId, address);
        done(messageId === undefined ? new Error('No Message-ID') : null);
      });
    },
  });
  server.on('error', () => undefined); // one connection's trouble; the library has closed it
  return server;
}
