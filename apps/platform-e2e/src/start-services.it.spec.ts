import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, whyNoBroker } from '@segur/testing';
import { START_MS } from './describe-each-profile.js';
import { startPlatform, type PlatformUnderTest } from './platform-under-test.js';
import { processesBelow, stillRunning } from './processes.js';

const lacking = whyNoBroker();
const PATIENCE = { withinMs: 60_000 };

(lacking === undefined ? describe : describe.skip)(
  `npm run start:services${lacking === undefined ? '' : ` [skipped: ${lacking}]`}`,
  () => {
    let platform: PlatformUnderTest;
    const status = async (path: string) => (await fetch(platform.url + path)).status;

    beforeAll(async () => {
      platform = await startPlatform('services apart');
    }, START_MS);
    afterAll(async () => {
      await platform?.kill();
      if (platform) rmSync(join(platform.directory, '..'), { recursive: true, force: true });
    }, 60_000);

    it('starts a service again that dies, and says so; meanwhile its paths answer 503 and the others go on', async () => {
      const operations = processesBelow(platform.pid).find(({ command }) => command.includes('apps/operations/'));
      process.kill(operations?.pid ?? 0, 'SIGKILL');
      await eventually(async () => (await status('/health/ready')) === 503, PATIENCE);

      expect(await status('/api/v1/receptions')).toBe(503);
      expect(await status('/api/v1/orders/none')).toBe(401);
      await eventually(async () => (await status('/health/ready')) === 200, PATIENCE);
      expect(await status('/api/v1/receptions')).toBe(401);
      expect(platform.output()).toMatch(/operations +\| ended by itself \(SIGKILL\): started again in 1 s/);
    }, 150_000);

    it('leaves no process behind, even after kill -9', async () => {
      const below = processesBelow(platform.pid);
      await platform.kill();

      expect(below.filter(({ command }) => /apps\/[\w-]+\/dist\/main\.js/.test(command))).toHaveLength(7);
      await eventually(() => stillRunning(below).length === 0, { ...PATIENCE, orSay: () => stillRunning(below).join('\n') });
    }, 90_000);
  },
);
