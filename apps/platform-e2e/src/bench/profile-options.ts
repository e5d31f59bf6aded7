/** Options of Node for a process under measure: `BENCH_CPU_PROFILE_DIR` says where its CPU profile is put when it ends. */
export function profileOptions(): readonly string[] {
  const directory = process.env['BENCH_CPU_PROFILE_DIR'];
  return directory ? ['--cpu-prof', `--cpu-prof-dir=${directory}`] : [];
}
