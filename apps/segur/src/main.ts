import { Command } from 'commander';
import { checkCommand } from './check/check.command.js';
import { convertCommand } from './convert/convert.command.js';
import { demoCommand } from './demo/demo.command.js';
import { doctorCommand } from './doctor/doctor.command.js';
import { loincCommand } from './loinc/loinc.command.js';
import { prepareCommand } from './prepare/prepare.command.js';
import { VERSION } from './version.js';
import { xdmCommand } from './xdm/xdm.command.js';

const program = new Command('segur')
  .description('Command line of the Segur platform: works on files, and talks to a running platform.')
  .version(VERSION)
  .showHelpAfterError()
  // 2 is for wrong usage; 1 is for findings and refused input.
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

const commands = [checkCommand, convertCommand, demoCommand, doctorCommand, loincCommand, prepareCommand, xdmCommand];
for (const command of commands.map((make) => make())) {
  program.addCommand(command.copyInheritedSettings(program));
  for (const inner of command.commands) inner.copyInheritedSettings(command);
}

await program.parseAsync();
