import type { RegistryError } from '@segur/xds';
import { ANSWER_POLICIES, UNKNOWN_CODE } from './answer-policies.js';
import { classifyReply, type DmpReply } from './classify-reply.js';

const error = (code: string, severity: RegistryError['severity'] = 'error'): RegistryError => ({ code, context: '', severity });
const response = (status: 'success' | 'partial' | 'failure', ...errors: readonly RegistryError[]): DmpReply => ({
  kind: 'answer',
  answer: { kind: 'response', status, errors },
});
const fault = (blames: 'sender' | 'receiver' | 'other', codes: readonly string[] = [], text = ''): DmpReply => ({
  kind: 'answer',
  answer: { kind: 'fault', blames, codes, text },
});

describe('classifyReply', () => {
  it.each`
    what                                 | reply                                                                                         | verdict            | code
    ${'success'}                         | ${response('success')}                                                                        | ${'accepted'}      | ${undefined}
    ${'success with a warning'}          | ${response('success', error('XDSExtraMetadataNotSaved', 'warning'))}                          | ${'accepted'}      | ${undefined}
    ${'a busy registry'}                 | ${response('failure', error('XDSRegistryBusy'))}                                              | ${'transient'}     | ${'XDSRegistryBusy'}
    ${'wrong metadata'}                  | ${response('failure', error('XDSRepositoryMetadataError'))}                                   | ${'refused'}       | ${'XDSRepositoryMetadataError'}
    ${'a known identifier'}              | ${response('failure', error('XDSDuplicateUniqueIdInRegistry'))}                               | ${'duplicate'}     | ${'XDSDuplicateUniqueIdInRegistry'}
    ${'a known identifier, other bytes'} | ${response('failure', error('XDSDuplicateUniqueIdInRegistry'), error('XDSNonIdenticalHash'))} | ${'refused'}       | ${'XDSNonIdenticalHash'}
    ${'another patient'}                 | ${response('failure', error('XDSPatientIdDoesNotMatch'))}                                     | ${'alarm'}         | ${'XDSPatientIdDoesNotMatch'}
    ${'no such DMP'}                     | ${response('failure', error('XDSUnknownPatientId'))}                                          | ${'eligibility'}   | ${'XDSUnknownPatientId'}
    ${'a document refused'}              | ${response('failure', error('InvalidDocumentContent'))}                                       | ${'refused'}       | ${'InvalidDocumentContent'}
    ${'failure without a reason'}        | ${response('failure')}                                                                        | ${'transient'}     | ${'dmp-failure-without-code'}
    ${'a code nobody told us of'}        | ${response('failure', error('DMPSomethingNew'))}                                              | ${'transient'}     | ${'DMPSomethingNew'}
    ${'a part of the lot'}               | ${response('partial', error('PartialAppendContentNotProcessed'))}                             | ${'refused'}       | ${'PartialAppendContentNotProcessed'}
    ${'a closed DMP, by fault'}          | ${fault('sender', ['DMPClosed'])}                                                             | ${'eligibility'}   | ${'DMPClosed'}
    ${'no rights'}                       | ${fault('sender', ['DMPAccessDeniedByRightsService'])}                                        | ${'refused'}       | ${'DMPAccessDeniedByRightsService'}
    ${'a wrong certificate'}             | ${fault('sender', ['DMPInvalidCertificate'])}                                                 | ${'configuration'} | ${'DMPInvalidCertificate'}
    ${'a wrong assertion'}               | ${fault('sender', [], 'PS et Structure non liés')}                                            | ${'configuration'} | ${'dmp-fault-sender'}
    ${'a fault about the patient'}       | ${fault('sender', [], 'Le DMP est fermé')}                                                    | ${'eligibility'}   | ${'dmp-fault-eligibility'}
    ${'an unknown fault'}                | ${fault('other', ['MustUnderstand'])}                                                         | ${'configuration'} | ${'dmp-fault-sender'}
    ${'a fault of the server'}           | ${fault('receiver')}                                                                          | ${'transient'}     | ${'dmp-fault-receiver'}
    ${'HTTP 500 without SOAP'}           | ${{ kind: 'http', status: 500 }}                                                              | ${'transient'}     | ${'dmp-http-failure'}
    ${'HTTP 503'}                        | ${{ kind: 'http', status: 503 }}                                                              | ${'uncertain'}     | ${'dmp-http-unavailable'}
    ${'HTTP 429'}                        | ${{ kind: 'http', status: 429 }}                                                              | ${'uncertain'}     | ${'dmp-http-unavailable'}
    ${'HTTP 413'}                        | ${{ kind: 'http', status: 413 }}                                                              | ${'refused'}       | ${'dmp-too-large'}
    ${'HTTP 403'}                        | ${{ kind: 'http', status: 403 }}                                                              | ${'configuration'} | ${'dmp-http-refused'}
    ${'200 and no SOAP'}                 | ${{ kind: 'unreadable' }}                                                                     | ${'uncertain'}     | ${'dmp-answer-unreadable'}
    ${'no connection'}                   | ${{ kind: 'unreachable' }}                                                                    | ${'transient'}     | ${'remote-unavailable'}
    ${'a handshake that failed'}         | ${{ kind: 'tls-refused' }}                                                                    | ${'configuration'} | ${'dmp-tls-refused'}
    ${'no answer'}                       | ${{ kind: 'lost' }}                                                                           | ${'uncertain'}     | ${'dmp-answer-lost'}
  `('$what is $verdict', ({ reply, verdict, code }: { reply: DmpReply; verdict: string; code: string | undefined }) => {
    expect(classifyReply(reply)).toMatchObject({ verdict, ...(code === undefined ? {} : { code }) });
  });

  it.each([...ANSWER_POLICIES])('has the same policy for %s in a response and in a fault', (code, policy) => {
    expect(classifyReply(response('failure', error(code)))).toEqual({ ...policy, code });
    expect(classifyReply(fault('sender', [code]))).toEqual({ ...policy, code });
  });

  it('tries an unknown code once more', () => {
    expect(UNKNOWN_CODE).toEqual({ verdict: 'transient', tries: 2 });
  });
});
