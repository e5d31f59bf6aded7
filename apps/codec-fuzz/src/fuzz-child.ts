// A process of its own for one reader: what hangs or eats memory is killed here, and the run goes on.
import { writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { CaseInputs } from './case-input.js';
import type { FuzzedReaders } from './reader.js';
import { runCase, type CaseLimits } from './run-case.js';

/** What the parent asks of a child, as its only argument. */
export interface ChildOrder {
  /** Module that exports `READERS`. */
  readonly readersModule: string;
  readonly reader: string;
  readonly seed: number;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly limits: CaseLimits;
}

const REPORTS = 3;

const { readersModule, reader: name, seed, from, to, limits } = JSON.parse(process.argv[2] ?? '') as ChildOrder;
const { READERS } = (await import(pathToFileURL(readersModule).href)) as { readonly READERS: FuzzedReaders };
const reader = READERS[name];
if (!reader) throw new Error(`No reader ${name}`);

const inputs = new CaseInputs(name, reader, seed);
// The first reading compiles schemas and tables: its cost is nobody's failure.
await runCase(reader, inputs.input(Object.keys(reader.form.hostile).length).bytes, limits);
for (let number = from; number < to; number += 1) {
  const { bytes, origin } = inputs.input(number);
  tell({ begun: number, origin });
  tell({ ended: number, result: await runCase(reader, bytes, limits) });
}

/** At once and to the end: after this line the process may never speak again. */
function tell(line: object): void {
  const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(REPORTS, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}
