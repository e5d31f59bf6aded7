import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

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

const SCRIPT = join(import.meta.dirname, 'judge_mail.py');

/** @throws {Error} Python cannot read it at all. */
export function judgeMail(mime: Buffer): JudgedMail {
  return JSON.parse(execFileSync('python3', [SCRIPT, 'mail'], { input: mime, maxBuffer: 64_000_000 }).toString()) as JudgedMail;
}

/** @throws {Error} Python cannot read it at all. */
export function judgeArchive(zip: Buffer): JudgedArchive {
  return JSON.parse(execFileSync('python3', [SCRIPT, 'archive'], { input: zip }).toString()) as JudgedArchive;
}
