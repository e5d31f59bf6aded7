// `npm run start:services`: the services apart, on a real Kafka and one PostgreSQL, for a laptop and for tests.
import { requireNode, runUntilSignal } from '@segur/service';
import { Log } from '@segur/telemetry';
import { SERVICES } from './services.js';
import { servicesBanner } from './start-services/services-banner.js';
import { readServicesSettings } from './start-services/services-settings.js';
import { startServices } from './start-services/start-services.js';

// The services have 25 s each, at a time; then Kafka and PostgreSQL close their files.
const SHUTDOWN_MS = 60_000;
const WIDTH = Math.max(...SERVICES.map(({ name }) => name.length));

const log = Log.open({ level: 'warn' });

await runUntilSignal(log, SHUTDOWN_MS, async () => {
  requireNode();
  const settings = readServicesSettings(process.env);
  console.log('Starting Kafka, PostgreSQL, the services and the sandbox (the first time Kafka is fetched)…');
  const tell = (name: string, line: string) => console.log(`${name.padEnd(WIDTH)} | ${line}`);
  const services = await startServices(settings, process.env, tell, log);
  console.log(servicesBanner(services));
  return services;
});
