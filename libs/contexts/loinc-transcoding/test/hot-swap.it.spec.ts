import { eventually } from '@segur/testing';
import { PublishedMaps } from '../src/code-report/published-maps.js';
import { KEYS, startApplication, type Application } from './application.js';

const TENANT = '750000001';
const HEADER = 'local_code,label,unit,specimen,method,loinc,loinc_label';
const LISTENERS = `SELECT pid FROM pg_stat_activity WHERE application_name = 'segur loinc-transcoding release' AND datname = current_database()`;

describe('a release, where several processes code', () => {
  let one: Application;
  let other: Application;
  beforeAll(async () => {
    one = await startApplication();
    other = await startApplication([], one);
    // Time stands still for what is in memory: only a notice can bring a release there.
    for (const { app } of [one, other]) Object.assign(app.get(PublishedMaps), { elapsedMs: () => 0 });
    await eventually(async () => (await one.sql(LISTENERS)).length === 2);
  });
  afterAll(async () => {
    await other.close();
    await one.close();
  });

  async function publish(loinc: string): Promise<number> {
    const { statusCode, json } = await one.app.inject({
      method: 'POST',
      url: '/api/v1/mappings',
      headers: { authorization: `Bearer ${KEYS[TENANT]}`, 'content-type': 'text/csv' },
      payload: `${HEADER}\nNA,Sodium,mmol/L,,,${loinc},Sodium`,
    });
    expect(statusCode).toBe(201);
    return json<{ release: number }>().release;
  }
  const usedBy = async ({ app }: Application) => (await app.get(PublishedMaps).inForce(TENANT)).release;

  it('is used by the process that published it with the next report, and by the others once they are told', async () => {
    expect([await usedBy(one), await usedBy(other)]).toEqual([0, 0]);

    const release = await publish('2951-2');

    expect(await usedBy(one)).toBe(release);
    await eventually(async () => (await usedBy(other)) === release);
  });

  it('is used by a process whose connection broke before it was told', async () => {
    await one.sql(`SELECT pg_terminate_backend(pid) FROM (${LISTENERS}) AS listener`);

    const release = await publish('2947-0');

    expect(await usedBy(one)).toBe(release);
    await eventually(async () => (await usedBy(other)) === release);
  });
});
