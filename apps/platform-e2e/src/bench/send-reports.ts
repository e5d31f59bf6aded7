import { setTimeout as sleep } from 'node:timers/promises';
import { MllpSender } from '../kill/mllp-sender.js';
import { bloodCountMessage } from './blood-count-message.js';

/** How reports come: evenly in time, or as fast as acknowledgements let them. */
export interface ReportLoad {
  /** Begins every control id: another one for each load that one database gets. */
  readonly run: string;
  readonly documents: number;
  /** `Infinity`: as fast as acknowledged. */
  readonly perSecond: number;
  readonly connections: number;
}

/**
 * Sends reports by MLLP, one message at a time on each connection.
 *
 * @returns When each was acknowledged, by control id.
 * @throws {Error} A message was answered something else than `AA`.
 */
export async function sendReports(
  port: number,
  { run, documents, perSecond, connections }: ReportLoad,
): Promise<ReadonlyMap<string, Date>> {
  const acknowledged = new Map<string, Date>();
  const begunAt = performance.now();
  let next = 0;
  const flow = async () => {
    const sender = new MllpSender({ port, ackTimeoutMs: 10_000, giveUpAfterMs: 10_000 });
    for (let number = next++; number < documents; number = next++) {
      const waitMs = begunAt + (number * 1000) / perSecond - performance.now();
      if (waitMs > 0) await sleep(waitMs);
      const { controlId, bytes } = bloodCountMessage(run, number);
      const { ack } = await sender.deliver(controlId, bytes);
      if (ack !== 'AA') throw new Error(`A message was answered ${ack}`);
      acknowledged.set(controlId, new Date());
    }
    sender.hangUp();
  };
  await Promise.all(Array.from({ length: connections }, flow));
  return acknowledged;
}
