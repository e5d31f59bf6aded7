import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOPICS } from '@segur/events';
import { npmPackagesOf } from './static-imports.js';

const root = join(import.meta.dirname, '../../..');

describe('deploy/kafka/topics.yaml', () => {
  it('names every topic there is, and no other', () => {
    const yaml = readFileSync(join(root, 'deploy/kafka/topics.yaml'), 'utf8');
    expect([...yaml.matchAll(/^ {2}- name: (\S+)$/gm)].map(([, name]) => name)).toEqual(TOPICS.map(({ name }) => name));
  });
});

describe('docker-compose.yml', () => {
  it('runs each application that start:services runs', () => {
    const yaml = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
    const applications = [...yaml.matchAll(/apps\/([a-z-]+)\/dist\/main\.js/g)].map(([, name]) => name);
    for (const name of [
      'order-intake',
      'result-structuring',
      'loinc-transcoding',
      'dmp-feeding',
      'secure-messaging',
      'operations',
      'sandbox',
    ])
      expect(applications).toContain(name);
  });
});

describe('the variables of docker-compose.yml', () => {
  /** Of the services of ours: those of PostgreSQL and Kafka are theirs. */
  const told = (): readonly string[] => {
    const yaml = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
    const shared = /&environment[^\n]*\n((?: {4}\S.*\n| {6}\S.*\n)+?) {2}volumes/.exec(yaml)?.[1] ?? '';
    const own = [...yaml.matchAll(/<<: \*environment, (.*) \}/g)].map(([, variables]) => variables ?? '');
    return [shared, ...own].flatMap((text) => [...text.matchAll(/\b([A-Z][A-Z0-9_]+):/g)].map(([, name]) => name ?? ''));
  };
  const known = () =>
    ['docs/configuration.md', 'apps/sandbox/src/sandbox-app.config.ts']
      .map((path) => readFileSync(join(root, path), 'utf8'))
      .join();

  it('are settings that there are', () => {
    expect(told()).toEqual(expect.arrayContaining(['DATABASE_URL', 'DMP_BASE_URL', 'MSSANTE_SMTP_HOST', 'SANDBOX_URL']));
    expect(told().filter((name) => !new RegExp(`\\b${name}\\b`).test(known()))).toEqual([]);
  });
});

describe('deploy/Dockerfile', () => {
  it('leaves nothing out that an application loads', () => {
    const yaml = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
    const applications = [...yaml.matchAll(/apps\/[a-z-]+\/dist\/main\.js/g)].map(([path]) => path);
    const packages = npmPackagesOf([
      ...applications,
      'apps/platform/dist/main.js',
      'apps/segur/dist/prepare/prepare-installation.js',
    ]);
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object };

    expect(packages.size).toBeGreaterThan(20);
    // It prunes the packages of development.
    expect([...packages].filter((name) => !(name in dependencies))).toEqual([]);
  });
});
