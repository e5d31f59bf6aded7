import { createSecretKey, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { InvalidConfiguration } from '@segur/errors';
import { z } from 'zod';
import { DocumentKeyMissing } from './document-errors.js';

const KEY_BYTES = 32;

const keyFile = z
  .strictObject({
    current: z.string().min(1),
    keys: z.record(
      z.string().min(1),
      z.base64().refine((text) => Buffer.from(text, 'base64').length === KEY_BYTES),
    ),
  })
  .refine(({ current, keys }) => Object.hasOwn(keys, current));

/**
 * The keys that documents' own keys are wrapped under, by identifier. New documents take the current one.
 *
 * Rotation: add a key, make it current, keep the others for as long as documents written under them are.
 */
export class KeyRing {
  private constructor(
    /** Identifier of the key for new documents. */
    readonly current: string,
    private readonly keys: ReadonlyMap<string, KeyObject>,
  ) {}

  /**
   * Reads a mounted file: `{"current": "2026", "keys": {"2026": "<32 bytes in base64>"}}`.
   *
   * @throws {InvalidConfiguration} The file cannot be read or does not look like that. Says no value.
   */
  static read(path: string): KeyRing {
    let content: unknown;
    try {
      content = JSON.parse(readFileSync(path, 'utf8'));
    } catch (error) {
      throw new InvalidConfiguration(
        'The key file of the document store cannot be read as JSON',
        {},
        { cause: { name: (error as Error).name } },
      );
    }
    return KeyRing.of(content);
  }

  /** As {@link read}, and makes the file with one random key if there is none. For the embedded profile: whoever loses it loses the documents. */
  static readOrCreate(path: string): KeyRing {
    const fresh = { current: '1', keys: { '1': randomBytes(KEY_BYTES).toString('base64') } };
    try {
      writeFileSync(path, `${JSON.stringify(fresh)}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
        throw new InvalidConfiguration('The key file of the document store cannot be made', {
          code: (error as NodeJS.ErrnoException).code ?? '',
        });
    }
    return KeyRing.read(path);
  }

  /** @throws {InvalidConfiguration} */
  static of(content: unknown): KeyRing {
    const { data } = keyFile.safeParse(content);
    if (!data)
      throw new InvalidConfiguration(
        'The key file of the document store must be {"current": id, "keys": {id: 32 bytes in base64}}, with the current key among them',
      );
    const keys = Object.entries(data.keys).map(([id, text]) => [id, createSecretKey(Buffer.from(text, 'base64'))] as const);
    return new KeyRing(data.current, new Map(keys));
  }

  /** @throws {DocumentKeyMissing} */
  key(id: string): KeyObject {
    const key = this.keys.get(id);
    if (!key) throw new DocumentKeyMissing('A document was written under a key that is not in the key file', { keyId: id });
    return key;
  }
}
