export { Log, type LogLevel, type LogOptions } from './log.js';
export { REDACTED, type LogFields } from './log-fields.js';
export { NestLogger } from './nest-logger.js';
export { Metrics } from './metrics.js';
export {
  currentTrace,
  currentTraceparent,
  enterTrace,
  readTraceparent,
  withTraceparent,
  type TraceContext,
} from './trace-context.js';
export { telemetryConfig, type TelemetryConfig } from './telemetry.config.js';
export { TelemetryModule, type TelemetryOptions } from './telemetry.module.js';
