import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Accepted, AcceptorAnswer, AcceptorOrder, AcceptorTls } from './acceptance.js';

/** DMP and mail operator of the bench, running as a process of their own. */
export class LeanAcceptor {
  private constructor(
    private readonly child: ChildProcess,
    readonly dmpPort: number,
    readonly smtpPort: number,
  ) {}

  static async start(tls: AcceptorTls): Promise<LeanAcceptor> {
    const child = fork(join(import.meta.dirname, 'main.js'));
    const { dmpPort, smtpPort } = (await ask(child, { tls })) as Extract<AcceptorAnswer, { dmpPort: number }>;
    return new LeanAcceptor(child, dmpPort, smtpPort);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  async count(): Promise<Accepted> {
    return (await ask(this.child, 'count')) as Accepted;
  }

  async forget(): Promise<void> {
    await ask(this.child, 'forget');
  }

  async stop(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.disconnect();
    await gone;
  }
}

/** One order at a time. */
async function ask(child: ChildProcess, order: AcceptorOrder): Promise<AcceptorAnswer> {
  const ended = new AbortController();
  const answer = once(child, 'message', { signal: ended.signal }) as Promise<[AcceptorAnswer]>;
  const exit = () => ended.abort(new Error('The acceptor ended'));
  child.once('exit', exit);
  child.send(order);
  try {
    return (await answer)[0];
  } finally {
    child.off('exit', exit);
  }
}
