import { PlatformError } from '@segur/errors';

/** Our own database cannot be reached, or broke off in mid-work. Nothing is known of the work's outcome but that it may be tried again. */
export class DatabaseUnavailable extends PlatformError {
  readonly code = 'database-unavailable';
  readonly kind = 'unavailable';
}

/** Two transactions stood in each other's way, and PostgreSQL undid this one (40001, 40P01, 55P03). Trying again helps. */
export class DatabaseConflict extends PlatformError {
  readonly code = 'database-conflict';
  readonly kind = 'unavailable';
}

/** A transaction ended without its changes, although nobody said so: the work inside swallowed an error of SQL. */
export class TransactionLost extends PlatformError {
  readonly code = 'transaction-lost';
  readonly kind = 'unavailable';
}

const CONFLICT = new Set(['40001', '40P01', '55P03']);
// 08: connection; 53: no resources; 57P: shutdown, crash, not ready yet; 25P03: idle in transaction for too long; 25006: a standby.
const LOST = /^(08|53|57P|25P03|25006)|^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/;
// pg and TypeORM give these no code. The last two: the connection broke while TypeORM held it.
const LOST_WITHOUT_CODE =
  /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|Client was closed|^QueryRunner\w*ReleasedError/;

/** What failed in the database, in our own terms; errors that are no fault of the connection or of concurrency come back as they are. */
export function toDatabaseError(error: unknown): unknown {
  const { code, name, message } = driverError(error);
  if (typeof code === 'string') {
    if (CONFLICT.has(code))
      return new DatabaseConflict('PostgreSQL undid the transaction in favour of another', { sqlState: code }, { cause: error });
    if (LOST.test(code)) return new DatabaseUnavailable('The database cannot be reached', { sqlState: code }, { cause: error });
  }
  if (LOST_WITHOUT_CODE.test(message ?? '') || LOST_WITHOUT_CODE.test(name ?? ''))
    return new DatabaseUnavailable('The connection to the database broke', {}, { cause: error });
  return error;
}

interface DriverError {
  readonly code?: unknown;
  readonly name?: string;
  readonly message?: string;
}

/** TypeORM wraps what pg threw. */
function driverError(error: unknown): DriverError {
  if (typeof error !== 'object' || error === null || error instanceof PlatformError) return {};
  return ('driverError' in error ? error.driverError : error) as DriverError;
}
