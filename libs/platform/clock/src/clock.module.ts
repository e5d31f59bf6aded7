import { Global, Module } from '@nestjs/common';
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
export class ClockModule {}
