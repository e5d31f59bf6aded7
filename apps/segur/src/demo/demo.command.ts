import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { RemoteUnavailable } from '@segur/errors';
import { followReport } from './follow-report.js';
import { sampleMessage } from './sample-message.js';

interface DemoOptions {
  readonly url: string;
  readonly key?: string;
  readonly keyFile: string;
}

/** `segur demo`: sends a sample report to a running platform, and shows what became of it. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('sends a sample report to the running platform and shows what becomes of it')
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

async function demonstrate(platform: { readonly url: string; readonly key: string }): Promise<void> {
  const controlId = `DEMO${Date.now()}`;
  const answer = await call(platform, '/api/v1/messages', {
    method: 'POST',
    headers: { 'content-type': 'application/hl7-v2' },
    body: sampleMessage(controlId, new Date()),
  });
  const acknowledgement = (await answer.text()).split(/[\r\n]+/).find((segment) => segment.startsWith('MSA')) ?? '';
  console.log(`Sent       message ${controlId}, acknowledged: ${acknowledgement}`);
  await followReport(
    (path) => call(platform, path).then((response) => response.json()),
    controlId,
    (line) => console.log(line),
  );
  console.log(`\nLook at it:\n  ${platform.url}/sandbox/dmp/documents\n  ${platform.url}/sandbox/mail/messages`);
}

async function call(
  { url, key }: { readonly url: string; readonly key: string },
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const response = await fetch(new URL(path, url), { ...init, headers: { ...init.headers, authorization: `Bearer ${key}` } });
  if (!response.ok)
    throw new RemoteUnavailable(`${path} answered ${response.status}: ${await response.text()}`, { status: response.status });
  return response;
}

function sentence(error: unknown, url: string): string {
  if (error instanceof TypeError)
    return `Nothing answers at ${url}: start the platform with "npm start", or say where it is with --url.`;
  if ((error as NodeJS.ErrnoException).code === 'ENOENT')
    return 'No API key: "npm start" makes one in .data/sample-laboratory.key; else give --key.';
  return error instanceof Error ? error.message : String(error);
}
