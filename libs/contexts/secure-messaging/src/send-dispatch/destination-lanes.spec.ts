import { setTimeout as sleep } from 'node:timers/promises';
import { DestinationLanes } from './destination-lanes.js';

/** A mail whose answer the test decides. */
interface Sent {
  readonly answer: PromiseWithResolvers<string>;
  readonly came: Promise<string | undefined>;
}

describe('DestinationLanes', () => {
  const sent = new Map<string, Sent>();
  let lanes: DestinationLanes;
  beforeEach(() => {
    sent.clear();
    lanes = new DestinationLanes({ connections: 4, concurrency: 16 });
  });
  afterEach(() => {
    for (const { answer } of sent.values()) answer.resolve('');
  });

  /** Those that are under way now, by their name, of mails `to` each address. */
  const hand = async (...mails: readonly (readonly [name: string, to: string, operator?: string | undefined])[]) => {
    const underWay: string[] = [];
    for (const [name, to, operator = 'A'] of mails) {
      const answer = Promise.withResolvers<string>();
      const came = lanes.through(operator, to, () => {
        underWay.push(name);
        return answer.promise;
      });
      sent.set(name, { answer, came });
    }
    await sleep(1);
    return underWay;
  };
  const mails = (count: number, to: (number: number) => string, operator?: string) =>
    Array.from({ length: count }, (_, number) => [`${to(number)} ${number}`, to(number), operator] as const);

  it.each`
    what                              | to                                                  | places
    ${'one mailbox half of them'}     | ${() => 'a@one.fr'}                                 | ${2}
    ${'one domain all but one'}       | ${(n: number) => `${n}@one.fr`}                     | ${3}
    ${'one operator all that it has'} | ${(n: number) => `${n}@${n}.fr`}                    | ${4}
    ${'a mailbox in any letters'}     | ${(n: number) => (n % 2 ? 'A@one.fr' : 'a@ONE.fr')} | ${2}
  `('gives $what: $places', async ({ to, places }: { to: (number: number) => string; places: number }) => {
    expect(await hand(...mails(6, to))).toHaveLength(places);
  });

  it('lets the others pass beside a mailbox, a domain and an operator that say nothing', async () => {
    await hand(...mails(6, () => 'silent@one.fr'));

    expect(await hand(['same domain', 'b@one.fr'], ['other domain', 'c@two.fr'])).toEqual(['same domain', 'other domain']);
    expect(await hand(...mails(6, (number) => `${number}@${number}.fr`, 'B'))).toHaveLength(4);
  });

  it('goes on in order as answers come', async () => {
    const underWay = await hand(['1', 'a@one.fr'], ['2', 'a@one.fr'], ['3', 'a@one.fr']);
    sent.get('1')?.answer.resolve('250');
    expect(await sent.get('1')?.came).toBe('250');
    await sleep(1);

    expect(underWay).toEqual(['1', '2', '3']);
  });

  it('turns away what comes to a lane that stands still, but one; and takes all again once it moves', async () => {
    await hand(...mails(5, () => 'silent@one.fr'));
    expect(lanes.isAnyShut).toBe(false);
    const turnedAway = await Promise.all([3, 4].map((number) => sent.get(`silent@one.fr ${number}`)?.came));

    expect(turnedAway).toEqual([undefined, undefined]);
    expect([lanes.isAnyShut, lanes.isShut('A', 'silent@one.fr'), lanes.isShut('A', 'other@one.fr')]).toEqual([true, true, false]);
    expect(await lanes.through('A', 'silent@one.fr', async () => 'sent')).toBeUndefined();
    for (const { answer } of sent.values()) answer.resolve('250');
    expect(await sent.get('silent@one.fr 2')?.came).toBe('250');
    expect(await lanes.through('A', 'silent@one.fr', async () => 'sent')).toBe('sent');
    expect(lanes.isAnyShut).toBe(false);
  });

  it('gives its places back when a mail cannot be sent', async () => {
    const failing = () => lanes.through('A', 'a@one.fr', () => Promise.reject(new Error('no')));
    for (let time = 0; time < 5; time += 1) await expect(failing()).rejects.toThrow('no');
  });
});
