// A member of a group in a process of its own, for tests that kill it. Prints the data of each event it is given, as JSON lines.
import { KafkaEventBus, PostgresEventBus } from '@segur/event-bus';

const { kafka, postgres, group, topics } = JSON.parse(process.argv[2]);
const bus = kafka ? await KafkaEventBus.open(kafka) : await PostgresEventBus.open(postgres);
await bus.subscribe({
  group,
  topics,
  from: 'end',
  handle: async ({ data }) => {
    console.log(JSON.stringify({ data }));
    if (String(data).startsWith('stuck')) await new Promise(() => undefined);
  },
});
console.log(JSON.stringify({ ready: true }));
// Orphans end: the test that started this one may have crashed.
process.stdin.resume().once('end', () => process.exit(1));
