import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { InvalidConfiguration } from '@segur/errors';

/** A duration in seconds, as people write it; gives milliseconds, as Node wants them. */
export const seconds = (fallback: number) =>
  z.coerce
    .number()
    .positive()
    .default(fallback)
    .transform((value) => value * 1000);

/** A whole number of at least `minimum`. */
export const count = (fallback: number, minimum = 1) => z.coerce.number().int().min(minimum).default(fallback);

/** A size in mebibytes; gives bytes. */
export const mebibytes = (fallback: number) =>
  z.coerce
    .number()
    .positive()
    .default(fallback)
    .transform((value) => Math.round(value * 1024 * 1024));

/** A TCP port. 0 lets the system choose one. */
export const port = (fallback: number) => z.coerce.number().int().min(0).max(65535).default(fallback);

const TRUE = ['true', 'yes', 'on', '1'];
const FALSE = ['false', 'no', 'off', '0'];

/** `true`, `yes`, `on`, `1` or their opposites. `z.coerce.boolean()` would read the text `false` as true. */
export const flag = (fallback: boolean) =>
  z
    .enum([...TRUE, ...FALSE])
    .default(fallback ? 'true' : 'false')
    .transform((text) => TRUE.includes(text));

/** A list separated by commas, without empty items. */
export const list = (fallback: readonly string[] = []) =>
  z
    .string()
    .default(fallback.join(','))
    .transform((text) =>
      text
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    );

/**
 * A `*_FILE` variable: the path of a mounted secret; gives its text without the line end that editors add.
 *
 * Absent variable: `undefined`. The file is read once, when settings are.
 */
export const secretFile = () =>
  z
    .string()
    .optional()
    .transform((path, context) => {
      if (path === undefined) return undefined;
      try {
        return readSecret(path);
      } catch (error) {
        context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'cannot be read' });
        return z.NEVER;
      }
    });

/**
 * Reads a secret from its file, for sections of the laboratories file, which name their own.
 *
 * @throws {InvalidConfiguration} The file cannot be read, or is empty.
 */
export function readSecret(path: string): string {
  const text = readFileOrRefuse(path).toString('utf8').trim();
  if (text === '') throw new InvalidConfiguration('the secret file is empty');
  return text;
}

/**
 * Reads a file that a setting names: a certificate, a PKCS#12.
 *
 * @param variable - Begins the sentence of a refusal. Absent: the caller names the setting.
 * @throws {InvalidConfiguration} The file cannot be read. The system's code is said, the path is not: it may be a pasted secret.
 */
export function readFileOrRefuse(path: string, variable?: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    const setting = variable === undefined ? '' : `${variable}: `;
    throw new InvalidConfiguration(`${setting}the file it names cannot be read (${code})`, { code }, { cause: error });
  }
}
