import { cpus, totalmem } from 'node:os';
import { BenchGround } from './bench-ground.js';
import { benchBuses } from './bus.bench.js';
import { benchDocuments } from './documents.bench.js';
import { tableOf, type Figures } from './figures.js';
import { benchLatency } from './latency.bench.js';
import { benchReceiving } from './receive.bench.js';

const BENCHES: Readonly<Record<string, (ground: BenchGround) => Promise<Figures>>> = {
  receive: benchReceiving,
  bus: benchBuses,
  latency: benchLatency,
  documents: benchDocuments,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Usage: npm run bench [-- ${Object.keys(BENCHES).join(' | ')} …]`);
  process.exit(2);
}

const ground = await BenchGround.open();
const stop = (): void => void ground.close().finally(() => process.exit(130));
process.once('SIGINT', stop).once('SIGTERM', stop);
try {
  const processors = cpus();
  console.log(
    `${processors.length} × ${processors[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`,
  );
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (asked.length === 0 || asked.includes(name)) console.log(tableOf(await bench(ground)));
  }
} finally {
  await ground.close();
}
