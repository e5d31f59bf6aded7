import { readFileOrRefuse } from '@segur/config';
import { openPkcs12, tlsServerOptions, type CertifiedKey } from '@segur/crypto';
import type { HttpSecurityConfig } from './http-security.config.js';

/** Options of an HTTPS server, for `new FastifyAdapter({ https })`. */
export type HttpsOptions = ReturnType<typeof tlsServerOptions>;

/**
 * The certificate of our HTTP port. Absent: plain HTTP.
 *
 * @throws {InvalidConfiguration} A file cannot be read.
 * @throws {PlatformError} The certificate cannot be opened: see `@segur/crypto`.
 */
export function httpsCertificate({ tls }: Pick<HttpSecurityConfig, 'tls'>): CertifiedKey | undefined {
  return tls && openPkcs12(readFileOrRefuse(tls.pkcs12File, 'HTTP_TLS_PKCS12_FILE'), tls.passphrase, 'HTTP_TLS_PKCS12_FILE');
}

/**
 * How our HTTP port speaks TLS. Absent: plain HTTP. Dates and use of the certificate are not judged here: `watchCertificate` does.
 *
 * @throws As {@link httpsCertificate}.
 */
export function httpsOptions(config: Pick<HttpSecurityConfig, 'tls'>): HttpsOptions | undefined {
  const { tls } = config;
  const own = httpsCertificate(config);
  if (!tls || !own) return undefined;
  if (tls.clientCaFile === undefined) return tlsServerOptions({ own, clients: 'ignored' });
  const ca = readFileOrRefuse(tls.clientCaFile, 'HTTP_TLS_CLIENT_CA_FILE').toString('utf8');
  return tlsServerOptions({ own, ca, clients: tls.clientsRequired ? 'required' : 'requested' });
}
