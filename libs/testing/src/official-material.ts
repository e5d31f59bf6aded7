import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** What others publish and we may not ship: it is found by path, and read in place. */
const OFFICIAL = {
  'ci-sis': 'CI_SIS_DIR',
  'hl7v2-examples': 'EXAMPLES_DIR',
  judges: 'JUDGES_DIR',
  terminology: 'TERMINOLOGY_DIR',
} as const;

/** The name of one published collection. */
export type OfficialName = keyof typeof OFFICIAL;

/**
 * Where a published collection is on this machine: its variable, or `../shared/<name>` beside the checkout. Absent: not there.
 *
 * @throws {Error} It is not there and this is CI, where every test must run.
 */
export function officialDirectory(name: OfficialName): string | undefined {
  const variable = OFFICIAL[name];
  const directory = resolve(process.env[variable] ?? resolve(repository(), '..', 'shared', name));
  if (existsSync(directory)) return directory;
  if (process.env['CI'] === 'true') throw new Error(`CI needs the published ${name}: ${variable} names no folder.`);
  return undefined;
}

/** A `describe` over a published collection. Where it is absent the suite is skipped, and its title says what is missing. */
export function describeWithOfficial(name: OfficialName, title: string, body: (directory: string) => void): void {
  const directory = officialDirectory(name);
  if (directory !== undefined) return describe(title, () => body(directory));
  describe.skip(`${title} [skipped: ${OFFICIAL[name]} is not set and ../shared/${name} does not exist]`, () => {
    it('needs the published material', () => undefined);
  });
}

/** Jest runs from the root of the checkout; `npm` says where that is when it does not. */
export function repository(): string {
  let folder = process.cwd();
  while (!existsSync(resolve(folder, 'nx.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
