import type { HprimRepetition } from '@segur/hprim';
import { codeFrom, type CodeReading } from '@segur/results-to-laboratory';

/** Reads `code~label~L`, and a second triplet where there is one. `L` says that the code is local, and names no system. */
export function toCode(coded: HprimRepetition | undefined): CodeReading | undefined {
  if (!coded) return undefined;
  return codeFrom(
    [1, 4].map((first) => {
      const [code, label, system] = [0, 1, 2].map((part) => coded.text(first + part).trim()) as [string, string, string];
      return { code, label, system: system.toUpperCase() === 'L' ? '' : system };
    }),
  );
}
