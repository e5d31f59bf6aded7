/**
 * Ends this process when the one that owns it is gone, however it went: the system closes our standard input even after kill -9.
 *
 * Only where `SEGUR_OWNED` says so; elsewhere standard input is nobody's sign of life. Nothing is closed in order, for what we stand on goes
 * with the owner too: what was accepted is durable, and the next start goes on with it.
 */
export function endWithOwner(env: NodeJS.ProcessEnv = process.env): void {
  if (!env['SEGUR_OWNED']) return;
  const end = () => process.exit(1);
  process.stdin.once('end', end).once('error', end).resume().unref();
}
