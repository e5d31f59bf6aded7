import { Command } from 'commander';

/** `segur prepare`: what a newcomer's services need before they start apart. */
export function prepareCommand(): Command {
  return new Command('prepare')
    .description('makes the sample laboratory, its API key, the development certificates and the keys of the document store')
    .option('--directory <folder>', 'where they are kept', '.data')
    .action(async ({ directory }: { readonly directory: string }) => {
      // What makes certificates takes a second to load: the other commands need not pay for it.
      const { prepareInstallation } = await import('./prepare-installation.js');
      console.log(await prepareInstallation(directory));
    });
}
