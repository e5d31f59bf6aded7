import { demoCommand } from '@segur/sandbox';
import type { RunningServices } from './start-services.js';

/** What a newcomer reads when the services apart are ready. */
export function servicesBanner({ url, mllp, brokers, services, sample }: RunningServices): string {
  const width = Math.max(...services.map(({ name }) => name.length));
  return [
    `Segur is ready, its services apart: ${url}`,
    '',
    `  MLLP      ${mllp}`,
    `  Kafka     ${brokers.join(',')}`,
    `  sandbox   ${url}/sandbox/dmp/documents, ${url}/sandbox/mail/messages`,
    ...services.map((service) => `  ${service.name.padEnd(width)} ${service.url}`),
    '',
    ...(sample ? [`  API key of the sample laboratory: ${sample.apiKey}`, `  (kept in ${sample.apiKeyFile})`, ''] : []),
    'Nothing leaves this machine: the national services are played.',
    `Try it in another terminal: ${demoCommand(url, sample?.apiKeyFile)}. Ctrl-C stops everything.`,
  ].join('\n');
}
