import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface FuzzOptions {
  /** Of each reader. */
  readonly cases: number;
  readonly readers: readonly string[];
  readonly seed: number;
  /** One case only. */
  readonly only?: number;
}

export const DEFAULT_CASES = 500;
export const DEFAULT_SEED = 1;

/**
 * Reads the command line.
 *
 * @returns A sentence for people when something cannot be understood.
 */
export function fuzzOptions(words: readonly string[], known: readonly string[]): FuzzOptions | string {
  let given;
  try {
    given = parseArgs({
      args: [...words],
      options: {
        cases: { type: 'string', default: `${DEFAULT_CASES}` },
        reader: { type: 'string', multiple: true, default: [...known] },
        seed: { type: 'string', default: `${DEFAULT_SEED}` },
        case: { type: 'string' },
      },
    }).values;
  } catch (error) {
    return (error as Error).message;
  }
  const { reader: readers, case: only } = given;
  const [cases, seed] = [Number(given.cases), Number(given.seed)];
  if (![cases, seed, Number(only ?? 0)].every((number) => Number.isSafeInteger(number) && number >= 0)) {
    return '--cases, --seed and --case take whole numbers';
  }
  const unknown = readers.filter((name) => !known.includes(name));
  if (unknown.length > 0) return `Unknown reader: ${unknown.join(', ')}. Known: ${known.join(', ')}`;
  return { cases, readers, seed, ...(only !== undefined && { only: Number(only) }) };
}
