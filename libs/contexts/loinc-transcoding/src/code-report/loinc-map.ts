import type { LoincMap, MappedCode } from './code-observations.js';

/** Puts the lines of one release in memory, by local code; lines of one code keep their order. */
export function toLoincMap(lines: readonly (MappedCode & { readonly localCode: string })[]): LoincMap {
  const map = new Map<string, MappedCode[]>();
  for (const { localCode, ...line } of lines) map.set(localCode, [...(map.get(localCode) ?? []), line]);
  return map;
}
