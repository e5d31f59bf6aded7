import { extractText, getDocumentProxy } from 'unpdf';

/** What a reader that is not ours finds on each page of a PDF, white space made single. */
export async function readPdfPages(bytes: Uint8Array): Promise<readonly string[]> {
  // The reader takes the bytes for itself.
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(bytes)), { mergePages: false });
  return text.map(plainSpaces);
}

/** Text with every white space, no-break ones too, made one space: how what two readers found is compared. */
export function plainSpaces(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
