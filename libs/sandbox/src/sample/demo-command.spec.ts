import { demoCommand } from './demo-command.js';

describe('demoCommand', () => {
  it.each([
    ['http://127.0.0.1:3000', '.data/sample-laboratory.key', 'npx segur demo'],
    ['http://127.0.0.1:3100', '.data/sample-laboratory.key', 'npx segur demo --url http://127.0.0.1:3100'],
    ['http://127.0.0.1:3000', '/tmp/x/sample-laboratory.key', 'npx segur demo --key-file /tmp/x/sample-laboratory.key'],
    ['http://127.0.0.1:3000', undefined, 'npx segur demo --key <key>'],
  ])('of a platform at %s whose key is in %s', (url, keyFile, command) => {
    expect(demoCommand(url, keyFile)).toBe(command);
  });
});
