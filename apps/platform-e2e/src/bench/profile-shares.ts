import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A CPU profile as `node --cpu-prof` writes it: samples of a tree of calls. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  /** Microseconds of the monotonic clock. */
  readonly startTime: number;
  readonly samples: readonly number[];
  /** Microseconds between samples. */
  readonly timeDeltas: readonly number[];
}

/** Microseconds of the monotonic clock, which `process.hrtime` reads too. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What waits, and costs nothing. */
const IDLE = '(idle)';
const OTHERS: ReadonlyMap<string, string> = new Map([
  ['(garbage collector)', 'garbage collector'],
  ['(program)', 'V8 and native code'],
]);

/**
 * CPU time by who spent it: a library of the workspace, a package of npm, or Node itself. What Node does for a caller (sign, compress, write to
 * a socket) is the caller's; what its event loop does by itself is Node's.
 *
 * @returns Milliseconds by owner, most first. Idle time is left out.
 */
export function cpuByOwner(profile: CpuProfile, { from, to }: Span): readonly (readonly [owner: string, ms: number])[] {
  const owners = ownersOf(profile);
  const spent = new Map<string, number>();
  let at = profile.startTime;
  for (const [index, id] of profile.samples.entries()) {
    at += profile.timeDeltas[index] ?? 0;
    // A sample stands for the time until the next one.
    const us = profile.timeDeltas[index + 1] ?? 0;
    const owner = owners.get(id) ?? IDLE;
    if (at < from || at > to || owner === IDLE) continue;
    spent.set(owner, (spent.get(owner) ?? 0) + us / 1000);
  }
  return [...spent].sort(([, one], [, two]) => two - one);
}

/** The one profile in a folder. @throws {Error} There is none. */
export function profileIn(directory: string): CpuProfile {
  const [name] = readdirSync(directory).filter((entry) => entry.endsWith('.cpuprofile'));
  if (name === undefined) throw new Error('The process left no profile');
  return JSON.parse(readFileSync(join(directory, name), 'utf8')) as CpuProfile;
}

function ownersOf({ nodes }: CpuProfile): ReadonlyMap<number, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const owners = new Map<number, string>();
  const visit = (id: number, caller: string): void => {
    const node = byId.get(id);
    if (!node) return;
    const owner = ownerOf(node.callFrame) ?? caller;
    owners.set(id, owner);
    for (const child of node.children ?? []) visit(child, owner);
  };
  if (nodes[0]) visit(nodes[0].id, 'node: event loop and sockets');
  return owners;
}

/** Absent: whoever called it. */
function ownerOf({ functionName, url }: CpuProfile['nodes'][number]['callFrame']): string | undefined {
  if (functionName === IDLE) return IDLE;
  const other = OTHERS.get(functionName);
  if (other !== undefined) return other;
  const npm = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (npm !== undefined) return `npm: ${npm}`;
  return /\/((?:libs|apps)\/.+?)\/(?:dist|src)\//.exec(url)?.[1];
}
