import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { eventually } from '@segur/testing';
import type { MemberProcess } from '../src/event-bus.contract.js';

/** Starts `member.mjs` and waits until it has subscribed. */
export async function startMember(settings: object): Promise<MemberProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'member.mjs'), JSON.stringify(settings)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const given: unknown[] = [];
  let ready = false;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said = JSON.parse(line) as { ready?: true; data?: unknown };
    if (said.ready) ready = true;
    else given.push(said.data);
  });
  await eventually(() => ready || child.exitCode !== null);
  if (!ready) throw new Error('The member did not start');
  return {
    given,
    async kill() {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}
