// One PostgreSQL for the whole run, in a folder of its own. Pure libraries need none, so a run of them alone starts none.
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PURE = /^(\.\/)?libs\/(kernel|domain|codecs|mappings|conformance|events)(\/|$)/;

export default async function setup(globalConfig) {
  const runDir = await mkdtemp(join(tmpdir(), 'segur-test-'));
  // Root hands PostgreSQL over to another user, who must be able to enter.
  await chmod(runDir, 0o711);
  process.env.TEST_RUN_DIR = runDir;
  // Workers come and go; what they start for each other (Kafka) lives as long as this process.
  process.env.TEST_RUN_PID = String(process.pid);

  const asked = globalConfig.testPathPatterns?.patterns ?? [];
  if (asked.length > 0 && asked.every((pattern) => PURE.test(pattern))) return;
  const { startEmbeddedPostgres } = await import('../libs/platform/persistence/dist/embedded/embedded-postgres.js');
  const postgres = await startEmbeddedPostgres({
    dataDir: join(runDir, 'postgres'),
    settings: ['shared_buffers=64MB', 'min_wal_size=32MB', 'max_connections=400'],
  });
  process.env.TEST_DATABASE_URL = postgres.url;
  globalThis.segurTestPostgres = postgres;
}
