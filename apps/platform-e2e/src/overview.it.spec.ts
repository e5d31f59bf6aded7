import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { glucose, oru, qualifiedPatient } from '@segur/testing';
import { START_MS } from './describe-each-profile.js';
import { startPlatform } from './platform-under-test.js';
import { ALL_ACCEPTED, sceneOf, type Scene } from './scene.js';

const SEGUR = join(import.meta.dirname, '../../segur/dist/main.js');

describe('the page at /', () => {
  let scene: Scene;
  beforeAll(async () => (scene = sceneOf(await startPlatform('one process'))), START_MS);
  afterAll(async () => void (await scene?.platform.stop()), 60_000);

  it('opens with the API key, shows what became of a report, and leads to its documents', async () => {
    const { laboratory, platform } = scene;
    await laboratory.sendByMllp(oru({ controlId: 'PAGE1', fillerNumber: 'PAGE-1', exams: [glucose] }));
    const { reportSetId } = await laboratory.delivered('PAGE-1', ALL_ACCEPTED);
    const session = (key: string) =>
      fetch(`${platform.url}/session`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ key }) });
    const opened = await session(platform.apiKey);
    const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await (await fetch(`${platform.url}/`, { headers: { cookie } })).text();
    const pdf = await fetch(`${platform.url}/api/v1/reports/${reportSetId}/documents/pdf`, { headers: { cookie } });

    expect((await fetch(`${platform.url}/`)).status).toBe(401);
    expect((await session('another')).status).toBe(401);
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/']);
    expect(page).toMatch(/PAGE1.*DMP : accepté.*MSSanté, patient : accepté.*MSSanté, prescripteur : accepté/);
    expect(page).toContain('DMP : 2 pièce(s), documents et signatures');
    expect(page).toContain('MSSanté : 2 message(s)');
    for (const secret of ['PAT-TROIS', 'DOMINIQUE', qualifiedPatient.identifiers.slice(0, 13), '5,20', platform.apiKey])
      expect(page).not.toContain(secret);
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  }, 120_000);

  it('is where segur demo leads to, after it sent five reports and told what became of each', async () => {
    const { url, directory } = scene.platform;
    const keyFile = join(directory, 'sample-laboratory.key');
    const { stdout } = await promisify(execFile)(process.execPath, [SEGUR, 'demo', '--url', url, '--key-file', keyFile]);
    const told = stdout.split('\n');

    expect(told.filter((line) => line.includes('acknowledged: MSA|AA|'))).toHaveLength(6);
    expect(told.filter((line) => line.includes('dmp → dmp, revision 1: ACCEPTED'))).toHaveLength(4);
    expect(told.filter((line) => line.includes('dmp → dmp, revision 2: ACCEPTED'))).toHaveLength(1);
    expect(told.filter((line) => line.includes('NOT_ELIGIBLE (ins-not-qualified)'))).toHaveLength(1);
    expect(stdout).not.toMatch(/REFUSED|REJECTED|FAILED/);
    expect(told).toContain(`  ${url}/`);
  }, 120_000);
});
