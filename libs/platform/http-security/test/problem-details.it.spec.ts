import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openDoors } from './doors.js';

describe('errors over HTTP', () => {
  const lines: string[] = [];
  let app: NestFastifyApplication;
  let address: string;
  beforeAll(async () => {
    app = await openDoors({ lines });
    address = await app.getUrl();
  });
  afterAll(() => app.close());

  const ask = async (path: string, init?: RequestInit) => {
    const answer = await fetch(`${address}${path}`, init);
    return { answer, body: (await answer.json()) as Record<string, unknown> };
  };
  const post = (body: string, type = 'application/json') =>
    ask('/body', { method: 'POST', headers: { 'content-type': type }, body });

  interface Case {
    readonly request: () => ReturnType<typeof ask>;
    readonly status: number;
    readonly code: string;
  }
  it.each`
    what                               | request                                       | status | code
    ${'a remote system away'}          | ${() => ask('/away')}                         | ${503} | ${'remote-unavailable'}
    ${'a bug'}                         | ${() => ask('/bug')}                          | ${500} | ${'internal-error'}
    ${'an unknown address'}            | ${() => ask('/ZZNOM')}                        | ${404} | ${'no-such-route'}
    ${'a body that is not JSON'}       | ${() => post('{"ZZNOM')}                      | ${400} | ${'malformed-request'}
    ${'a body that is too large'}      | ${() => post(`"${'ZZNOM'.repeat(500)}"`)}     | ${413} | ${'body-too-large'}
    ${'an unknown content type'}       | ${() => post('ZZNOM', 'application/x-zznom')} | ${415} | ${'unsupported-media-type'}
    ${'a body that follows no schema'} | ${() => post('{"count":"ZZNOM"}')}            | ${422} | ${'invalid-body'}
    ${'a route that forgot its guard'} | ${() => ask('/forgotten')}                    | ${401} | ${'authentication-required'}
  `('answers $what with $status $code, and repeats nothing', async ({ request, status, code }: Case) => {
    const { answer, body } = await request();

    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(body).toMatchObject({ status, code, type: `urn:segur:error:${code}`, traceId: expect.any(String) });
    expect(JSON.stringify(body)).not.toContain('ZZNOM');
  });

  it('names every wrong place of a body', async () => {
    const { body } = await post('{"count":"1"}');

    expect(body['findings']).toMatchObject([
      { severity: 'error', code: 'invalid-field', location: '/count' },
      { severity: 'error', code: 'invalid-field', location: '/name' },
    ]);
  });

  it('takes a body that follows its schema', async () => {
    const { answer, body } = await post('{"count":1,"name":"x"}');

    expect({ status: answer.status, body }).toEqual({ status: 202, body: { count: 1 } });
  });

  it('says when to come back', async () => {
    expect((await ask('/away')).answer.headers.get('retry-after')).toBe('5');
  });

  it('logs what nobody foresaw, under the trace of the answer and without its message', async () => {
    lines.length = 0;
    const { body } = await ask('/bug');

    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      event: 'request-failed',
      level: 'error',
      traceId: body['traceId'],
      errorName: 'TypeError',
    });
    expect(lines[0]).not.toContain('ZZNOM');
  });

  it.each(['/away', '/nowhere', '/metrics'])('is careful with browsers at %s', async (path) => {
    const { headers } = await fetch(`${address}${path}`);

    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('strict-transport-security')).toBeNull();
  });
});
