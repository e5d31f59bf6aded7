import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from './kafka-files.js';

/** A mail as Python's `email`, `zipfile` and `xml.etree` read it: they share nothing with what wrote it. */
export interface JudgedMail {
  /** What the reader found wrong. */
  readonly defects: readonly string[];
  /** Decoded; names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Length of the longest line. */
  readonly longestLine: number;
  readonly parts: readonly { readonly type: string; readonly fileName: string | null; readonly sha256: string }[];
  readonly text: string;
  readonly archive: JudgedArchive | null;
}

/** An IHE_XDM.ZIP as Python reads it. */
export interface JudgedArchive {
  readonly names: readonly string[];
  /** By name. */
  readonly files: Readonly<Record<string, { readonly size: number; readonly sha1: string }>>;
  readonly index: { readonly title: string; readonly links: readonly string[] };
  readonly readme: string;
  readonly metadata: {
    /** References to objects that are not in the file. */
    readonly dangling: readonly string[];
    readonly slots: Readonly<Record<string, readonly string[]>>;
    readonly identifiers: Readonly<Record<string, string>>;
    readonly contentType: string;
  };
}

const SCRIPT = join(repositoryRoot(), 'libs/testing/src/judge_mail.py');

/** @throws {Error} Python cannot read it at all. */
export function judgeMail(mime: Buffer): JudgedMail {
  return JSON.parse(execFileSync('python3', [SCRIPT, 'mail'], { input: mime, maxBuffer: 64_000_000 }).toString()) as JudgedMail;
}

/** @throws {Error} Python cannot read it at all. */
export function judgeArchive(zip: Buffer): JudgedArchive {
  return JSON.parse(execFileSync('python3', [SCRIPT, 'archive'], { input: zip }).toString()) as JudgedArchive;
}

/** The attachments of a mail and the files of its archive, by name, as Python takes them out. @throws {Error} It cannot. */
export function contentsOfMail(mime: Buffer): Readonly<Record<string, Buffer>> {
  const printed = execFileSync('python3', [SCRIPT, 'contents'], { input: mime, maxBuffer: 64_000_000 }).toString();
  const contents = Object.entries(JSON.parse(printed) as Record<string, string>);
  return Object.fromEntries(contents.map(([name, bytes]) => [name, Buffer.from(bytes, 'base64')]));
}

/** Why no Python can read here; absent when one can. @throws {Error} None can, in CI. */
export function whyNoPython(): string | undefined {
  if (spawnSync('python3', ['--version']).status === 0) return undefined;
  const why = 'python3 is not installed';
  if (process.env['CI'] === 'true') throw new Error(`CI needs it: ${why}`);
  return why;
}
