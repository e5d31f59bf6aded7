import { join } from 'node:path';
import { Command } from 'commander';
import { allWell, printChecks } from './check.js';
import { inspectMachine } from './inspect-machine.js';

/** `segur doctor`: what of PostgreSQL, Kafka, Java, ports and the official kit is usable, and how to mend the rest. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('says what this machine has of what the platform needs, and how to mend what it lacks')
    .action(async () => {
      const checks = await inspectMachine(process.env, join(import.meta.dirname, '../../../..'));
      console.log(printChecks(checks));
      process.exitCode = allWell(checks) ? 0 : 1;
    });
}
