import { Global, Inject, Injectable, Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';
import { EventBus } from '../event-bus.js';
import { HandlingPolicies } from '../handling-policies.js';
import { EventBusTransport } from './event-bus-transport.js';
import type { EventBusTransportOptions } from './event-bus-transport.js';

/** What an app decides about the bus. */
export interface EventBusModuleOptions extends Pick<EventBusTransportOptions, 'from' | 'observe'> {
  /** Open. The module closes it when the app has shut down. */
  readonly bus: EventBus;
}

/** Closes the bus last: by then the transport has stopped taking, and the relays have announced what was left. */
@Injectable()
class BusCloser implements OnApplicationShutdown {
  constructor(@Inject(EventBus) private readonly bus: EventBus) {}

  async onApplicationShutdown(): Promise<void> {
    await this.bus.close();
  }
}

/**
 * Gives `EventBus`, `HandlingPolicies` and `EventBusTransport` to the whole app.
 *
 * The app connects the transport itself: `app.connectMicroservice({ strategy: app.get(EventBusTransport) })`.
 */
@Global()
@Module({})
export class EventBusModule {
  static forRoot({ bus, from, observe }: EventBusModuleOptions): DynamicModule {
    const policies = new HandlingPolicies();
    const transport = new EventBusTransport(bus, { policies, ...(from && { from }), ...(observe && { observe }) });
    return {
      module: EventBusModule,
      providers: [
        { provide: EventBus, useValue: bus },
        { provide: HandlingPolicies, useValue: policies },
        { provide: EventBusTransport, useValue: transport },
        BusCloser,
      ],
      exports: [EventBus, HandlingPolicies, EventBusTransport],
    };
  }
}
