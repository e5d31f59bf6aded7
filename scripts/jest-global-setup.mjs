// One PostgreSQL for the whole run, in a folder of its own. Pure libraries need none, so a run of them alone starts none.
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PURE = /^(\.\/)?libs\/(kernel|domain|codecs|mappings|conformance|events)(\/|$)/;

const PREFIX = 'segur-test-';

export default async function setup(globalConfig) {
  const runDir = await mkdtemp(join(tmpdir(), PREFIX));
  // Root hands PostgreSQL over to another user, who must be able to enter.
  await chmod(runDir, 0o711);
  process.env.TEST_RUN_DIR = runDir;
  // Workers come and go; what they start for each other (Kafka) lives as long as this process.
  process.env.TEST_RUN_PID = String(process.pid);

  const asked = globalConfig.testPathPatterns?.patterns ?? [];
  if (asked.length > 0 && asked.every((pattern) => PURE.test(pattern))) return;
  const { startEmbeddedPostgres } = await import('../libs/platform/persistence/dist/embedded/embedded-postgres.js');
  await removeLeftovers();
  const postgres = await startEmbeddedPostgres({
    dataDir: join(runDir, 'postgres'),
    settings: ['shared_buffers=64MB', 'min_wal_size=32MB', 'max_connections=400'],
  });
  process.env.TEST_DATABASE_URL = postgres.url;
  globalThis.segurTestPostgres = postgres;
}

/** A run that was killed could not tear down: its server has stopped with it, its folder (60 MB) is still there. */
async function removeLeftovers() {
  const { startOf } = await import('../libs/platform/persistence/dist/embedded/running-process.js');
  for (const name of (await readdir(tmpdir())).filter((each) => each.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const [pid, started] = (await readFile(join(folder, 'postgres.owner'), 'utf8').catch(() => '')).trim().split('\n');
    const isLeft = pid && started && startOf(Number(pid)) !== started;
    // Another user's folder is another user's affair.
    if (isLeft) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
