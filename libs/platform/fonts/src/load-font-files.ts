import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The two fonts that reports are printed in, as TrueType. */
export interface ReportFontFiles {
  readonly regular: Buffer;
  readonly bold: Buffer;
}

/**
 * Reads the fonts of reports from the package that ships them: Source Sans 3, SIL Open Font License 1.1, which allows embedding.
 *
 * Synchronous: it is called once, at start.
 */
export function loadFontFiles(): ReportFontFiles {
  const { resolve } = createRequire(import.meta.url);
  const read = (face: string) => readFileSync(resolve(`@expo-google-fonts/source-sans-3/${face}.ttf`));
  return { regular: read('400Regular/SourceSans3_400Regular'), bold: read('700Bold/SourceSans3_700Bold') };
}
