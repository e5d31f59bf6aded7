import { eventually, officialDirectory } from '@segur/testing';
import { describeEachProfile, START_MS } from './describe-each-profile.js';
import { startPlatform } from './platform-under-test.js';
import { processesBelow, stillRunning } from './processes.js';
import { sceneOf, type Scene } from './scene.js';
import { answerOrders } from './stories/answer-orders.js';
import { deliverReport } from './stories/deliver-report.js';
import { entrustOfficialDocument } from './stories/entrust-official-document.js';
import { handInOtherwise } from './stories/hand-in-otherwise.js';
import { holdBack } from './stories/hold-back.js';
import { keepPatientsPrivate } from './stories/keep-patients-private.js';
import { receiveOnce } from './stories/receive-once.js';
import { reviseReport } from './stories/revise-report.js';

describeEachProfile('the main job', (profile) => {
  let scene: Scene;
  beforeAll(async () => {
    const kit = officialDirectory('ci-sis');
    const platform = await startPlatform(profile, { LOG_LEVEL: 'debug', ...(kit === undefined ? {} : { CI_SIS_DIR: kit }) });
    scene = sceneOf(platform);
  }, START_MS);
  afterAll(() => scene?.platform.kill(), 60_000);

  deliverReport(() => scene);
  receiveOnce(() => scene);
  holdBack(() => scene);
  reviseReport(() => scene);
  handInOtherwise(() => scene);
  answerOrders(() => scene);
  entrustOfficialDocument(() => scene);
  keepPatientsPrivate(() => scene);

  it('ends in order at SIGTERM, and leaves no process behind', async () => {
    const { platform } = scene;
    const below = processesBelow(platform.pid);

    expect(below.length).toBeGreaterThan(0);
    expect(await platform.stop()).toBe(0);
    await eventually(() => stillRunning(below).length === 0, { orSay: () => stillRunning(below).join('\n') });
  }, 90_000);
});
