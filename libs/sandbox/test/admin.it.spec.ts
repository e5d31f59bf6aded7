import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { readConfig } from '@segur/config';
import { InvalidConfiguration } from '@segur/errors';
import { ProblemDetailsFilter } from '@segur/http-security';
import { Log } from '@segur/telemetry';
import { eventually } from '@segur/testing';
import { createTransport } from 'nodemailer';
import { Agent, fetch } from 'undici';
import { DmpSandbox, MailSandbox, sandboxConfig, SandboxModule } from '../src/index.js';
import { cdaText, submission } from './good-submission.js';
import { TestAuthority, type Credential } from './test-certificates.js';

const config = readConfig(sandboxConfig, { SANDBOX_DMP_PORT: '0', SANDBOX_SMTP_PORT: '0', SANDBOX_DMP_STRICTNESS: 'none' });
let authority: TestAuthority;
let laboratory: Credential;
let app: NestFastifyApplication;

beforeAll(async () => {
  authority = await TestAuthority.create('TEST AC');
  laboratory = await authority.client('1120459876');
  const tls = { ...(await authority.server()), ca: authority.pem };
  const { profile, dmp, mail } = config;
  const testing = await Test.createTestingModule({
    imports: [SandboxModule.forRoot({ profile, dmp: { ...dmp, tls }, mail: { ...mail, tls } })],
  }).compile();
  app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  app.useGlobalFilters(new ProblemDetailsFilter(Log.silent()));
  await app.listen(0, '127.0.0.1');
});
afterAll(() => app.close());
beforeEach(() => api('DELETE', '/sandbox'));

async function api(method: string, path: string, body?: unknown) {
  const response = await fetch(`${await app.getUrl()}${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, type, bytes, json: type.includes('json') ? JSON.parse(bytes.toString()) : undefined };
}

async function feed(number: number): Promise<string> {
  const { contentType, body } = submission({ documentId: `1.2.250.1.999.1.${number}`, setId: `1.2.250.1.999.2.${number}` });
  const dispatcher = new Agent({ connect: { ca: authority.pem, ...laboratory } });
  const url = `${app.get(DmpSandbox).address}/services/repository`;
  try {
    const response = await fetch(url, { method: 'POST', dispatcher, body, headers: { 'content-type': contentType } });
    return await response.text();
  } finally {
    await dispatcher.close();
  }
}

async function sendMail(subject: string): Promise<void> {
  const login = 'labo@bio.mssante.fr';
  const transport = createTransport({
    host: '127.0.0.1',
    port: app.get(MailSandbox).port,
    requireTLS: true,
    tls: { ca: authority.pem, ...laboratory },
    auth: { user: login, pass: '-' },
  });
  await transport.sendMail({ from: login, to: 'a@b.mssante.fr', subject, text: 'Bonjour' });
}

describe('the documents of the sandbox', () => {
  it('are listed page by page, oldest first', async () => {
    for (const number of [1, 2, 3]) await feed(number);
    const { json: first } = await api('GET', '/sandbox/dmp/documents?limit=2');
    const { json: second } = await api('GET', `/sandbox/dmp/documents?limit=2&after=${first.next}`);

    expect(first).toMatchObject({
      total: 3,
      dropped: 0,
      items: [{ uniqueId: '1.2.250.1.999.1.1' }, { uniqueId: '1.2.250.1.999.1.2' }],
    });
    expect(second.items).toMatchObject([
      { uniqueId: '1.2.250.1.999.1.3', status: 'Approved', sentBy: { structure: '1120459876' } },
    ]);
    expect(second).not.toHaveProperty('next');
  });

  it('are shown whole, and given as they came', async () => {
    await feed(1);
    const path = '/sandbox/dmp/documents/1.2.250.1.999.1.1';
    const { json } = await api('GET', path);
    const raw = await api('GET', `${path}?format=raw`);
    const sent = Buffer.from(cdaText({ documentId: '1.2.250.1.999.1.1', setId: '' }));

    expect(json).toMatchObject({
      size: sent.byteLength,
      metadata: { slots: { languageCode: ['fr-FR'] } },
      bytes: sent.toString('base64'),
    });
    expect(raw.type).toContain('text/xml');
    expect(raw.bytes.equals(sent)).toBe(true);
  });
});

describe('the messages of the sandbox', () => {
  it('are listed and shown', async () => {
    await sendMail('Un');
    await sendMail('Deux');
    const { json: list } = await api('GET', '/sandbox/mail/messages');
    const { json: one } = await api('GET', `/sandbox/mail/messages/${list.items[1].id}`);
    const raw = await api('GET', `/sandbox/mail/messages/${list.items[1].id}?format=raw`);

    expect(list).toMatchObject({
      total: 2,
      items: [{ subject: 'Un' }, { subject: 'Deux', recipients: [{ address: 'a@b.mssante.fr' }] }],
    });
    expect(one).toMatchObject({ subject: 'Deux', text: 'Bonjour\n', size: raw.bytes.byteLength });
    expect(raw.type).toContain('message/rfc822');
    expect(raw.bytes.toString()).toContain('Subject: Deux');
  });
});

describe('the faults of the sandbox', () => {
  it('are set, take effect, and end with DELETE, which forgets everything', async () => {
    await feed(1);
    await sendMail('Un');
    expect(await api('PUT', '/sandbox/dmp/faults', { mode: 'busy' })).toMatchObject({ status: 200, json: { mode: 'busy' } });
    await api('PUT', '/sandbox/mail/faults', { mode: 'down' });
    expect(await feed(2)).toContain('XDSRepositoryBusy');
    await expect(sendMail('Deux')).rejects.toThrow(/ECONNREFUSED/);
    expect((await api('DELETE', '/sandbox')).status).toBe(204);

    expect((await api('GET', '/sandbox/dmp/documents')).json).toEqual({ total: 0, dropped: 0, items: [] });
    expect((await api('GET', '/sandbox/mail/messages')).json).toEqual({ total: 0, dropped: 0, items: [] });
    expect(await feed(1)).toContain('Success');
    await sendMail('Trois');
  });
});

describe('the requests to the sandbox', () => {
  it('are listed with what became of each, and nothing of their content', async () => {
    await feed(1);
    await feed(1);
    const { json } = await api('GET', '/sandbox/dmp/requests');

    expect(json).toEqual({
      total: 2,
      dropped: 0,
      items: [
        { receivedAt: expect.any(String), transaction: 'feed', outcome: 'accepted', codes: [] },
        { receivedAt: expect.any(String), transaction: 'feed', outcome: 'refused', codes: ['XDSDuplicateUniqueIdInRegistry'] },
      ],
    });
  });

  it('hang until the fault is changed, and are then answered as if nothing had been', async () => {
    await api('PUT', '/sandbox/dmp/faults', { mode: 'hang', count: 1 });
    const held = feed(1);
    await eventually(async () => (await api('GET', '/sandbox/dmp/faults')).json.hanging === 1);
    expect((await api('GET', '/sandbox/dmp/documents')).json).toMatchObject({ total: 0 });
    await api('PUT', '/sandbox/dmp/faults', { mode: 'off' });

    expect(await held).toContain('Success');
    expect((await api('GET', '/sandbox/dmp/faults')).json).toEqual({ mode: 'off', hanging: 0 });
  });
});

describe('the patients of the sandbox', () => {
  it('have the DMP that they are given, until DELETE', async () => {
    expect(await api('PUT', '/sandbox/dmp/patients/279035121518989', { state: 'absent' })).toMatchObject({
      status: 200,
      json: { state: 'absent' },
    });
    expect(await feed(1)).toContain('XDSUnknownPatientId');
    await api('DELETE', '/sandbox');
    expect(await feed(1)).toContain('Success');
  });
});

describe('what the admin API refuses', () => {
  it.each<[string, string, unknown, number]>([
    ['PUT', '/sandbox/dmp/faults', { mode: 'sleepy' }, 422],
    ['PUT', '/sandbox/dmp/faults', { mode: 'slow', count: 0 }, 422],
    ['PUT', '/sandbox/dmp/faults', { mode: 'slow', times: 1 }, 422],
    ['PUT', '/sandbox/dmp/faults', undefined, 422],
    ['PUT', '/sandbox/mail/faults', { mode: 'http-500' }, 422],
    ['PUT', '/sandbox/mail/faults', { mode: 'reject', code: '250' }, 422],
    ['PUT', '/sandbox/insi/faults', { mode: 'down' }, 404],
    ['PUT', '/sandbox/mail/faults', { mode: 'dmp-closed' }, 422],
    ['PUT', '/sandbox/dmp/patients/279035121518989', { state: 'asleep' }, 422],
    ['GET', '/sandbox/dmp/documents/1.2.3', undefined, 404],
    ['GET', '/sandbox/dmp/documents?after=x', undefined, 422],
    ['GET', '/sandbox/mail/messages/none', undefined, 404],
  ])('%s %s %j is a problem', async (method, path, body, status) => {
    const answer = await api(method, path, body);

    expect(answer.status).toBe(status);
    expect(answer.type).toContain('application/problem+json');
    expect(answer.json).toMatchObject({ status, code: expect.any(String) });
  });
});

describe('the module', () => {
  it('does not load in production', () => {
    const { dmp, mail, profile } = readConfig(sandboxConfig, { APP_PROFILE: 'production' });
    const tls = { key: '', cert: '', ca: '' };

    expect(() => SandboxModule.forRoot({ profile, dmp: { ...dmp, tls }, mail: { ...mail, tls } })).toThrow(InvalidConfiguration);
  });
});
