import { Command } from 'commander';
import { openSampleInstallation } from '@segur/sandbox';

/** `segur prepare`: what a newcomer's services need before they start apart. */
export function prepareCommand(): Command {
  return new Command('prepare')
    .description('makes the sample laboratory, its API key, the development certificates and the keys of the document store')
    .option('--directory <folder>', 'where they are kept', '.data')
    .action(async ({ directory }: { readonly directory: string }) => {
      const { laboratoriesFile, keyRingFile, apiKeyFile } = await openSampleInstallation(directory);
      console.log(
        [`LABORATORIES_FILE=${laboratoriesFile}`, `DOCUMENT_STORE_KEYS_FILE=${keyRingFile}`, `API key in ${apiKeyFile}`].join('\n'),
      );
    });
}
