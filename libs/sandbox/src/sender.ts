import type { TLSSocket } from 'node:tls';

/** Who was at the other end of a TLS connection, from the certificate it presented. */
export interface Sender {
  /** Distinguished name, most specific attribute last, as Node prints it: `C=FR, …, CN=…`. */
  readonly subject: string;
  /** `OU` of the subject: the Struct_IdNat of an organisation certificate. Empty when it has none. */
  readonly structure: string;
  /** SHA-256 of the certificate, in hexadecimal. */
  readonly fingerprint: string;
}

/** OID of the extended key usage that a client certificate must have, RFC 5280 §4.2.1.12. */
const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';

/**
 * Names the client of a connection whose certificate the TLS stack has already verified.
 *
 * Absent when the certificate is not expressly one for clients: OpenSSL lets one without any extended key usage pass (rule T1).
 */
export function senderOf(socket: TLSSocket): Sender | undefined {
  const certificate = socket.getPeerX509Certificate();
  if (!certificate?.keyUsage?.includes(CLIENT_AUTH)) return undefined;
  const attributes = certificate.subject.split('\n');
  return {
    subject: attributes.join(', '),
    structure: attributes.find((attribute) => attribute.startsWith('OU='))?.slice('OU='.length) ?? '',
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
  };
}
