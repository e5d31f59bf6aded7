import { Global, Module, type OnModuleDestroy } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { HealthRegistry } from './health-registry.js';

/** Serves `/health/*`, and gives every context the registry to put its checks in. */
@Global()
@Module({ controllers: [HealthController], providers: [HealthRegistry], exports: [HealthRegistry] })
export class HealthModule implements OnModuleDestroy {
  constructor(private readonly health: HealthRegistry) {}

  /** The first thing that happens on SIGTERM, before HTTP stops listening: load balancers read it meanwhile. */
  onModuleDestroy(): void {
    this.health.beginShutdown();
  }
}
