import { BadRequestException, NotFoundException, PayloadTooLargeException } from '@nestjs/common';
import { InvalidConfiguration, MalformedInput, PlatformError, RemoteUnavailable, type FailureKind } from '@segur/errors';
import {
  AccessDenied,
  AuthenticationRequired,
  AuthorisationServerUnavailable,
  CredentialRefused,
  InvalidBody,
  ResourceNotFound,
} from './http-errors.js';
import { toProblem } from './problem-details.js';

class Stated extends PlatformError {
  readonly code = 'stated-for-test';
  constructor(
    readonly kind: FailureKind,
    details = {},
  ) {
    super('A sentence of ours', details);
  }
}

describe('toProblem', () => {
  it.each`
    error                                        | status | code
    ${new MalformedInput('No')}                  | ${400} | ${'malformed-input'}
    ${new Stated('invalid')}                     | ${422} | ${'stated-for-test'}
    ${new Stated('rejected')}                    | ${409} | ${'stated-for-test'}
    ${new Stated('unavailable')}                 | ${503} | ${'stated-for-test'}
    ${new RemoteUnavailable('No')}               | ${503} | ${'remote-unavailable'}
    ${new AuthorisationServerUnavailable('No')}  | ${503} | ${'authorisation-server-unavailable'}
    ${new AuthenticationRequired('No')}          | ${401} | ${'authentication-required'}
    ${new CredentialRefused('No')}               | ${401} | ${'credential-refused'}
    ${new AccessDenied('No')}                    | ${403} | ${'access-denied'}
    ${new ResourceNotFound('No')}                | ${404} | ${'resource-not-found'}
    ${new NotFoundException('No')}               | ${404} | ${'no-such-route'}
    ${new BadRequestException('No')}             | ${400} | ${'malformed-request'}
    ${new PayloadTooLargeException('No')}        | ${413} | ${'body-too-large'}
    ${{ statusCode: 418 }}                       | ${418} | ${'request-refused'}
    ${{ statusCode: 502 }}                       | ${500} | ${'internal-error'}
    ${new InvalidConfiguration('DMP_SECRET')}    | ${500} | ${'internal-error'}
    ${new TypeError('DUPONT is not a function')} | ${500} | ${'internal-error'}
    ${undefined}                                 | ${500} | ${'internal-error'}
  `('$error.name is $status $code', ({ error, status, code }) => {
    expect(toProblem(error).body).toMatchObject({ status, code, type: `urn:segur:error:${code}` });
  });

  it.each([
    new TypeError('ZZNOM'),
    new BadRequestException('ZZNOM'),
    { statusCode: 400, message: 'ZZNOM' },
    new InvalidConfiguration('ZZNOM'),
  ])('repeats nothing of a message that is not ours to show', (error) => {
    expect(JSON.stringify(toProblem(error))).not.toContain('ZZNOM');
  });

  it('says our sentence, our details, the findings and the trace', () => {
    expect(toProblem(new Stated('rejected', { revision: 3 }), '0af7651916cd43dd8448eb211c80319c').body).toEqual({
      type: 'urn:segur:error:stated-for-test',
      title: 'A sentence of ours',
      status: 409,
      code: 'stated-for-test',
      details: { revision: 3 },
      traceId: '0af7651916cd43dd8448eb211c80319c',
    });
    const finding = { severity: 'error', code: 'invalid-field', location: '/a', message: 'No' } as const;
    expect(toProblem(new InvalidBody([finding])).body).toMatchObject({ status: 422, findings: [finding] });
  });

  it.each([
    [new RemoteUnavailable('No'), { 'retry-after': '5' }],
    [new RemoteUnavailable('No', { retryAfterSeconds: 60 }), { 'retry-after': '60' }],
    [new AuthenticationRequired('No'), { 'www-authenticate': 'Bearer realm="segur"' }],
    [new CredentialRefused('No'), { 'www-authenticate': 'Bearer realm="segur", error="invalid_token"' }],
    [new AccessDenied('No'), {}],
  ])('%s has the headers of its status', (error, headers) => {
    expect(toProblem(error).headers).toEqual(headers);
  });
});
