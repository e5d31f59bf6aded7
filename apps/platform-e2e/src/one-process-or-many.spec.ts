import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
/** Where the composition is decided, and the ground that it is decided upon. */
const MAY_KNOW = /^libs\/(platform|sandbox|testing)\//;
/** In a PDF, fonts are embedded. */
const SAYS_IT_OF_FONTS = /^libs\/codecs\/pdf\//;

describe('whether the platform is one process or many', () => {
  it('is known to applications, the ground, the sandbox and the tests’ own library, and to nothing else', () => {
    const sources = globSync('libs/**/*.ts', { cwd: root, exclude: (name) => /(^|\/)(node_modules|dist)$/.test(name) });
    const others = sources.filter((path) => !MAY_KNOW.test(path) && !SAYS_IT_OF_FONTS.test(path));

    expect(others.length).toBeGreaterThan(200);
    expect(others.filter((path) => /kafka|embedded/i.test(readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });
});
