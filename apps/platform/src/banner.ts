import { demoCommand } from '@segur/sandbox';
import type { RunningPlatform } from './start-platform.js';

/** What a newcomer reads when the platform is ready. */
export function banner({ url, settings, sample }: RunningPlatform): string {
  const { mllp } = settings.results;
  const lines = [
    `Segur is ready: ${url}`,
    '',
    `  MLLP      ${mllp.host}:${mllp.port}${mllp.tls ? ' (TLS)' : ''}`,
    `  REST      ${url}/api/v1/messages, /api/v1/orders, /api/v1/mappings, /api/v1/receptions, /api/v1/reports`,
    `  health    ${url}/health/ready, /metrics`,
  ];
  if (settings.profile.profile === 'production') return lines.join('\n');
  return [
    ...lines,
    `  page      ${url}/ (opens with the API key)`,
    `  sandbox   ${url}/sandbox/dmp/documents, ${url}/sandbox/mail/messages`,
    '',
    ...(sample ? [`  API key of the sample laboratory: ${sample.apiKey}`, `  (kept in ${sample.apiKeyFile})`, ''] : []),
    'This is the embedded profile: database, event log and national services are played on this machine. Nothing leaves it.',
    `Try it in another terminal: ${demoCommand(url, sample?.apiKeyFile)}. Ctrl-C stops everything.`,
  ].join('\n');
}
