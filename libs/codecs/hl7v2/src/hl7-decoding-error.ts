import { PlatformError, type FailureDetails } from '@segur/errors';

/** What is wrong with bytes that cannot become a message. */
export type Hl7DecodingFault = 'hl7-charset' | 'hl7-structure' | 'hl7-limit';

/** The bytes do not become a message: not HL7, not in the character set they declare, or beyond a limit. Sending them again cannot help. */
export class Hl7DecodingError extends PlatformError {
  readonly kind = 'invalid';

  /**
   * @param code - `hl7-charset`: MSH-18 and the bytes disagree, or name a set we do not read. `hl7-structure`: not the shape of a
   * message. `hl7-limit`: larger than the limits.
   * @param location - Where, in HL7 terms: `MSH[1]-18`, `line 4`.
   */
  constructor(
    readonly code: Hl7DecodingFault,
    readonly location: string,
    message: string,
    details: FailureDetails = {},
  ) {
    super(message, { location, ...details });
  }
}
