import { AheadClock } from '@segur/clock';
import { requireNode, runUntilSignal } from '@segur/service';
import { Log } from '@segur/telemetry';
import { banner } from './banner.js';
import { pointToSandbox } from './sandbox-ports.js';
import { readPlatformSettings, startPlatform } from './start-platform.js';

// The platform as `main.ts` starts it, but that the process which started it moves its time: `{advanceMs}` is answered by `{now}`.
// For tests of what takes hours; in production the machine's clock is taken whatever is said.
const SHUTDOWN_MS = 25_000;
const clock = new AheadClock();

process.on('message', ({ advanceMs }: { readonly advanceMs: number }) => {
  clock.advance(advanceMs);
  process.send?.({ now: clock.now().toISOString() });
});
// The channel alone keeps nothing alive.
process.channel?.unref();

await runUntilSignal(Log.open(), SHUTDOWN_MS, async () => {
  requireNode();
  const settings = readPlatformSettings(await pointToSandbox(process.env));
  const platform = await startPlatform(settings, Log.open({ level: settings.telemetry.logLevel }), clock);
  console.log(banner(platform));
  return platform;
});
