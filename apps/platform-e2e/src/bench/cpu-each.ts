/** Rounds that are measured; their middle is told. */
const ROUNDS = 9;
const WARM_UP_MS = 700;
const ROUND_MS = 250;

/**
 * CPU milliseconds that one call of this work costs, collector and compiler included: the median of several rounds after a warm-up.
 *
 * A work that is over before it can be measured is called many times in each round.
 */
export function cpuEach(work: () => unknown): number {
  let calls = 1;
  let spent = cpuOf(work, 1);
  for (let total = spent; total < WARM_UP_MS; total += spent) {
    // Rounds as long as that are far above the clock's grain, whatever one call takes.
    if (spent < ROUND_MS) calls = Math.ceil(calls * Math.min(10, (ROUND_MS / Math.max(spent, 1)) * 1.1));
    spent = cpuOf(work, calls);
  }
  calls = Math.max(1, Math.round((calls * ROUND_MS) / Math.max(spent, 1)));
  const rounds = Array.from({ length: ROUNDS }, () => cpuOf(work, calls) / calls).sort((one, two) => one - two);
  return rounds[Math.floor(ROUNDS / 2)] ?? NaN;
}

function cpuOf(work: () => unknown, calls: number): number {
  const begun = process.cpuUsage();
  for (let call = 0; call < calls; call += 1) work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}
