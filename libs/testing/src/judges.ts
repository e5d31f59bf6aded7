import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from './kafka-files.js';
import { officialDirectory } from './official-material.js';

/** A key and its certificate, PEM. */
export interface JudgeClient {
  readonly keyPem: string;
  readonly certificatePem: string;
}

/** How the judge listens, and what it lets pass. */
export interface IpfJudgeOptions {
  /** PKCS#12 of the server, and the authorities of both sides. */
  readonly server: { readonly pkcs12: Buffer; readonly passphrase: string };
  readonly caPem: string;
  /** Who asks the judge what it has: it demands a client certificate for that too. */
  readonly client: JudgeClient;
  /** Rules of `--profile=fr` that are not applied: `FR-VIHF`, `FR-SIGN`… Absent: none. */
  readonly ignore?: readonly string[];
  /** Keep each request as it came. Absent: no. */
  readonly keeps?: boolean;
}

/** A request as it came off the wire. */
export interface KeptRequest {
  readonly envelope: Buffer;
  /** What came beside the envelope, in its order: documents, signatures. */
  readonly attachments: readonly Buffer[];
}

/** One document that the judge accepted. */
export interface JudgedDocument {
  readonly uniqueId: string;
  readonly entryUuid: string;
  readonly status: string;
  readonly patientId: string;
  readonly sourcePatientId: string;
  readonly submissionSetUniqueId: string;
  readonly hash: string;
  readonly hashDeclared: string | null;
  readonly size: number;
  readonly sizeDeclared: string | null;
  readonly replaces: string | null;
  readonly replacedBy: string | null;
  readonly confidentialityCode: readonly string[];
}

/** One request that the judge judged. */
export interface JudgedRequest {
  readonly transaction: string;
  /** `success`, `failure`, or `fault: …`. */
  readonly outcome: string;
  /** `code | context | location` of each refusal. */
  readonly errors: readonly string[];
  readonly wire: Readonly<Record<string, unknown>>;
}

/** An independent XDS repository and registry that judges what it is sent. */
export interface IpfJudge {
  readonly port: number;
  stored(): Promise<{ readonly documents: readonly JudgedDocument[]; readonly log: readonly JudgedRequest[] }>;
  document(uniqueId: string): Promise<Buffer>;
  /** Every request so far, in the order of the log; none unless it keeps them. */
  kept(): Promise<readonly KeptRequest[]>;
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 60_000;
const JVM = ['-Xmx512m', '-XX:TieredStopAtLevel=1'];

/**
 * Starts the IPF judge over TLS 1.2 with client certificates, and waits until it answers: 2 s, a minute more on a clean machine,
 * where Maven builds it under `.cache/judges`.
 *
 * @throws {Error} The judges are not on this machine, or the judge did not start: what it said is in the message.
 */
export async function startIpfJudge({ server, caPem, client, ignore = [], keeps = false }: IpfJudgeOptions): Promise<IpfJudge> {
  const home = await builtJudge('ipf');
  const folder = await mkdtemp(join(tmpdir(), 'segur-judge-'));
  await writeFile(join(folder, 'server.p12'), server.pkcs12, { mode: 0o600 });
  await writeFile(join(folder, 'ca.pem'), caPem);
  const port = await freePort();
  const options = [
    `${port}`,
    '--profile=fr',
    `--tls=${join(folder, 'server.p12')},${server.passphrase}`,
    `--client-ca=${join(folder, 'ca.pem')}`,
    ...(keeps ? [`--keep=${join(folder, 'kept')}`] : []),
    ...(ignore.length > 0 ? [`--ignore=${ignore.join(',')}`] : []),
  ];
  const classpath = [join(home, 'target/classes'), join(home, 'target/lib/*')].join(':');
  const judge = spawn('java', [...JVM, '-cp', classpath, 'judge.IpfJudge', ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  const endWithUs = () => judge.kill('SIGKILL');
  process.once('exit', endWithUs);
  const stop = async () => {
    process.removeListener('exit', endWithUs);
    await ended(judge);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await ready(judge);
  } catch (error) {
    await stop();
    throw error;
  }
  const ask = (path: string) => get({ port, path, ca: caPem, key: client.keyPem, cert: client.certificatePem });
  return {
    port,
    stored: async () => JSON.parse((await ask('/stored')).toString('utf8')) as Awaited<ReturnType<IpfJudge['stored']>>,
    kept: () => (keeps ? keptIn(join(folder, 'kept')) : Promise.resolve([])),
    document: (uniqueId) => ask(`/document?uniqueId=${encodeURIComponent(uniqueId)}`),
    stop,
  };
}

async function keptIn(folder: string): Promise<readonly KeptRequest[]> {
  const names = (await readdir(folder)).sort();
  const envelopes = names.filter((name) => name.endsWith('.envelope.xml'));
  return Promise.all(
    envelopes.map(async (name) => {
      const parts = names.filter((other) => other.startsWith(`${name.slice(0, 4)}.part`));
      const read = await Promise.all([name, ...parts].map((file) => readFile(join(folder, file))));
      const [envelope = Buffer.alloc(0), ...others] = read;
      // The envelope is the first part of a request in several.
      return { envelope, attachments: others.filter((part) => !part.equals(envelope)) };
    }),
  );
}

/** What a judge of files says of some of them. */
export interface FilesVerdict {
  readonly valid: boolean;
  /** What is wrong with each file, in the judge's words. */
  readonly said: string;
}

/** Files by name, each judged under its own. */
export type JudgedFiles = Readonly<Record<string, Uint8Array>>;

/**
 * Asks the judge of PDF/A (veraPDF) whether files are PDF/A-1b: 2 s, half a minute more on a clean machine.
 *
 * @throws {Error} The judges are not on this machine, or the judge could not be run.
 */
export async function judgePdfA(files: JudgedFiles): Promise<FilesVerdict> {
  return judgeFiles(files, 'pdfa', 'pdf', [...JVM, '-Djava.util.logging.config.file=/dev/null'], 'ValidatePdfa');
}

/**
 * Asks the judge of FHIR (HAPI) whether files are valid R4: base profiles, invariants, references, narrative, required value sets. 10 s
 * for any number of files, half a minute more on a clean machine: give it all of them in one call.
 *
 * @throws {Error} The judges are not on this machine, or the judge could not be run.
 */
export async function judgeFhir(files: JudgedFiles, options: { readonly warnings?: boolean } = {}): Promise<FilesVerdict> {
  const quiet = '-Dorg.slf4j.simpleLogger.defaultLogLevel=error';
  const jvm = ['-Xmx1500m', '-XX:TieredStopAtLevel=1', '-XX:+UseParallelGC', quiet];
  return judgeFiles(files, 'fhir', 'json', jvm, 'ValidateFhir', ...(options.warnings ? ['--warnings'] : []));
}

/** What the judge of signatures is told. */
export interface SignatureJudgement {
  /** The signatures must be of this certificate. */
  readonly certificatePem: string;
  /** Allows SHA-1. */
  readonly legacy?: boolean;
  /** Documents that a manifest names, by URI. */
  readonly documents?: Readonly<Record<string, Uint8Array | string>>;
  /** How many signatures each file must hold. */
  readonly count?: number;
}

/** Asks the judge of XML signatures (JDK) to verify every signature of the files: key, digests, and what each reference covers. 0.5 s. */
export async function judgeSignatures(files: JudgedFiles, judgement: SignatureJudgement): Promise<FilesVerdict> {
  const { certificatePem, legacy = false, documents = {}, count } = judgement;
  const folder = await mkdtemp(join(tmpdir(), 'segur-signed-'));
  try {
    const certificate = join(folder, 'certificate.pem');
    await writeFile(certificate, certificatePem);
    const maps = await Promise.all(
      Object.entries(documents).map(async ([uri, bytes], index) => {
        await writeFile(join(folder, `document-${index}`), bytes);
        return ['--map', `${uri}=${join(folder, `document-${index}`)}`];
      }),
    );
    const options = ['--cert', certificate, ...(legacy ? ['--legacy'] : []), ...maps.flat()];
    if (count !== undefined) options.push('--count', String(count));
    return await judgeFiles(files, 'xmldsig', 'xml', ['-XX:TieredStopAtLevel=1'], 'VerifySignatures', ...options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function judgeFiles(
  files: JudgedFiles,
  judge: 'pdfa' | 'fhir' | 'xmldsig',
  extension: string,
  jvm: readonly string[],
  main: string,
  ...options: readonly string[]
): Promise<FilesVerdict> {
  const home = await builtJudge(judge);
  const folder = await mkdtemp(join(tmpdir(), 'segur-judge-'));
  const paths = Object.keys(files).map((name) => join(folder, `${name.replaceAll(/[^\w-]+/g, '-')}.${extension}`));
  await Promise.all(Object.values(files).map((bytes, index) => writeFile(paths[index] ?? '', bytes)));
  const classpath = [join(home, 'target/classes'), join(home, 'target/lib/*')].join(':');
  try {
    const run = promisify(execFile)('java', [...jvm, '-cp', classpath, main, ...options, ...paths], { maxBuffer: 1 << 24 });
    return { valid: true, said: (await run).stdout };
  } catch (error) {
    // 1 means refused; anything else is a judge that did not judge.
    if ((error as { code?: unknown }).code !== 1) throw error;
    return { valid: false, said: (error as { stdout: string }).stdout };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The published folder may be read-only: its sources are copied and built here, once per version of them. */
async function builtJudge(name: 'ipf' | 'pdfa' | 'fhir' | 'xmldsig'): Promise<string> {
  const judges = officialDirectory('judges');
  if (!judges) throw new Error('JUDGES_DIR names no folder, and ../shared/judges does not exist');
  const source = join(judges, name);
  const cache = join(repositoryRoot(), '.cache/judges');
  const home = join(cache, `${name}-${await versionOf(source)}`);
  if (existsSync(home)) return home;
  await mkdir(cache, { recursive: true });
  const building = join(cache, `building-${process.pid}-${randomBytes(3).toString('hex')}`);
  await mkdir(building);
  // The originals may be read-only, and a copy would be too.
  for (const part of ['pom.xml', 'src']) await cp(join(source, part), join(building, part), { recursive: true, mode: 0 });
  await makeWritable(building);
  await promisify(execFile)('mvn', ['-q', '-B', '-Dstyle.color=never', 'package'], { cwd: building, maxBuffer: 1 << 24 });
  // Whoever built at the same time has the same: the first wins.
  await rename(building, home).catch(() => rm(building, { recursive: true, force: true }));
  return home;
}

async function makeWritable(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    await chmod(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
}

async function versionOf(source: string): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(source, 'pom.xml')));
  const files = await readdir(join(source, 'src'), { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  for (const path of paths.sort()) hash.update(await readFile(path));
  return hash.digest('hex').slice(0, 12);
}

async function ready(judge: ChildProcess): Promise<void> {
  let said = '';
  const failed = (why: string) => new Error(`The IPF judge ${why}:\n${said.slice(-2000)}`);
  judge.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  let timer: NodeJS.Timeout | undefined;
  const answers = new Promise<void>((resolve, reject) => {
    timer = setTimeout(() => reject(failed('did not get ready')), READY_WITHIN_MS);
    judge.once('error', reject);
    judge.once('exit', () => reject(failed('ended')));
    judge.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('READY')) resolve();
    });
  });
  await answers.finally(() => clearTimeout(timer));
}

async function ended(judge: ChildProcess): Promise<void> {
  if (judge.exitCode !== null || judge.signalCode !== null || judge.pid === undefined) return;
  const gone = new Promise((resolve) => judge.once('exit', resolve));
  judge.kill('SIGKILL');
  await gone;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function get(options: { port: number; path: string; ca: string; key: string; cert: string }): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', maxVersion: 'TLSv1.2', agent: false, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(chunks));
        else reject(new Error(`The IPF judge answered ${response.statusCode} to ${options.path}`));
      });
      response.on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}
