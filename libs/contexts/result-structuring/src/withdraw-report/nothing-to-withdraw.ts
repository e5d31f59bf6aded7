import { PlatformError } from '@segur/errors';

/** Every message about this report was refused: nothing of it left, so that nothing can be taken back. */
export class NothingToWithdraw extends PlatformError {
  readonly code = 'nothing-to-withdraw';
  readonly kind = 'rejected';
}
