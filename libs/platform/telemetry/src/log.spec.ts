import { InvalidConfiguration, PlatformError } from '@segur/errors';
import { Log } from './log.js';
import { REDACTED, type LogFields } from './log-fields.js';
import { NestLogger } from './nest-logger.js';
import { withTraceparent } from './trace-context.js';

class Refused extends PlatformError {
  readonly code = 'refused-for-test';
  readonly kind = 'rejected';
}

/** What a careless caller could pass: marked, so that one search finds any of it. */
const SECRETS = ['ZZNOM ZZPRENOM', 'ZZNOM', '279035121518989', '2790351215189', '190042A23456789', '4.81 mmol/L ZZRESULT'];

describe('Log', () => {
  let lines: Record<string, unknown>[];
  let log: Log;
  beforeEach(() => {
    lines = [];
    log = Log.open({ level: 'debug', write: (line) => lines.push(JSON.parse(line) as Record<string, unknown>) });
  });

  it('writes one JSON line with the event, its time and its fields', () => {
    log.with({ context: 'dmp-feeding' }).info('document-submitted', { tenantId: '750000000', attempt: 2 });

    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.any(String),
        event: 'document-submitted',
        context: 'dmp-feeding',
        tenantId: '750000000',
        attempt: 2,
      },
    ]);
  });

  it('adds the trace of the work in progress', async () => {
    await withTraceparent('00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', 'work', () => log.info('done'));

    expect(lines[0]).toMatchObject({ traceId: '0af7651916cd43dd8448eb211c80319c' });
  });

  it('drops every field that is not declared', () => {
    const careless = { patientName: 'ZZNOM', ins: '279035121518989', value: 'ZZRESULT', patient: { family: 'ZZNOM' } };
    log.info('done', careless as LogFields);

    expect(Object.keys(lines[0] ?? {}).sort()).toEqual(['event', 'level', 'time']);
  });

  it.each(['ZZNOM ZZPRENOM', '279035121518989', '2790351215189', '190042A23456789', '4.81 mmol/L', 'x'.repeat(300), 'a\nb'])(
    'puts nothing of %p in a declared field',
    (value) => {
      log.info('done', { reportSetId: value, documentId: value });

      expect(lines[0]).toMatchObject({ reportSetId: REDACTED, documentId: REDACTED });
    },
  );

  it.each([
    '750000000',
    '019aa0c0-0000-7000-8000-0000000000aa',
    '2.25.329800735698586629295641978511506172918',
    '20261122093015',
    'internal.delivery.changed.v1',
    '<019aa0c0@lab.mssante.fr>',
    '127.0.0.1:2575',
  ])('keeps the identifier %s', (value) => {
    log.info('done', { remoteId: value });

    expect(lines[0]).toMatchObject({ remoteId: value });
  });

  it('drops objects that were forced into a field', () => {
    log.info('done', { key: { family: 'ZZNOM' }, revision: 'ZZNOM' } as unknown as LogFields);

    expect(JSON.stringify(lines)).not.toContain('ZZNOM');
  });

  it('tells our errors by code, kind, message and details', () => {
    log.error('failed', {}, new Refused('The remote said no', { remoteCode: 'XDSRepositoryError', note: 'ZZNOM ZZPRENOM' }));

    expect(lines[0]).toMatchObject({
      level: 'error',
      errorCode: 'refused-for-test',
      errorKind: 'rejected',
      errorMessage: 'The remote said no',
      errorDetails: { remoteCode: 'XDSRepositoryError', note: REDACTED },
    });
  });

  it.each(SECRETS)('writes nothing of %p from the message of an error that is not ours', (secret) => {
    const cause = new SyntaxError(`Unexpected token, "${secret}\n    at ${secret} is not valid JSON`);
    log.error('failed', {}, cause);
    log.warn('failed', {}, new InvalidConfiguration('Wrong', {}, { cause }));

    expect(JSON.stringify(lines)).not.toContain(secret);
    expect(lines[0]).toMatchObject({ errorCode: 'unexpected-error', errorName: 'SyntaxError', stack: expect.any(Array) });
  });

  it('writes the one line of a unit of work at its end, failed or not', async () => {
    await log.unitOfWork('submit', { attempt: 1 }, async () => log.debug('inside'));
    const failing = log.unitOfWork('submit', { attempt: 2 }, () => Promise.reject(new Refused('No')));

    await expect(failing).rejects.toThrow(Refused);
    expect(lines.map(({ level, event, attempt }) => ({ level, event, attempt }))).toEqual([
      { level: 'debug', event: 'inside', attempt: undefined },
      { level: 'info', event: 'submit', attempt: 1 },
      { level: 'error', event: 'submit', attempt: 2 },
    ]);
    expect(lines[2]).toMatchObject({ errorCode: 'refused-for-test', durationMs: expect.any(Number) });
  });

  it('does not let an event name carry text', () => {
    log.info('received ZZNOM ZZPRENOM');

    expect(lines[0]).toMatchObject({ event: REDACTED });
  });
});

describe('NestLogger', () => {
  let text = '';
  const nest = new NestLogger(Log.open({ level: 'debug', write: (line) => (text += line) }));
  beforeEach(() => (text = ''));

  it('repeats what Nest says of code', () => {
    nest.warn('Nest cannot resolve dependencies of X', 'ExceptionHandler');

    expect(JSON.parse(text)).toMatchObject({
      level: 'warn',
      part: 'ExceptionHandler',
      sentence: 'Nest cannot resolve dependencies of X',
    });
  });

  it('writes neither message nor stack text of what a request threw', () => {
    nest.error(new Error('ZZNOM was born'), 'ExceptionsHandler');
    nest.error('ZZNOM was born', 'Error: ZZNOM\n at x', 'ExceptionsHandler');
    nest.log('ZZNOM');
    nest.log({ family: 'ZZNOM' }, 'SomeService');

    expect(text).toContain('ExceptionsHandler');
    expect(text).not.toContain('ZZNOM');
  });
});
