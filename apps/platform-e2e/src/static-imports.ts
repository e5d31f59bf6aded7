import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const IMPORT = /^\s*(?:import\s*|(?:import|export)\b[^'"();=]*?\bfrom\s*)['"]([^'"]+)['"]/gm;

/** Packages of npm that built modules load before they do anything, through the libraries of the workspace. Imports at run time are not seen. */
export function npmPackagesOf(entries: readonly string[]): ReadonlySet<string> {
  const workspace = workspaceLibraries();
  const packages = new Set<string>();
  const seen = new Set<string>();
  const open = entries.map((entry) => join(root, entry));
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const library = workspace.get(specifier);
      if (specifier.startsWith('.')) open.push(join(dirname(file), specifier));
      else if (library !== undefined) open.push(library);
      else if (!isBuiltin(specifier)) packages.add(/^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier);
    }
  }
  return packages;
}

/** Built modules by the name under which others import them. */
function workspaceLibraries(): ReadonlyMap<string, string> {
  return new Map(
    globSync(['libs/*/package.json', 'libs/*/*/package.json', 'apps/*/package.json'], { cwd: root }).flatMap((path) => {
      const { name, exports = {} } = JSON.parse(readFileSync(join(root, path), 'utf8')) as {
        readonly name: string;
        readonly exports?: Readonly<Record<string, { readonly default?: string } | string>>;
      };
      return Object.entries(exports).map(([key, target]) => {
        const module = typeof target === 'string' ? target : (target.default ?? '');
        return [name + key.slice(1), join(root, dirname(path), module)] as const;
      });
    }),
  );
}
