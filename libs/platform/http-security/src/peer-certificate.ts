import { TLSSocket } from 'node:tls';
import type { Socket } from 'node:net';
import { fingerprintOf } from '@segur/crypto';

// Reading a certificate costs as much as the rest of a small request, and a kept-alive connection has but one.
const read = new WeakMap<Socket, string | undefined>();

/**
 * The SHA-256 of the certificate that the peer proved to hold, hexadecimal.
 *
 * Absent: no TLS, no certificate, or one that no trusted authority vouches for. For HTTP and MLLP alike.
 */
export function peerFingerprint(socket: Socket): string | undefined {
  if (!(socket instanceof TLSSocket) || !socket.authorized) return undefined;
  if (!read.has(socket)) {
    const certificate = socket.getPeerX509Certificate();
    read.set(socket, certificate && fingerprintOf(certificate));
  }
  return read.get(socket);
}
