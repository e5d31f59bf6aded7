import { PlatformError } from '@segur/errors';
import type { FuzzedReader, Verdict } from './reader.js';

/** What one case may cost before it is a failure. */
export interface CaseLimits {
  /** CPU time, so that a busy machine makes no difference. */
  readonly cpuMs: number;
  /** How far the largest memory of the process may rise in one case. */
  readonly memoryMb: number;
}

/** How one case ended. */
export type CaseResult =
  | (CaseCost & { readonly outcome: Verdict })
  /** `broke`: an error that is not ours. `slow` and `greedy`: beyond a limit. */
  | (CaseCost & { readonly outcome: 'broke' | 'slow' | 'greedy'; readonly what: string });

/** What one case cost. */
export interface CaseCost {
  readonly cpuMs: number;
  /** Largest memory of the process until now. */
  readonly peakMb: number;
}

/** Reads one input and judges how that went. Never throws. */
export async function runCase({ read }: FuzzedReader, bytes: Buffer, limits: CaseLimits): Promise<CaseResult> {
  const peakBefore = peakMb();
  const cpu = process.cpuUsage();
  let ended: { readonly outcome: Verdict } | { readonly outcome: 'broke'; readonly what: string };
  try {
    ended = { outcome: await read(bytes) };
  } catch (error) {
    ended = error instanceof PlatformError ? { outcome: 'refused' } : { outcome: 'broke', what: describe(error) };
  }
  const { user, system } = process.cpuUsage(cpu);
  const cost = { cpuMs: (user + system) / 1000, peakMb: peakMb() };
  if (ended.outcome === 'broke') return { ...cost, ...ended };
  const grown = cost.peakMb - peakBefore;
  if (grown > limits.memoryMb) return { ...cost, outcome: 'greedy', what: `took ${Math.round(grown)} MB more` };
  if (cost.cpuMs > limits.cpuMs) return { ...cost, outcome: 'slow', what: `took ${Math.round(cost.cpuMs)} ms of CPU time` };
  return { ...cost, ...ended };
}

function peakMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}

/** Kind and place of an error; its words as well, for inputs of this harness are invented. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return `threw ${typeof error}`;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const cause = error.cause === undefined ? '' : ` (cause: ${describe(error.cause)})`;
  const places = frames.slice(0, 4).map((line) => line.trim().replace(/file:\/\/.*?\/(?=libs\/|apps\/|node_modules\/)/, ''));
  return `${error.name}: ${error.message.slice(0, 200)} ${places.join(' ')}${cause}`;
}
