import 'reflect-metadata';
import { runUntilSignal } from '@segur/service';
import { Log } from '@segur/telemetry';
import { startSandbox } from './start-sandbox.js';

const SHUTDOWN_MS = 10_000;
const log = Log.open({ level: 'warn' });

await runUntilSignal(log, SHUTDOWN_MS, async () => {
  const sandbox = await startSandbox(process.env, log);
  console.log(
    [
      'Sandbox of the national services (nothing here is real):',
      `  DMP           ${sandbox.dmp}/si-dmp-server/v2/services/{repository,registry}`,
      `  MSSanté       smtp://${sandbox.mail} (STARTTLS)`,
      `  what they got ${sandbox.admin}`,
      `  certificates  ${sandbox.pkiDirectory}`,
    ].join('\n'),
  );
  return sandbox;
});
