import { Command, Option } from 'commander';
import { hasErrors, type Finding } from '@segur/errors';
import { LANGUAGES, type Language } from '../cli/language.js';
import { kitDirectory } from '../cli/official-kit.js';
import { ProgressBar } from '../cli/progress-bar.js';
import { checkDocument } from './check-document.js';
import { checkLine, checkSummary } from './check-summary.js';
import { findDocuments } from './find-documents.js';

interface CheckOptions {
  readonly ciSis?: string;
  readonly lang: Language;
  readonly json?: boolean;
  readonly warnings: boolean;
}

const TEACHING = `
Each document goes through: safety (size, depth, UTF-8, no DOCTYPE), our own rules for its version (2021.01, 2023.01 or
2024.01, level 1 or 3, self-presentable); with the official kit, the XSD, the list of UCUM units and the six official
schematrons too. Folders are searched for *.xml. A file that cannot be read is a finding, and the rest is checked.

Examples:
  segur check result.xml
  segur check --lang fr --ci-sis ~/TestContenuCDA-3-0 outbox/ other/*.xml

The kit is published by the French national agency, and is not ours to ship: clone
https://github.com/ansforge/TestContenuCDA-3-0 and name its folder with --ci-sis or the variable CI_SIS_DIR.
"segur doctor" says which kit it sees.

Findings go to standard error, one JSON line each: {file, severity, code, location, message}. Codes are explained in
docs/errors.md. The summary goes to standard output.
Exit status: 0 no error (there may be warnings), 1 findings of severity error, 2 wrong usage.`;

/** `segur check`: does a CR-BIO document follow the rules, without a server. */
export function checkCommand(): Command {
  return new Command('check')
    .description('checks CR-BIO documents: safety, our own rules, and the official layers when the kit is there')
    .option('--ci-sis <folder>', 'the official kit (default: the variable CI_SIS_DIR)')
    .addOption(new Option('--lang <language>', 'language of messages and summary').choices(LANGUAGES).default('en'))
    .option('--json', 'summary as JSON, one line for each file')
    .option('--no-warnings', 'tell errors only; warnings are counted all the same')
    .argument('<FILE...>', 'documents, or folders of documents')
    .addHelpText('after', TEACHING)
    .action((paths: readonly string[], options: CheckOptions) => {
      process.exitCode = check(paths, options) ? 0 : 1;
    });
}

/** True when nothing is wrong. */
function check(paths: readonly string[], { ciSis, lang, json, warnings }: CheckOptions): boolean {
  const ciSisDir = kitDirectory(ciSis, process.env);
  const documents = findDocuments(paths);
  const bar = new ProgressBar(process.stderr, documents.length);
  const checks = documents.map((found, index) => {
    bar.show(index, found.file);
    const answer = checkDocument(found, ciSisDir);
    bar.clear();
    for (const finding of answer.findings) if (warnings || finding.severity === 'error') tell(found.file, finding, lang);
    return answer;
  });
  const summary = json ? checks.map(checkLine).join('\n') : checkSummary(checks, ciSisDir, lang);
  process.stdout.write(`${summary}\n`);
  return !checks.some(({ findings }) => hasErrors(findings));
}

function tell(file: string, { severity, code, location, message, messageFr }: Finding, language: Language): void {
  const said = language === 'fr' ? (messageFr ?? message) : message;
  process.stderr.write(`${JSON.stringify({ file, severity, code, location, message: said })}\n`);
}
