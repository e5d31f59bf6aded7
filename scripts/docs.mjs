// Generates docs/errors.md from docs/codes/*.json, and docs/configuration.md from the settings schemas that the built libraries export.
// `node scripts/build.mjs && node scripts/docs.mjs [--check]`: with --check nothing is written, and a file that differs is exit 1.
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = dirname(import.meta.dirname);
const check = process.argv.includes('--check');
const KINDS = ['invalid', 'rejected', 'unavailable', 'finding'];
const problems = [];

const generated = { 'docs/errors.md': await errorsPage(), 'docs/configuration.md': await configurationPage() };
for (const [path, text] of Object.entries(generated)) {
  const written = await readFile(join(root, path), 'utf8').catch(() => undefined);
  if (written === text) continue;
  if (check) problems.push(`${path} is not what its sources say: run scripts/build.mjs, then scripts/docs.mjs`);
  else {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
    console.log(`Wrote ${path}`);
  }
}
for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);

async function errorsPage() {
  const rows = [];
  for (const file of await files('docs/codes/*.json')) {
    const codes = await readFile(join(root, file), 'utf8')
      .then(JSON.parse)
      .catch((error) => ({ [`(${file})`]: { broken: String(error) } }));
    for (const [code, { kind, meaning, remedy }] of Object.entries(codes)) {
      if (!KINDS.includes(kind) || !meaning || !remedy)
        problems.push(`${file}: ${code} needs a kind of ${KINDS.join(', ')}, a meaning and a remedy`);
      rows.push({ code, kind, meaning, remedy, where: basename(file, '.json') });
    }
  }
  rows.sort((a, b) => compare(a.code, b.code) || compare(a.where, b.where));
  return page('Error and finding codes', 'docs/codes/*.json', [
    'Codes are stable: search for them in logs, problem details (`code`), acknowledgements and the console.',
    '',
    '- **invalid**: the bytes or the settings are wrong; sending them again cannot help.',
    '- **rejected**: understood, and refused; a person decides.',
    '- **unavailable**: tried again by itself.',
    '- **finding**: a remark about a message or a document; its severity says whether it stops the document.',
    '',
    ...table(
      ['code', 'kind', 'meaning', 'remedy', 'where'],
      rows.map(({ code, kind, meaning, remedy, where }) => [`\`${code}\``, kind, meaning, remedy, where]),
    ),
  ]);
}

async function configurationPage() {
  const { describeSettings } = await import(pathToFileURL(join(root, 'libs/platform/config/dist/index.js')).href);
  const lines = [
    'Variables of the environment, read once, at start. A bad one stops the process; all bad ones are named together, without their values.',
    'A variable set to nothing counts as absent. Defaults are safe on a laptop.',
  ];
  for (const file of await files('libs/{*,*/*}/dist/index.js')) {
    const module = await import(pathToFileURL(join(root, file)).href).catch((error) => {
      problems.push(`${file} cannot be loaded: ${error.message}`);
      return {};
    });
    const schemas = Object.entries(module).filter(([name, value]) => name.endsWith('Config') && value?._zod !== undefined);
    const settings = new Map(
      schemas
        .sort(([a], [b]) => compare(a, b))
        .flatMap(([, schema]) => describeSettings(schema))
        .map((one) => [one.name, one]),
    );
    if (settings.size === 0) continue;
    const folder = dirname(dirname(file));
    for (const { name, description } of settings.values()) if (!description) problems.push(`${folder}: ${name} has no description`);
    lines.push('', `## ${folder.split('/').at(-1)}`, '', `From \`${folder}\`.`, '');
    lines.push(
      ...table(
        ['variable', 'default', 'description'],
        [...settings.values()].map(({ name, fallback, required, description }) => [
          `\`${name}\``,
          required ? 'required' : fallback === undefined ? '' : `\`${fallback}\``,
          description,
        ]),
      ),
    );
  }
  return page('Settings', 'the `*Config` schemas of each library', lines);
}

async function files(pattern) {
  const exclude = (name) => name === 'node_modules';
  return (await Array.fromAsync(glob(pattern, { cwd: root, exclude }))).sort(compare);
}

function page(title, source, lines) {
  return [`# ${title}`, '', `<!-- Generated from ${source} by scripts/docs.mjs. Do not edit. -->`, '', ...lines, ''].join('\n');
}

function table(head, rows) {
  const line = (cells) =>
    `| ${cells
      .map((cell) =>
        String(cell ?? '')
          .replaceAll('|', '\\|')
          .replaceAll(/\s+/g, ' '),
      )
      .join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

/** By code unit, so that every machine sorts alike. */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
