import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Bytes of the fonts that the product prints in, for codecs and mappings, which read no file. */
export function testFontFiles(): { readonly regular: Buffer; readonly bold: Buffer } {
  const { resolve } = createRequire(import.meta.url);
  const read = (face: string) => readFileSync(resolve(`@expo-google-fonts/source-sans-3/${face}.ttf`));
  return { regular: read('400Regular/SourceSans3_400Regular'), bold: read('700Bold/SourceSans3_700Bold') };
}
