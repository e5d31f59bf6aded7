type EmitWarning = (warning: string | Error, ...rest: unknown[]) => void;

const SILENT = Symbol.for('segur.kafka.timeout-warning');

/**
 * Drops Node's `TimeoutNegativeWarning`: kafkajs computes the wait for a request that is already late, Node says so and waits 1 ms,
 * and all is well (kafkajs #1751). Every other warning is printed as before.
 */
export function silenceTimeoutWarning(target: { emitWarning: unknown } = process): void {
  const emit = target.emitWarning as EmitWarning & { [SILENT]?: true };
  if (emit[SILENT]) return;
  const filtered: EmitWarning = (warning, ...rest) => {
    if (rest[0] !== 'TimeoutNegativeWarning') emit.call(target, warning, ...rest);
  };
  target.emitWarning = Object.assign(filtered, { [SILENT]: true });
}
