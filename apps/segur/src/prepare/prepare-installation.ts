import { openSampleInstallation } from '@segur/sandbox';

/** Opens or makes the sample installation of a directory, and says where its parts are, as settings of the services. */
export async function prepareInstallation(directory: string): Promise<string> {
  const { laboratoriesFile, keyRingFile, apiKeyFile } = await openSampleInstallation(directory);
  return [`LABORATORIES_FILE=${laboratoriesFile}`, `DOCUMENT_STORE_KEYS_FILE=${keyRingFile}`, `API key in ${apiKeyFile}`].join(
    '\n',
  );
}
