import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { UploadRefused } from './reference-errors.js';
import { ReferenceSettings } from './reference-settings.js';

/** An archive that has arrived. */
export interface UploadedArchive {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Archives on the disk of this machine while they wait for their import. */
@Injectable()
export class ArchiveUploads {
  constructor(private readonly settings: ReferenceSettings) {}

  /**
   * Writes an upload to the disk as it comes; never more of it than a piece in memory.
   *
   * @throws {UploadRefused} Larger than allowed, empty, or broken off. Nothing stays on the disk.
   */
  async keep(id: string, body: Readable): Promise<UploadedArchive> {
    await mkdir(this.settings.uploadFolder, { recursive: true, mode: 0o700 });
    const path = join(this.settings.uploadFolder, `${id}.zip`);
    try {
      const file = await open(path, 'wx', 0o600);
      try {
        return { path, ...(await this.write(file, body)) };
      } finally {
        await file.close();
      }
    } catch (cause) {
      await this.forget(path);
      // Whoever sends it hears the answer once the rest has been read past.
      body.resume();
      throw cause instanceof UploadRefused ? cause : new UploadRefused('The upload broke off', {}, { cause });
    }
  }

  /** Deletes an upload. A file or folder that an operator named is his, and stays. */
  async forget(path: string): Promise<void> {
    if (path.startsWith(join(this.settings.uploadFolder, '/'))) await rm(path, { force: true });
  }

  private async write(file: FileHandle, body: Readable): Promise<{ sha256: string; sizeBytes: number }> {
    const hash = createHash('sha256');
    let sizeBytes = 0;
    // A stream that is destroyed takes the connection with it, and no answer arrives.
    for await (const piece of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      sizeBytes += piece.length;
      if (sizeBytes > this.settings.maxArchiveBytes) throw new UploadRefused('The archive is larger than this platform takes');
      hash.update(piece);
      await file.writeFile(piece);
    }
    if (sizeBytes === 0) throw new UploadRefused('The archive is empty');
    return { sha256: hash.digest('hex'), sizeBytes };
  }
}

/** The SHA-256 of a file, which may be large. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
