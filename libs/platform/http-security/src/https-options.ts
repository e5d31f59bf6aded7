import { readFileOrRefuse } from '@segur/config';
import { openPkcs12, requireUse, tlsServerOptions } from '@segur/crypto';
import type { HttpSecurityConfig } from './http-security.config.js';

/** Options of an HTTPS server, for `new FastifyAdapter({ https })`. */
export type HttpsOptions = ReturnType<typeof tlsServerOptions>;

/**
 * How our HTTP port speaks TLS. Absent: plain HTTP.
 *
 * @throws {InvalidConfiguration} A file cannot be read.
 * @throws {PlatformError} The certificate cannot be opened, is out of date, or is not a server's: see `@segur/crypto`.
 */
export function httpsOptions({ tls }: Pick<HttpSecurityConfig, 'tls'>, now: Date): HttpsOptions | undefined {
  if (!tls) return undefined;
  const own = openPkcs12(readFileOrRefuse(tls.pkcs12File), tls.passphrase);
  requireUse(own, 'server', now);
  if (tls.clientCaFile === undefined) return tlsServerOptions({ own, clients: 'ignored' });
  const ca = readFileOrRefuse(tls.clientCaFile).toString('utf8');
  return tlsServerOptions({ own, ca, clients: tls.clientsRequired ? 'required' : 'requested' });
}
