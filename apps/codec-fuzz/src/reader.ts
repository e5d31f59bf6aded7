import type { Form } from './forms/form.js';

/** What a reader made of its bytes. An error of the platform is `refused` as well. */
export type Verdict = 'read' | 'refused';

/** One door for bytes, and what is tried on it. */
export interface FuzzedReader {
  readonly form: Form;
  /**
   * Reads as far as the platform would.
   *
   * @throws {PlatformError} The bytes are refused. Anything else is a failure that the harness reports.
   */
  readonly read: (bytes: Buffer) => Verdict | Promise<Verdict>;
}

/** Readers by the name that `--reader` takes. */
export type FuzzedReaders = Readonly<Record<string, FuzzedReader>>;
