import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { officialDirectory, repository } from './official-material.js';

/** What an official layer says of a document. */
export interface KitRemark {
  /** `xsd`, `strucmin`, `ihe`, `modeles`, `ans`, `terminologies`, `volet` or `kit`. */
  readonly layer: string;
  readonly rule: string;
  readonly location?: string;
  readonly message: string;
}

/** Verdict of the kit. Its own complementary checks (`KIT-nn`) are warnings. */
export interface KitVerdict {
  readonly errors: readonly KitRemark[];
  readonly warnings: readonly KitRemark[];
}

interface Kit {
  checkText(root: string, xml: string): KitVerdict & { readonly unchecked: readonly unknown[] };
}

let opened: Promise<{ readonly kit: Kit; readonly root: string }> | undefined;

/**
 * Judges a document with the official kit: XSD, five schematrons, the volet, and the kit's own checks. About half a second each
 * once warm.
 *
 * @throws {Error} The kit is not on this machine: ask `officialDirectory('ci-sis')` first.
 */
export async function checkWithOfficialKit(xml: Uint8Array): Promise<KitVerdict> {
  const { kit, root } = await (opened ??= open());
  const { errors, warnings } = kit.checkText(root, Buffer.from(xml).toString('utf8'));
  return { errors, warnings };
}

/** The kit may be read-only and has no modules of its own: its programs are copied where ours are found, its data is linked. */
async function open(): Promise<{ kit: Kit; root: string }> {
  const source = officialDirectory('ci-sis');
  if (source === undefined) throw new Error('The official kit is not here: set CI_SIS_DIR.');
  const version = createHash('sha256')
    .update(`${source} ${statSync(join(source, 'lib', 'check.mjs')).mtimeMs}`)
    .digest('hex');
  const root = resolve(repository(), '.cache', 'ci-sis-kit', version.slice(0, 16));
  if (!existsSync(root)) {
    // Several test processes may get here together: each prepares its own, the first to rename wins.
    const own = `${root}.${process.pid}`;
    mkdirSync(own, { recursive: true });
    cpSync(join(source, 'lib'), join(own, 'lib'), { recursive: true });
    for (const data of ['schematrons', 'infrastructure', 'jeuxDeValeurs']) symlinkSync(join(source, data), join(own, data));
    try {
      renameSync(own, root);
    } catch {
      rmSync(own, { recursive: true, force: true });
    }
  }
  const kit = (await import(pathToFileURL(join(root, 'lib', 'check.mjs')).href)) as Kit;
  return { kit, root };
}
