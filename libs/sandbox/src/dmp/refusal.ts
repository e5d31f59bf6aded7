/** The rules of the sandbox's DMP, under which it refuses. Each is explained in docs/codes/sandbox.json. */
export type DmpRule =
  | 'SIM-T2'
  | 'SIM-T3'
  | 'SIM-V1'
  | 'SIM-V2'
  | 'SIM-V3'
  | 'SIM-V4'
  | 'SIM-V5'
  | 'SIM-V6'
  | 'SIM-V7'
  | 'SIM-V8'
  | 'SIM-V9'
  | 'SIM-V10'
  | 'SIM-M1'
  | 'SIM-M2'
  | 'SIM-M3'
  | 'SIM-M4'
  | 'SIM-M5'
  | 'SIM-M6'
  | 'SIM-M7'
  | 'SIM-M8'
  | 'SIM-M9'
  | 'SIM-M10'
  | 'SIM-M11'
  | 'SIM-M12'
  | 'SIM-M13'
  | 'SIM-M14'
  | 'SIM-M15'
  | 'SIM-S1'
  | 'SIM-S2'
  | 'SIM-S3'
  | 'SIM-S4'
  | 'SIM-S5'
  | 'SIM-S6'
  | 'SIM-Q1'
  | 'SIM-E1'
  | 'SIM-FAULT';

/** One reason why a request is refused. It never carries a value of the request: answers are logged by those who get them. */
export interface Refusal {
  /** An IHE XDS error code, or one of the DMP's own. */
  readonly code: string;
  readonly rule: DmpRule;
  readonly message: string;
  /** The identifier of the registry object at fault, as submitted. */
  readonly location?: string;
}

/** What stands in `codeContext` and in the reason of a fault: the rule first, so that a test may look for it. */
export function codeContext({ rule, message }: Pick<Refusal, 'rule' | 'message'>): string {
  return `${rule}: ${message}`;
}

/** A request that cannot be answered in its own vocabulary: it gets a SOAP 1.2 fault and HTTP 500. */
export class SoapFault extends Error {
  /**
   * @param subcode - The DMP's own code, such as `DMPAccessDeniedByRightsService`, where there is one.
   * @param blame - Whose trouble it is, in the words of SOAP 1.2.
   */
  constructor(
    readonly rule: DmpRule,
    reason: string,
    readonly subcode?: string,
    readonly blame: 'Sender' | 'Receiver' = 'Sender',
  ) {
    super(reason);
    this.name = 'SoapFault';
  }
}
