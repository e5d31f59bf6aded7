import type { ContextDatabase } from '@segur/persistence';
import { PublishedMaps, RECHECK_AFTER_MS } from './published-maps.js';

const TENANT = '750000001';

/** A laboratory's releases as the database has them; counts what it is asked. */
class Releases {
  release = 1;
  questions = 0;
  readings = 0;
  failing = false;
  /** Awaited by each question after it has read the number. */
  answering: Promise<void> = Promise.resolve();

  readonly query = async (_tenantId: string, sql: string): Promise<object[]> => {
    if (this.failing) throw new Error('no connection');
    if (!sql.includes('map_release')) {
      this.readings += 1;
      return [{ local_code: 'NA', unit: 'mmol/L', specimen: null, loinc: '2951-2', loinc_label: 'Sodium' }];
    }
    this.questions += 1;
    const { release } = this;
    await this.answering;
    return [{ release }];
  };
}

class MapsAtWill extends PublishedMaps {
  now = 0;
  protected override elapsedMs(): number {
    return this.now;
  }
}

describe('PublishedMaps', () => {
  let releases: Releases;
  let maps: MapsAtWill;
  beforeEach(() => {
    releases = new Releases();
    maps = new MapsAtWill(releases as unknown as ContextDatabase);
  });
  const inForce = async () => (await maps.inForce(TENANT)).release;

  it('asks once for the reports of a second, however many', async () => {
    await Promise.all(Array.from({ length: 50 }, inForce));
    for (let report = 0; report < 50; report += 1) await inForce();

    expect([releases.questions, releases.readings]).toEqual([1, 1]);
  });

  it.each`
    later                   | used
    ${RECHECK_AFTER_MS - 1} | ${1}
    ${RECHECK_AFTER_MS}     | ${2}
  `('uses release $used, $later ms after a question and without a notice', async ({ later, used }: Record<string, number>) => {
    await inForce();
    releases.release = 2;
    maps.now = later as number;

    expect(await inForce()).toBe(used);
  });

  it('counts from the question, not from its answer', async () => {
    let answer: () => void = () => undefined;
    releases.answering = new Promise((resolve) => (answer = resolve));
    const slow = inForce();
    maps.now = RECHECK_AFTER_MS;
    releases.release = 2;
    answer();

    expect([await slow, await inForce()]).toEqual([1, 2]);
  });

  it.each([[TENANT], [undefined]])('asks again after a notice about %p', async (about) => {
    await inForce();
    releases.release = 2;
    maps.recheck(about);

    expect([await inForce(), releases.readings]).toEqual([2, 2]);
  });

  it('asks again after a notice that came while a question was on its way', async () => {
    let answer: () => void = () => undefined;
    releases.answering = new Promise((resolve) => (answer = resolve));
    const before = inForce();
    releases.release = 2;
    maps.recheck();
    const after = inForce();
    answer();

    expect(await Promise.all([before, after])).toEqual([1, 2]);
    expect(await inForce()).toBe(2);
  });

  it('does not read lines again that it has', async () => {
    for (let second = 0; second < 3; second += 1) {
      maps.now = second * RECHECK_AFTER_MS;
      await inForce();
    }

    expect([releases.questions, releases.readings]).toEqual([3, 1]);
  });

  it('codes with nothing that may be over while the database is away, and goes on after', async () => {
    await inForce();
    maps.now = RECHECK_AFTER_MS;
    releases.failing = true;
    await expect(inForce()).rejects.toThrow('no connection');

    releases.failing = false;
    expect(await inForce()).toBe(1);
  });
});
