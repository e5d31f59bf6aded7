import type { Fault } from '../faults/fault.js';
import { SoapFault, type Refusal } from './refusal.js';
import type { Endpoint } from './operations.js';

const RULE = 'SIM-FAULT';
const MESSAGE = 'asked for by the fault of the sandbox';
/** Of no table: what a code that nobody knows looks like. */
const UNKNOWN = 'XDSCodeNobodyKnows';

/** The SOAP fault that a fault of the sandbox answers with; absent when it answers otherwise. */
export function injectedFault(fault: Fault | undefined): SoapFault | undefined {
  if (fault?.mode === 'fault-as-multipart') return new SoapFault(RULE, MESSAGE, undefined, 'Receiver');
  if (fault?.mode === 'reject' && fault.code?.startsWith('DMP')) return new SoapFault(RULE, MESSAGE, fault.code);
  return undefined;
}

/** The refusal that a fault of the sandbox answers with; absent when it answers otherwise. */
export function injectedRefusal(endpoint: Endpoint, fault: Fault | undefined): Refusal | undefined {
  const owner = endpoint === 'repository' ? 'XDSRepository' : 'XDSRegistry';
  const codes: Partial<Record<Fault['mode'], string>> = {
    busy: `${owner}Busy`,
    'out-of-resources': `${owner}OutOfResources`,
    'unknown-code': UNKNOWN,
    reject: fault?.code ?? `${owner}Error`,
  };
  const code = fault && codes[fault.mode];
  return code === undefined ? undefined : { code, rule: RULE, message: MESSAGE };
}

/** What is said of a lot that was stored all the same; absent when nothing is. */
export function injectedRemark(
  fault: Fault | undefined,
): readonly ['partial-success' | 'success-with-warning', Refusal] | undefined {
  switch (fault?.mode) {
    case 'partial-success':
      return [fault.mode, { code: fault.code ?? 'XDSRepositoryError', rule: RULE, message: MESSAGE }];
    case 'success-with-warning':
      return [fault.mode, { code: fault.code ?? 'XDSExtraMetadataNotSaved', rule: RULE, message: MESSAGE }];
    default:
      return undefined;
  }
}
