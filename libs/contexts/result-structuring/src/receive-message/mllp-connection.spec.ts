import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { encodeFrame } from '@segur/hl7v2';
import { MllpConnection, type FrameHandler } from './mllp-connection.js';

/** Answers `ack <text>` after a turn of the event loop, and counts what is in flight. */
class Echo implements FrameHandler {
  readonly received: string[] = [];
  inFlight = 0;
  mostInFlight = 0;

  async receive(bytes: Buffer): Promise<Buffer[] | undefined> {
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    await new Promise(setImmediate);
    this.inFlight -= 1;
    this.received.push(bytes.toString());
    const text = bytes.toString();
    if (text === 'silent') return [];
    if (text === 'both') return [Buffer.from('commit'), Buffer.from('verdict')];
    return text === 'no message' ? undefined : [Buffer.from(`ack ${text}`)];
  }

  refuseOverlong(): Buffer {
    return Buffer.from('too long');
  }
}

describe('MllpConnection', () => {
  let server: Server;
  let client: Socket;
  let echo: Echo;
  let connection: MllpConnection;
  let answers: string;

  beforeEach(async () => {
    echo = new Echo();
    answers = '';
    const accepted = new Promise<void>((resolve) => {
      server = createServer((socket) => {
        connection = new MllpConnection(socket, echo, { idleMs: 60_000, maxFrameBytes: 100 });
        resolve();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    client = connect((server.address() as AddressInfo).port, '127.0.0.1');
    client.on('data', (chunk) => (answers += chunk.toString()));
    await accepted;
  });
  afterEach(async () => {
    client.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  /** The texts answered, once there are so many. */
  async function answered(count: number): Promise<string[]> {
    while (answers.split('\x1c\r').length <= count) await once(client, 'data');
    return answers
      .split('\x1c\r')
      .slice(0, -1)
      .map((frame) => frame.slice(1));
  }

  it('answers several frames of one chunk in order, one in flight', async () => {
    client.write(Buffer.concat(['one', 'two', 'three'].map((text) => encodeFrame(Buffer.from(text)))));

    expect(await answered(3)).toEqual(['ack one', 'ack two', 'ack three']);
    expect(echo.mostInFlight).toBe(1);
  });

  it('sends as many answers as there are, or none', async () => {
    client.write(Buffer.concat(['silent', 'both', 'one'].map((text) => encodeFrame(Buffer.from(text)))));

    expect(await answered(3)).toEqual(['commit', 'verdict', 'ack one']);
  });

  it('puts a frame together from many chunks', async () => {
    for (const byte of encodeFrame(Buffer.from('slowly'))) client.write(Buffer.of(byte));

    expect(await answered(1)).toEqual(['ack slowly']);
  });

  it('ends a frame whose last carriage return does not come', async () => {
    client.write(Buffer.from('\x0bunclosed\x1c'));

    expect(await answered(1)).toEqual(['ack unclosed']);
  });

  it('refuses a frame that is too long, and reads the next', async () => {
    client.write(Buffer.concat([encodeFrame(Buffer.alloc(200, 'x')), encodeFrame(Buffer.from('short'))]));

    expect(await answered(2)).toEqual(['too long', 'ack short']);
  });

  it('hangs up on what is no message', async () => {
    client.write(encodeFrame(Buffer.from('no message')));
    await once(client, 'end');

    expect(answers).toBe('');
  });

  it('acknowledges what is in flight before it ends', async () => {
    client.write(encodeFrame(Buffer.from('last')));
    while (echo.inFlight === 0) await new Promise(setImmediate);
    connection.end();

    expect(await answered(1)).toEqual(['ack last']);
    await connection.settled();
  });
});
