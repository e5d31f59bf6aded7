import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { START_MS } from './describe-each-profile.js';
import { startPlatform } from './platform-under-test.js';
import { sceneOf, type Scene } from './scene.js';
import { comeToRest } from './stories/come-to-rest.js';
import { handInByHl7 } from './stories/hand-in-by-hl7.js';
import { outlastOutage } from './stories/outlast-outage.js';
import { passSilentMailbox } from './stories/pass-silent-mailbox.js';
import { reviseWhileQueued } from './stories/revise-while-queued.js';
import { sendToStrictDmp } from './stories/send-to-strict-dmp.js';

const SETTINGS = {
  // Everything that the DMP of the sandbox can demand, whatever the defaults come to be.
  SANDBOX_DMP_STRICTNESS: 'vihf,signature',
  DMP_PREFLIGHT: 'td02',
  // What hangs does so until a story lets it go, however slow the machine is.
  DMP_CALL_TIMEOUT_SECONDS: '600',
  MSSANTE_SEND_TIMEOUT_SECONDS: '600',
};

describe('the main job while hours pass and services fail', () => {
  let scene: Scene;
  beforeAll(async () => (scene = sceneOf(await startPlatform('one process with a clock to move', SETTINGS))), START_MS);
  afterAll(async () => {
    await scene?.platform.kill();
    if (scene) rmSync(join(scene.platform.directory, '..'), { recursive: true, force: true });
  }, 60_000);

  sendToStrictDmp(() => scene);
  handInByHl7(() => scene);
  reviseWhileQueued(() => scene);
  outlastOutage(() => scene);
  passSilentMailbox(() => scene);
  comeToRest(() => scene);
});
