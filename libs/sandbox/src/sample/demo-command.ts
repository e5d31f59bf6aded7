const USUAL = { url: 'http://127.0.0.1:3000', keyFile: '.data/sample-laboratory.key' };

/**
 * What to type to see the demonstration of a platform.
 *
 * @param keyFile - Where the API key of the sample laboratory is kept. Absent: the laboratories are given, and one of them has a key.
 */
export function demoCommand(url: string, keyFile: string | undefined): string {
  const key = keyFile === undefined ? ' --key <key>' : ` --key-file ${keyFile}`;
  return ['npx segur demo', url === USUAL.url ? '' : ` --url ${url}`, keyFile === USUAL.keyFile ? '' : key].join('');
}
