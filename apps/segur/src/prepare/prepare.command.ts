import { Command } from 'commander';
import { openSampleInstallation } from '@segur/sandbox';

/** `segur prepare`: what a newcomer's services need before they start apart. */
export function prepareCommand(): Command {
  return new Command('prepare')
    .description('makes the sample laboratory, its API key, the development certificates and the keys of the document store')
    .option('--directory <folder>', 'where they are kept', '.data')
    .option(
      '--server-names <names>',
      'names and addresses that the server certificate answers to, separated by commas',
      'localhost,127.0.0.1,::1',
    )
    .action(async ({ directory, serverNames }: { readonly directory: string; readonly serverNames: string }) => {
      const { laboratoriesFile, keyRingFile, apiKeyFile } = await openSampleInstallation(directory, serverNames.split(','));
      console.log(
        [`LABORATORIES_FILE=${laboratoriesFile}`, `DOCUMENT_STORE_KEYS_FILE=${keyRingFile}`, `API key in ${apiKeyFile}`].join('\n'),
      );
    });
}
