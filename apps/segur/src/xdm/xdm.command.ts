import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Command } from 'commander';
import { hasErrors, type Finding } from '@segur/errors';
import { refusalOf, tell } from '../cli/findings.js';
import { instant, withFiles } from '../cli/input-files.js';
import { packDocument } from './pack-document.js';
import { readArchive, type ArchivedDocument } from './read-archive.js';

const PACKING = `
The metadata come from the header of the document, as in a mail: nothing is typed in twice. A PDF becomes a second document of the
archive. With --now, two runs give the same bytes.

Example:
  segur xdm pack report.xml report.pdf -o IHE_XDM.ZIP

Exit status: 0 packed, 1 the document cannot be packed (findings on standard error, one JSON line each), 2 wrong usage.`;

const READING = `
Standard output: one JSON line for each document, with what the metadata say of it. Files are compared with the hash and the size that
the metadata announce. With -d, documents are written to a folder under their own names, unless something is wrong.

Example:
  segur xdm read IHE_XDM.ZIP -d inbox/

Exit status: 0 sound, 1 findings of severity error (on standard error, one JSON line each), 2 wrong usage.`;

interface PackOptions {
  readonly output: string;
  readonly source?: string;
  readonly now?: Date;
}

/** `segur xdm`: documents as they travel by mail, IHE_XDM.ZIP. */
export function xdmCommand(): Command {
  const pack = new Command('pack')
    .description('packs a CDA, and its copy as PDF, into an IHE_XDM.ZIP')
    .argument('<CDA>', 'the document, or - for standard input')
    .argument('[PDF]', 'its copy on paper')
    .requiredOption('-o, --output <ARCHIVE.zip>', 'where the archive goes')
    .option('--source <OID>', 'OID of the software that sends (default: one derived from the custodian)')
    .option('--now <instant>', 'ISO 8601 instant of submission', instant)
    .addHelpText('after', PACKING)
    .action((cda: string, pdf: string | undefined, options: PackOptions, command: Command) =>
      withFiles(command, () => packFiles(cda, pdf, options)),
    );
  const read = new Command('read')
    .description('checks an IHE_XDM.ZIP and takes its documents out')
    .argument('<ARCHIVE.zip>', 'the archive, or - for standard input')
    .option('-d, --directory <folder>', 'where the documents go (default: they stay in the archive)')
    .addHelpText('after', READING)
    .action((archive: string, { directory }: { readonly directory?: string }, command: Command) =>
      withFiles(command, () => readFile(archive, directory)),
    );
  return new Command('xdm').description('archives of documents for mails: IHE_XDM.ZIP').addCommand(pack).addCommand(read);
}

function packFiles(cda: string, pdf: string | undefined, { output, source, now = new Date() }: PackOptions): void {
  const material = {
    cda: readFileSync(cda === '-' ? 0 : cda),
    ...(pdf !== undefined && { pdf: readFileSync(pdf) }),
    ...(source !== undefined && { sourceOid: source }),
    at: now,
  };
  const archive = answered(() => packDocument(material));
  if (archive) writeFileSync(output, archive);
}

function readFile(path: string, directory: string | undefined): void {
  const bytes = readFileSync(path === '-' ? 0 : path);
  const reading = answered(() => readArchive(bytes));
  if (!reading) return;
  const { documents, findings } = reading;
  tell(findings);
  for (const { bytes: content, ...said } of documents)
    process.stdout.write(`${JSON.stringify({ ...said, bytes: content.length })}\n`);
  if (hasErrors(findings)) process.exitCode = 1;
  else if (directory !== undefined) writeDocuments(directory, documents);
}

/** Under their own names; two sets may both have a DOC0001.XML, and then keep their folders. */
function writeDocuments(directory: string, documents: readonly ArchivedDocument[]): void {
  const distinct = new Set(documents.map(({ path }) => basename(path).toUpperCase())).size === documents.length;
  for (const { path, bytes } of documents) {
    const file = join(directory, distinct ? basename(path) : path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

/** Absent: the input was refused, and why has been told. */
function answered<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    const refusal: Finding = refusalOf(error);
    tell([refusal]);
    process.exitCode = 1;
    return undefined;
  }
}
