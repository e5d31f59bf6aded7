import type { SecureVersion } from 'node:tls';
import type { CertifiedKey } from './pkcs12.js';

/**
 * What the national services accept in TLS 1.2, strongest first; TLS 1.3 has its own short list.
 *
 * @see specs/dmp.md §8.1 and specs/mssante.md §2; the ECDSA suites serve partners whose server key is elliptic
 */
export const CIPHER_SUITES = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES256-SHA384',
  'ECDHE-RSA-AES128-SHA256',
  'DHE-RSA-AES256-GCM-SHA384',
  'DHE-RSA-AES128-GCM-SHA256',
].join(':');

/** What both ends of a connection state. Fits `tls.connect`, `tls.createServer`, `undici` and `nodemailer` alike. */
export interface TlsOptions {
  readonly key?: string;
  /** The leaf and its intermediates. */
  readonly cert?: string;
  readonly ca?: string | string[];
  readonly crl?: string | string[];
  readonly minVersion: SecureVersion;
  readonly ciphers: string;
}

/** Trust of one connection. */
export interface Trust {
  /** PEM of the roots and intermediates that are trusted, instead of the system's. */
  readonly ca?: string | readonly string[] | undefined;
  /** PEM of revocation lists. When given, a revoked peer is refused, and so is one without a list of its issuer. */
  readonly crl?: string | readonly string[] | undefined;
}

/** How we connect: TLS 1.2 or more, the peer's certificate checked, ours presented when there is one. */
export function tlsClientOptions(
  options: Trust & { readonly own?: CertifiedKey | undefined },
): TlsOptions & { readonly rejectUnauthorized: true; readonly minDHSize: 2048 } {
  return { ...common(options), rejectUnauthorized: true, minDHSize: 2048 };
}

/**
 * How we listen.
 *
 * @param options.clients - `required`: a client without a certificate of `ca` is cut off in the handshake. `requested`: it may come
 *   without one, or with one that nobody vouches for: then `socket.authorized` is false, and the guard looks for another proof.
 *   `ignored`: none is asked for.
 */
export function tlsServerOptions(
  options: Trust & { readonly own: CertifiedKey; readonly clients: 'required' | 'requested' | 'ignored' },
): TlsOptions & { readonly requestCert: boolean; readonly rejectUnauthorized: boolean; readonly honorCipherOrder: true } {
  const { clients } = options;
  return {
    ...common(options),
    requestCert: clients !== 'ignored',
    rejectUnauthorized: clients === 'required',
    honorCipherOrder: true,
  };
}

function common({ own, ca, crl }: Trust & { readonly own?: CertifiedKey | undefined }): TlsOptions {
  return {
    ...(own ? { key: own.keyPem, cert: [own.certificatePem, ...own.chainPem].join('\n') } : {}),
    ...(ca === undefined ? {} : { ca: typeof ca === 'string' ? ca : [...ca] }),
    ...(crl === undefined ? {} : { crl: typeof crl === 'string' ? crl : [...crl] }),
    minVersion: 'TLSv1.2',
    ciphers: CIPHER_SUITES,
  };
}
