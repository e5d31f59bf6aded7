import { once } from 'node:events';
import { connect } from 'node:net';

const START = 0x0b;
const END = Buffer.from([0x1c, 0x0d]);

/**
 * Sends one message by MLLP, framed here by hand, and gives the bytes of its acknowledgement.
 *
 * @throws {Error} The connection ended without an answer.
 */
export async function exchangeMllp(port: number, message: Uint8Array): Promise<Buffer> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(Buffer.concat([Buffer.from([START]), message, END]));
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of socket) {
      chunks.push(chunk as Buffer);
      const received = Buffer.concat(chunks);
      if (received.subarray(-2).equals(END)) return received.subarray(1, -2);
    }
  } finally {
    socket.destroy();
  }
  throw new Error('The platform hung up without an acknowledgement');
}

/** MSA-1, as `AA`, and ERR-3's code where there is one. */
export function verdictOf(ack: Buffer): { readonly code: string; readonly condition?: string } {
  const text = ack.toString('utf8');
  const condition = /\rERR\|[^|]*\|[^|]*\|([^|^\r]+)/.exec(text)?.[1];
  return { code: /\rMSA\|(\w+)/.exec(text)?.[1] ?? '', ...(condition === undefined ? {} : { condition }) };
}
