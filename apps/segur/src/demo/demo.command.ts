import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { RemoteUnavailable } from '@segur/errors';
import { followReport } from './follow-report.js';
import type { SampleMessage } from './sample-reports.js';

interface DemoOptions {
  readonly url: string;
  readonly key?: string;
  readonly keyFile: string;
}

/** `segur demo`: sends five sample reports to a running platform, and shows what became of each. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('sends five sample reports to the running platform and shows what becomes of each')
    .option('--url <url>', 'the platform', 'http://127.0.0.1:3000')
    .option('--key <key>', 'API key of the sample laboratory (default: read from --key-file)')
    .option('--key-file <file>', 'where npm start keeps the key', '.data/sample-laboratory.key')
    .action(async ({ url, key, keyFile }: DemoOptions) => {
      try {
        await demonstrate({ url, key: key ?? readFileSync(keyFile, 'utf8').trim() });
      } catch (error) {
        console.error(sentence(error, url));
        process.exitCode = 1;
      }
    });
}

interface Platform {
  readonly url: string;
  readonly key: string;
}

async function demonstrate(platform: Platform): Promise<void> {
  // The samples are those of the tests, and need packages that an installation for production leaves out: only this command wants them.
  const { sampleReports } = await import('./sample-reports.js');
  const documents: string[] = [];
  for (const { title, expect, messages } of sampleReports(new Date())) {
    console.log(`\n${title}\n  Look for   ${expect}`);
    let reportSetId = '';
    for (const [index, message] of messages.entries()) reportSetId = await deliver(platform, message, index + 1);
    documents.push(`  ${platform.url}/api/v1/reports/${reportSetId}/documents/html  ${title}`);
  }
  const pages = ['/', '/sandbox/dmp/documents', '/sandbox/mail/messages'].map((path) => `  ${platform.url}${path}`);
  console.log(['\nLook at it:', ...pages, 'After the API key was given at the first address:', ...documents].join('\n'));
}

/** Sends one message, and tells of its report until that is settled. */
async function deliver(platform: Platform, { controlId, text }: SampleMessage, revision: number): Promise<string> {
  const answer = await call(platform, '/api/v1/messages', {
    method: 'POST',
    headers: { 'content-type': 'application/hl7-v2' },
    body: text,
  });
  const acknowledgement = (await answer.text()).split(/[\r\n]+/).find((segment) => segment.startsWith('MSA')) ?? '';
  console.log(`  Sent       message ${controlId}, acknowledged: ${acknowledgement}`);
  return followReport(
    (path) => call(platform, path).then((response) => response.json()),
    controlId,
    (line) => console.log(`  ${line}`),
    revision,
  );
}

async function call({ url, key }: Platform, path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(new URL(path, url), { ...init, headers: { ...init.headers, authorization: `Bearer ${key}` } });
  if (!response.ok)
    throw new RemoteUnavailable(`${path} answered ${response.status}: ${await response.text()}`, { status: response.status });
  return response;
}

function sentence(error: unknown, url: string): string {
  if (error instanceof TypeError)
    return `Nothing answers at ${url}: start the platform with "npm start", or say where it is with --url.`;
  if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND')
    return 'This installation has no samples: run segur demo from a checkout, after "npm ci", and say where the platform is with --url.';
  if ((error as NodeJS.ErrnoException).code === 'ENOENT')
    return 'No API key: "npm start" makes one in .data/sample-laboratory.key; else give --key.';
  return error instanceof Error ? error.message : String(error);
}
