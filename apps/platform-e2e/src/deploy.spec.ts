import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOPICS } from '@segur/events';

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
