import { describeWithOfficial, officialDirectory, startIpfJudge, type IpfJudge } from '@segur/testing';
import { describeEachProfile, START_MS } from './describe-each-profile.js';
import { LaboratoryClient } from './laboratory-client.js';
import { newDataDirectory, startPlatform } from './platform-under-test.js';
import { sceneOf, type Scene } from './scene.js';
import { keepLaboratoriesApart } from './stories/keep-laboratories-apart.js';
import { standBeforeJudge } from './stories/stand-before-judge.js';
import { openTwoLaboratories } from './two-laboratories.js';

describeEachProfile('two laboratories on one platform', (profile) => {
  let scene: Scene & { readonly neighbour: LaboratoryClient };
  let judge: IpfJudge | undefined;

  beforeAll(async () => {
    const directory = newDataDirectory();
    const { sample } = await openTwoLaboratories(directory);
    const { pki } = sample;
    if (officialDirectory('judges') !== undefined) {
      judge = await startIpfJudge({ server: pki.server, caPem: pki.caPem, client: pki.authentication });
    }
    // The neighbour feeds the judge, where there is one.
    const { laboratoriesFile, neighbourKey } = await openTwoLaboratories(directory, judge && `https://127.0.0.1:${judge.port}`);
    const platform = await startPlatform(profile, { LABORATORIES_FILE: laboratoriesFile }, directory);
    scene = { ...sceneOf(platform), neighbour: new LaboratoryClient({ ...platform, apiKey: neighbourKey }) };
  }, START_MS);
  afterAll(async () => {
    await scene?.platform.stop();
    await judge?.stop();
  }, 60_000);

  keepLaboratoriesApart(() => scene);
  describeWithOfficial('judges', 'before an independent judge (IPF)', () => {
    standBeforeJudge(() => ({ ...scene, judge: judge as IpfJudge }));
  });
});
