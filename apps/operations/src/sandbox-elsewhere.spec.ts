import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SandboxElsewhere } from './sandbox-elsewhere.module.js';

describe('SandboxElsewhere', () => {
  let server: Server;
  let answers: Readonly<Record<string, string>> = {};
  beforeAll(async () => {
    server = createServer(({ url = '' }, response) => response.end(answers[url.split('?')[0] ?? '']));
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(() => server.close());
  const sandbox = () => new SandboxElsewhere(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);

  it('tells how much the sandbox says it holds', async () => {
    answers = { '/sandbox/dmp/documents': '{"total":4,"items":[]}', '/sandbox/mail/messages': '{"total":7}' };
    expect(await sandbox().holdings()).toEqual({ documents: 4, mails: 7 });
  });

  it.each([
    ['an answer is none of a sandbox', { '/sandbox/dmp/documents': '{"total":4}', '/sandbox/mail/messages': '<html>' }],
    ['a number is missing', { '/sandbox/dmp/documents': '{}', '/sandbox/mail/messages': '{"total":7}' }],
  ])('tells nothing where %s', async (_, given) => {
    answers = given;
    expect(await sandbox().holdings()).toBeUndefined();
  });

  it('tells nothing where nobody answers', async () => {
    expect(await new SandboxElsewhere('http://127.0.0.1:1').holdings()).toBeUndefined();
  });
});
