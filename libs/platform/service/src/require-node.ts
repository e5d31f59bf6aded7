import { InvalidConfiguration } from '@segur/errors';

const LEAST = [22, 12] as const;

/** @throws {InvalidConfiguration} The runtime is too old; the sentence says how to get the right one. */
export function requireNode(version = process.versions.node): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return;
  throw new InvalidConfiguration(
    `Node ${LEAST.join('.')} or newer is needed: run "npm ci", then use npm scripts, which bring Node 24`,
  );
}
