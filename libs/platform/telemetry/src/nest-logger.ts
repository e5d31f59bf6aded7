import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.js';

// Parts of Nest that speak of modules, routes and wiring, never of a request; `ExceptionHandler` is the one of start-up.
const SPEAKS_OF_CODE = new Set([
  'ExceptionFilter',
  'ExceptionHandler',
  'InjectorLogger',
  'InstanceLoader',
  'LegacyRouteConverter',
  'MiddlewareModule',
  'NestApplication',
  'NestApplicationContext',
  'NestFactory',
  'NestMicroservice',
  'PackageLoader',
  'RouterExplorer',
  'RoutesResolver',
]);

/**
 * Nest's own messages, on our log.
 *
 * Nest passes free text. It is written only for the parts of Nest that speak of code; from elsewhere (`ExceptionsHandler`, which prints
 * what a request threw, among them) only the name of the part is. What Nest calls `log` is `debug` to us: a line per route is no work.
 */
export class NestLogger implements LoggerService {
  constructor(private readonly sink: Log) {}

  log(message: unknown, ...parameters: readonly unknown[]): void {
    this.say('debug', message, parameters);
  }

  debug(message: unknown, ...parameters: readonly unknown[]): void {
    this.say('debug', message, parameters);
  }

  verbose(message: unknown, ...parameters: readonly unknown[]): void {
    this.say('debug', message, parameters);
  }

  warn(message: unknown, ...parameters: readonly unknown[]): void {
    this.say('warn', message, parameters);
  }

  error(message: unknown, ...parameters: readonly unknown[]): void {
    this.say('error', message, parameters);
  }

  fatal(message: unknown, ...parameters: readonly unknown[]): void {
    this.say('error', message, parameters);
  }

  private say(level: 'debug' | 'warn' | 'error', message: unknown, parameters: readonly unknown[]): void {
    // The last text is the part that speaks; before it there may be a stack, which is a text too.
    const last = parameters.at(-1);
    const part = typeof last === 'string' ? last : 'unknown';
    const error = message instanceof Error ? message : undefined;
    this.sink.framework(level, part, SPEAKS_OF_CODE.has(part) ? (error?.message ?? String(message)) : undefined, error);
  }
}
