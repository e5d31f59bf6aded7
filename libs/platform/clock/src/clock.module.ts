import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock, Ids, SystemClock, TimeOrderedIds } from './clock.js';

/** Gives every context of the process the machine's clock and identifiers. Tests override the two tokens. */
@Global()
@Module({
  providers: [
    { provide: Clock, useClass: SystemClock },
    { provide: Ids, useClass: TimeOrderedIds },
  ],
  exports: [Clock, Ids],
})
export class ClockModule {
  /** The same with another clock: for a whole process whose time is moved. */
  static of(clock: Clock): DynamicModule {
    return { module: ClockModule, providers: [{ provide: Clock, useValue: clock }] };
  }
}
