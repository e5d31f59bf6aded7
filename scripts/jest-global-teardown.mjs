// Stops what the run started: PostgreSQL, and the Kafka that a test may have left for the others.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export default async function teardown() {
  const runDir = process.env.TEST_RUN_DIR;
  await stopKafka(join(runDir, 'kafka.pid'));
  await globalThis.segurTestPostgres?.stop();
  await rm(runDir, { recursive: true, force: true });
}

async function stopKafka(pidFile) {
  const pid = Number(await readFile(pidFile, 'utf8').catch(() => ''));
  if (!(pid > 1)) return;
  try {
    // Its data goes with the run, so there is nothing to end in good order.
    process.kill(pid, 'SIGKILL');
    for (let waited = 0; waited < 10_000; waited += 100) {
      process.kill(pid, 0);
      await sleep(100);
    }
  } catch {
    // It is gone.
  }
}
