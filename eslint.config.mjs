import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const framework = ['@nestjs/*', 'typeorm', 'kafkajs', 'pg'];
const machine = ['node:fs', 'node:fs/promises', 'node:net', 'node:tls', 'node:http', 'node:https', 'node:child_process'];
const pure = [...framework, ...machine];

/** Who may import whom: `docs/adr/0003-layers-by-lint.md`. Tests may also use `@segur/testing`. */
export const depConstraints = [
  { sourceTag: 'layer:app', onlyDependOnLibsWithTags: ['*'] },
  {
    sourceTag: 'layer:context',
    onlyDependOnLibsWithTags: [
      'layer:kernel',
      'layer:domain',
      'layer:codec',
      'layer:mapping',
      'layer:conformance',
      'layer:events',
      'layer:platform',
      'layer:testing',
    ],
  },
  {
    sourceTag: 'layer:mapping',
    onlyDependOnLibsWithTags: ['layer:kernel', 'layer:domain', 'layer:codec', 'layer:mapping', 'layer:testing'],
    bannedExternalImports: pure,
  },
  {
    sourceTag: 'layer:codec',
    onlyDependOnLibsWithTags: ['layer:kernel', 'layer:codec', 'layer:testing'],
    bannedExternalImports: pure,
  },
  { sourceTag: 'layer:conformance', onlyDependOnLibsWithTags: ['layer:kernel', 'layer:testing'], bannedExternalImports: framework },
  {
    sourceTag: 'layer:domain',
    onlyDependOnLibsWithTags: ['layer:kernel', 'layer:domain', 'layer:testing'],
    bannedExternalImports: pure,
  },
  {
    sourceTag: 'layer:events',
    onlyDependOnLibsWithTags: ['layer:kernel', 'layer:domain', 'layer:events'],
    bannedExternalImports: pure,
  },
  { sourceTag: 'layer:platform', onlyDependOnLibsWithTags: ['layer:kernel', 'layer:events', 'layer:platform', 'layer:testing'] },
  { sourceTag: 'layer:sandbox', onlyDependOnLibsWithTags: ['layer:kernel', 'layer:domain', 'layer:platform', 'layer:testing'] },
  { sourceTag: 'layer:testing', onlyDependOnLibsWithTags: ['layer:kernel', 'layer:domain', 'layer:events'] },
  { sourceTag: 'layer:kernel', onlyDependOnLibsWithTags: ['layer:kernel'], bannedExternalImports: pure },
];

const impure = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'A rule takes the time as an argument.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'A rule takes the time as an argument.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'A rule takes identifiers as arguments.' },
  { selector: "MemberExpression[object.name='process']", message: 'A rule knows no process.' },
  { selector: ':function[async=true]', message: 'A rule is synchronous.' },
  { selector: 'AwaitExpression', message: 'A rule is synchronous.' },
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.data/**', '.cache/**', 'coverage/**', '**/test/fixtures/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.mjs'],
    plugins: { '@nx': nx },
    // Injection reads the types of constructor parameters at run time, so their imports must not become types.
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['libs/**/*.ts', 'apps/**/*.ts'],
    plugins: { '@nx': nx },
    rules: { '@nx/enforce-module-boundaries': ['error', { depConstraints, allow: [], banTransitiveDependencies: false }] },
  },
  {
    files: ['libs/{kernel,domain,codecs,mappings}/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/test/**'],
    rules: { 'no-restricted-syntax': ['error', ...impure] },
  },
  {
    files: ['libs/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/*.contract.ts', '**/test/**', 'libs/testing/**'],
    rules: { 'no-restricted-imports': ['error', { paths: [{ name: '@segur/testing', message: 'Only tests use it.' }] }] },
  },
);
