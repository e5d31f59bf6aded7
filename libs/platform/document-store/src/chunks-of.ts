import type { Readable } from 'node:stream';

/** A piece of a stream, and whether it is the last one. */
export interface Chunk {
  readonly bytes: Buffer;
  readonly isLast: boolean;
}

/**
 * Cuts a stream into chunks of one size; only the last may be shorter, and an empty stream is one empty chunk. Holds two at most.
 *
 * @param checkSize - Called with the size so far as bytes arrive; what it throws ends the stream.
 */
export async function* chunksOf(
  stream: Readable,
  chunkBytes: number,
  checkSize: (sizeBytes: number) => void,
): AsyncGenerator<Chunk> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  let sizeBytes = 0;
  for await (const piece of stream as AsyncIterable<Buffer | string>) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    checkSize((sizeBytes += bytes.length));
    held.push(bytes);
    heldBytes += bytes.length;
    // Strictly more: a chunk goes only once there is something behind it, so that the last one is known as such.
    while (heldBytes > chunkBytes) {
      const all = held.length === 1 && held[0] ? held[0] : Buffer.concat(held);
      yield { bytes: all.subarray(0, chunkBytes), isLast: false };
      held = [all.subarray(chunkBytes)];
      heldBytes -= chunkBytes;
    }
  }
  yield { bytes: Buffer.concat(held), isLast: true };
}
