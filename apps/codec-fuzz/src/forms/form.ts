import type { Grammar } from '../mutate.js';

/** Inputs of one format: whole ones to be damaged, and ones that were made to hurt. */
export interface Form {
  readonly grammar: Grammar;
  /** Made when it is asked for: some forms take a second. The same on every machine that has the same published examples. */
  readonly samples: () => readonly Buffer[];
  /** By what it tries: each is large, deep or endless in its own way. */
  readonly hostile: Readonly<Record<string, () => Buffer>>;
}
