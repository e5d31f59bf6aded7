import { PlatformError, type FailureDetails } from '@segur/errors';

/** What is wrong with bytes that cannot become a message. */
export type HprimDecodingFault = 'hprim-charset' | 'hprim-structure' | 'hprim-delimiters' | 'hprim-truncated' | 'hprim-limit';

/** The bytes do not become an HPRIM file. Sending them again cannot help, but for a truncated one. */
export class HprimDecodingError extends PlatformError {
  readonly kind = 'invalid';

  /**
   * @param code - `hprim-charset`: not text in a set we read. `hprim-structure`: not the shape of a file. `hprim-delimiters`: their roles
   * cannot be told. `hprim-truncated`: the end is missing. `hprim-limit`: larger than the limits.
   * @param location - Where: `line 4`, `H[1]-2`, or `file`.
   */
  constructor(
    readonly code: HprimDecodingFault,
    readonly location: string,
    message: string,
    details: FailureDetails = {},
  ) {
    super(message, { location, ...details });
  }
}
