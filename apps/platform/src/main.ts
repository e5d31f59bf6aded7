import { requireNode, runUntilSignal } from '@segur/service';
import { Log } from '@segur/telemetry';
import { banner } from './banner.js';
import { pointToSandbox } from './sandbox-ports.js';
import { readPlatformSettings, startPlatform } from './start-platform.js';

const SHUTDOWN_MS = 25_000;

await runUntilSignal(Log.open(), SHUTDOWN_MS, async () => {
  requireNode();
  const settings = readPlatformSettings(await pointToSandbox(process.env));
  const platform = await startPlatform(settings, Log.open({ level: settings.telemetry.logLevel }));
  console.log(banner(platform));
  return platform;
});
