import 'reflect-metadata';
import { PlatformError } from '@segur/errors';
import { Log } from '@segur/telemetry';
import { startSandbox } from './start-sandbox.js';

try {
  const sandbox = await startSandbox(process.env, Log.open({ level: 'warn' }));
  console.log(
    [
      'Sandbox of the national services (nothing here is real):',
      `  DMP           ${sandbox.dmp}/si-dmp-server/v2/services/{repository,registry}`,
      `  MSSanté       smtp://${sandbox.mail} (STARTTLS)`,
      `  what they got ${sandbox.admin}`,
      `  certificates  ${sandbox.pkiDirectory}`,
    ].join('\n'),
  );
} catch (error) {
  if (!(error instanceof PlatformError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 1;
}
