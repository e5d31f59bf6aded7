import { InvalidArgumentError, type Command } from 'commander';

/** Runs the work of a command; a file that cannot be opened is wrong usage, and said as such. */
export function withFiles(command: Command, work: () => void): void {
  try {
    work();
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === undefined || path === undefined) throw error;
    command.error(`error: ${path} cannot be opened (${code})`);
  }
}

/** An instant of a command line. @throws {InvalidArgumentError} Not ISO 8601. */
export function instant(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new InvalidArgumentError('Not an ISO 8601 instant, e.g. 2026-11-23T08:00:00Z');
  return date;
}
