import { encodeFrame } from '@segur/hl7v2';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { MllpLine } from './mllp-line.js';

const ack = (code: string, controlId: string) =>
  encodeFrame(Buffer.from(`MSH|^~\\&|||||2026||ACK|1|P|2.6\rMSA|${code}|${controlId}\r`));

describe('MllpLine', () => {
  let server: Server;
  let line: MllpLine;
  let accepted: Socket[];
  /** What the peer does with each chunk that it gets. */
  let answer: (socket: Socket, text: string) => void;

  async function open(limits = { answerMs: 5000, idleMs: 5000 }): Promise<number> {
    accepted = [];
    server = createServer((socket) => {
      accepted.push(socket);
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => answer(socket, chunk.toString()));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    line = new MllpLine({ host: '127.0.0.1', port }, limits);
    return port;
  }
  afterEach(async () => {
    line.close();
    for (const socket of accepted) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  it('keeps its connection from one message to the next', async () => {
    await open();
    answer = (socket, text) => socket.write(ack('AA', text.includes('one') ? '1' : '2'));

    expect(await line.send(Buffer.from('one'), '1')).toMatchObject({ kind: 'answered', ack: { code: 'AA', controlId: '1' } });
    expect(await line.send(Buffer.from('two'), '2')).toMatchObject({ kind: 'answered', ack: { code: 'AA', controlId: '2' } });
    expect(accepted).toHaveLength(1);
  });

  it('does not take the answer to another message, nor what is none, for its own', async () => {
    await open();
    answer = (socket) => socket.write(Buffer.concat([ack('AE', 'other'), encodeFrame(Buffer.from('noise')), ack('AR', '1')]));

    expect(await line.send(Buffer.from('one'), '1')).toMatchObject({ kind: 'answered', ack: { code: 'AR', controlId: '1' } });
  });

  it('sends again at once over a new connection where the kept one had died', async () => {
    await open();
    answer = (socket) => socket.write(ack('AA', '1'));
    await line.send(Buffer.from('one'), '1');
    answer = (socket) => {
      if (accepted.length === 1) socket.destroy();
      else socket.write(ack('AA', '2'));
    };

    expect(await line.send(Buffer.from('two'), '2')).toMatchObject({ kind: 'answered', ack: { code: 'AA' } });
    expect(accepted).toHaveLength(2);
  });

  it.each`
    what                       | does                                    | code
    ${'the peer hangs up'}     | ${(socket: Socket) => socket.destroy()} | ${'sgl-answer-lost'}
    ${'the peer says nothing'} | ${() => undefined}                      | ${'sgl-answer-late'}
  `('$code when $what', async ({ does, code }: { does: (socket: Socket) => void; code: string }) => {
    await open({ answerMs: 200, idleMs: 5000 });
    answer = does;

    expect(await line.send(Buffer.from('one'), '1')).toEqual({ kind: 'unanswered', code });
    // A late answer must not be there for the next message.
    expect(accepted[0]?.destroyed || (await once(accepted[0] as Socket, 'close'))).toBeTruthy();
  });

  it('is unreachable when nobody listens, and reaches who listens later', async () => {
    const port = await open();
    await new Promise((resolve) => server.close(resolve));
    expect(await line.send(Buffer.from('one'), '1')).toEqual({ kind: 'unanswered', code: 'sgl-unreachable' });

    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    answer = (socket) => socket.write(ack('AA', '1'));
    expect(await line.send(Buffer.from('one'), '1')).toMatchObject({ kind: 'answered' });
  });
});
