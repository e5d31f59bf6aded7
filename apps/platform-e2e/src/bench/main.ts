import { cpus, loadavg, totalmem } from 'node:os';
import { BenchGround } from './bench-ground.js';
import { benchBuses } from './bus.bench.js';
import { benchCodecs } from './codecs.bench.js';
import { benchDocuments } from './documents.bench.js';
import { tableOf, type Figures } from './figures.js';
import { benchFlow } from './flow.bench.js';
import { benchLatency } from './latency.bench.js';
import { benchLoinc } from './loinc.bench.js';
import { benchReceiving } from './receive.bench.js';
import { benchReference } from './reference.bench.js';

type Bench = (ground: BenchGround) => Promise<Figures | readonly Figures[]>;
const BENCHES: Readonly<Record<string, Bench>> = {
  receive: benchReceiving,
  bus: benchBuses,
  latency: benchLatency,
  documents: benchDocuments,
  flow: benchFlow,
  reference: benchReference,
};
/** They need neither database nor event log. */
const ALONE: Readonly<Record<string, () => Promise<Figures>>> = { codecs: benchCodecs, loinc: benchLoinc };

const asked = process.argv.slice(2);
const known = [...Object.keys(ALONE), ...Object.keys(BENCHES)];
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Usage: npm run bench [-- ${known.join(' | ')} …]`);
  process.exit(2);
}
const chosen = <T>(benches: Readonly<Record<string, T>>): readonly T[] =>
  Object.entries(benches).flatMap(([name, bench]) => (asked.length === 0 || asked.includes(name) ? [bench] : []));

const processors = cpus();
console.log(
  `${processors.length} × ${processors[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ` +
    `load average ${loadavg()[0]?.toFixed(1)}`,
);
for (const bench of chosen(ALONE)) console.log(tableOf(await bench()));
const grounded = chosen(BENCHES);
if (grounded.length > 0) await runOnGround(grounded);

async function runOnGround(benches: readonly Bench[]): Promise<void> {
  const ground = await BenchGround.open();
  const stop = (): void => void ground.close().finally(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    for (const bench of benches) for (const figures of [await bench(ground)].flat()) console.log(tableOf(figures));
  } finally {
    await ground.close();
  }
}
