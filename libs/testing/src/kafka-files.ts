import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The root of the repository, found upwards from this file: it runs from `src` under Jest and from `dist` elsewhere. */
export function repositoryRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'tools/kafka/pom.xml'))) {
    if (folder === dirname(folder)) throw new Error('tools/kafka/pom.xml was not found above the code');
    folder = dirname(folder);
  }
  return folder;
}

/** What this machine lacks to run a broker of its own, in words; empty when it lacks nothing. */
export function missingForKafka(): readonly string[] {
  const missing: string[] = [];
  const [, major] = /version "(\d+)/.exec(said('java', ['-version'])) ?? [];
  if (Number(major ?? 0) < 17) missing.push('Java 17 or newer (Debian: default-jre-headless)');
  if (!said('mvn', ['-version']).includes('Maven')) missing.push('Maven (Debian: maven)');
  return missing;
}

/**
 * Brings Kafka's jars to `.cache/kafka`, once: about 45 MB from Maven's repository.
 *
 * @returns The folder of the jars.
 * @throws {Error} Maven failed: it says why.
 */
export async function kafkaJars(): Promise<string> {
  const root = repositoryRoot();
  const pom = join(root, 'tools/kafka/pom.xml');
  const cache = join(root, '.cache/kafka');
  const version = createHash('sha256')
    .update(await readFile(pom))
    .digest('hex')
    .slice(0, 12);
  const jars = join(cache, version);
  if (existsSync(jars)) return jars;
  await mkdir(cache, { recursive: true });
  const partial = await mkdtemp(join(cache, 'partial-'));
  const copy = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${partial}`];
  await run('mvn', ['-q', '-B', '-f', pom, ...copy], { maxBuffer: 10_000_000 });
  // Two runs may fetch at once; a folder appears whole or not at all.
  await rename(partial, jars).catch(() => rm(partial, { recursive: true, force: true }));
  return jars;
}

function said(program: string, parameters: readonly string[]): string {
  try {
    // Java says its version on stderr.
    return execFileSync('sh', ['-c', '"$0" "$@" 2>&1', program, ...parameters], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
