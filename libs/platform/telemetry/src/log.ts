import { pino, type Logger } from 'pino';
import { currentTrace } from './trace-context.js';
import { errorFields } from './error-fields.js';
import { allowedFields, safeText, type LogFields } from './log-fields.js';

/** From the most to the least talkative. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** How a `Log` is opened. */
export interface LogOptions {
  /** Lines below it are not written. */
  readonly level?: LogLevel;
  /** Where lines go, one JSON object with its line end at a time. Absent: standard output. */
  readonly write?: (line: string) => void;
}

/**
 * The log: JSON, one line per unit of work, written at its end.
 *
 * Fields are an allow-list ({@link LogFields}); names, INS and results have no field and cannot be written. The trace of the current
 * work is added by itself.
 */
export class Log {
  private constructor(
    private readonly logger: Logger,
    private readonly always: LogFields,
  ) {}

  static open({ level = 'info', write }: LogOptions = {}): Log {
    const options = {
      level,
      base: null,
      messageKey: 'event',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label: string) => ({ level: label }) },
    };
    return new Log(write ? pino(options, { write }) : pino(options), {});
  }

  /** For tests, and for code that must not speak. */
  static silent(): Log {
    return Log.open({ level: 'silent' });
  }

  /** The same log with fields that every line gets, e.g. `{ context: 'dmp-feeding' }`. */
  with(fields: LogFields): Log {
    return new Log(this.logger, { ...this.always, ...fields });
  }

  /** @param event - What happened, as a fixed name: `document-submitted`. Text that varies belongs to a field, or nowhere. */
  info(event: string, fields: LogFields = {}): void {
    this.write('info', event, fields);
  }

  debug(event: string, fields: LogFields = {}): void {
    this.write('debug', event, fields);
  }

  /** @param error - Told by its code and kind; the message too if it is one of ours. */
  warn(event: string, fields: LogFields = {}, error?: unknown): void {
    this.write('warn', event, fields, error);
  }

  /** @param error - As for {@link Log.warn}. */
  error(event: string, fields: LogFields = {}, error?: unknown): void {
    this.write('error', event, fields, error);
  }

  /** Runs one unit of work and writes its one line, with `durationMs`: `info` when it resolves, `error` when it rejects. */
  async unitOfWork<T>(event: string, fields: LogFields, work: () => Promise<T>): Promise<T> {
    const startedMs = performance.now();
    const durationMs = () => Math.round((performance.now() - startedMs) * 10) / 10;
    try {
      const result = await work();
      this.info(event, { ...fields, durationMs: durationMs() });
      return result;
    } catch (error) {
      this.error(event, { ...fields, durationMs: durationMs() }, error);
      throw error;
    }
  }

  /**
   * Writes what a framework says about our code (modules, routes, wiring).
   *
   * @param sentence - Written as it is: only from sources that never see a message. Absent: the name of the part alone is written.
   */
  framework(level: 'debug' | 'warn' | 'error', part: string, sentence: string | undefined, error?: unknown): void {
    const said = sentence === undefined ? {} : { sentence };
    this.logger[level]({ part: safeText(part), ...said, ...(error === undefined ? {} : errorFields(error)) }, 'framework');
  }

  private write(level: 'debug' | 'info' | 'warn' | 'error', event: string, fields: LogFields, error?: unknown): void {
    if (!this.logger.isLevelEnabled(level)) return;
    const trace = currentTrace();
    const line = {
      ...allowedFields({ ...this.always, ...(trace ? { traceId: trace.traceId } : {}), ...fields }),
      ...(error === undefined ? {} : errorFields(error)),
    };
    this.logger[level](line, safeText(event));
  }
}
