import type { DevelopmentPki } from '@segur/crypto';
import { describeWithOfficial, officialDirectory, startIpfJudge, type IpfJudge } from '@segur/testing';
import { describeEachProfile, START_MS } from './describe-each-profile.js';
import { LaboratoryClient } from './laboratory-client.js';
import { ListeningSoftware } from './listening-software.js';
import { newDataDirectory, startPlatform } from './platform-under-test.js';
import { sceneOf, type Scene } from './scene.js';
import { judgeEveryByte } from './stories/judge-every-byte.js';
import { keepLaboratoriesApart } from './stories/keep-laboratories-apart.js';
import { standBeforeJudge } from './stories/stand-before-judge.js';
import { tellSender } from './stories/tell-sender.js';
import { openTwoLaboratories } from './two-laboratories.js';

describeEachProfile('two laboratories on one platform', (profile) => {
  const software = new ListeningSoftware();
  let scene: Scene & { readonly neighbour: LaboratoryClient; readonly software: ListeningSoftware };
  let judge: IpfJudge | undefined;
  let pki: DevelopmentPki;

  beforeAll(async () => {
    const directory = newDataDirectory();
    const { sample } = await openTwoLaboratories(directory);
    ({ pki } = sample);
    if (officialDirectory('judges') !== undefined) {
      judge = await startIpfJudge({ server: pki.server, caPem: pki.caPem, client: pki.authentication, keeps: true });
    }
    // The neighbour feeds the judge, where there is one.
    const judgeUrl = judge && `https://127.0.0.1:${judge.port}`;
    await software.listen();
    const acknowledgements = { results: true, endpoint: { host: '127.0.0.1', port: software.port } };
    const { laboratoriesFile, neighbourKey } = await openTwoLaboratories(directory, judgeUrl, { acknowledgements });
    const settings = { LABORATORIES_FILE: laboratoriesFile, ACKNOWLEDGEMENT_RETRY_SECONDS: '1' };
    const platform = await startPlatform(profile, settings, directory);
    scene = { ...sceneOf(platform), neighbour: new LaboratoryClient({ ...platform, apiKey: neighbourKey }), software };
  }, START_MS);
  afterAll(async () => {
    await scene?.platform.stop();
    await software.close();
    await judge?.stop();
  }, 60_000);

  tellSender(() => scene);
  keepLaboratoriesApart(() => scene);
  describeWithOfficial('judges', 'before an independent judge (IPF)', () => {
    const hearing = () => ({ ...scene, judge: judge as IpfJudge, pki });
    standBeforeJudge(hearing);
    // The bytes are the same whoever composes the contexts.
    if (profile === 'one process') judgeEveryByte(hearing);
  });
});
