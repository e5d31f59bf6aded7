export { HealthRegistry, type CheckResult, type HealthCheck } from './health-registry.js';
export { HealthModule } from './health.module.js';
