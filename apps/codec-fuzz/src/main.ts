import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CaseInputs } from './case-input.js';
import { DEFAULT_CASES, DEFAULT_SEED, fuzzOptions } from './fuzz-options.js';
import { fuzzReader, type Failure, type ReaderSummary } from './fuzz-reader.js';
import { distinctFailures, fuzzSummary } from './fuzz-summary.js';
import { READERS } from './readers/readers.js';

const KEPT = join('.data', 'fuzz');
const AT_A_TIME = 2;
/** Ten times what the largest input that a limit lets through costs on a slow core. */
const LIMITS = { cpuMs: 5000, memoryMb: 512 };
const HANG_MS = 30_000;

const options = fuzzOptions(process.argv.slice(2), Object.keys(READERS));
if (typeof options === 'string') {
  console.error(
    `${options}\nUsage: npm run fuzz -- [--cases ${DEFAULT_CASES}] [--reader NAME]… [--seed ${DEFAULT_SEED}] [--case NUMBER]`,
  );
  process.exit(2);
}
const { cases, readers, seed, only } = options;
console.log(`Seed ${seed}, ${only === undefined ? `${cases} cases` : `case ${only}`} of each of ${readers.length} readers.`);

const waiting = [...readers];
const summaries = new Map<string, ReaderSummary>();
await Promise.all(Array.from({ length: AT_A_TIME }, work));
const ordered = readers.flatMap((reader) => summaries.get(reader) ?? []);
console.log(`\n${fuzzSummary(ordered)}`);
process.exitCode = ordered.some(({ failures }) => failures.length > 0) ? 1 : 0;

async function work(): Promise<void> {
  for (let reader = waiting.shift(); reader !== undefined; reader = waiting.shift()) {
    const range = only === undefined ? { from: 0, to: cases } : { from: only, to: only + 1 };
    const readersModule = join(import.meta.dirname, 'readers/readers.js');
    const program = join(import.meta.dirname, 'fuzz-child.js');
    const summary = await fuzzReader({ program, readersModule, reader, seed, ...range, limits: LIMITS, hangMs: HANG_MS });
    summaries.set(reader, summary);
    console.log(`${reader}: ${summary.cases} cases, ${summary.failures.length} failed`);
    for (const { shown, count } of distinctFailures(summary.failures)) {
      console.log(`  ${count} of one kind:`);
      shown.forEach(tell);
    }
  }
}

function tell({ reader, number, origin, kind, what }: Failure): void {
  const file = join(KEPT, `${reader}-${seed}-${number}.bin`);
  const fuzzed = READERS[reader];
  if (fuzzed) {
    mkdirSync(KEPT, { recursive: true });
    writeFileSync(file, new CaseInputs(reader, fuzzed, seed).input(number).bytes);
  }
  console.log(`    ${kind} (${origin}): ${what}`);
  console.log(`      again: npm run fuzz -- --reader ${reader} --seed ${seed} --case ${number}    input: ${file}`);
}
