import { extractImages, extractText, getDocumentProxy } from 'unpdf';

/** What a reader that is not ours finds on each page of a PDF, white space made single. */
export async function readPdfPages(bytes: Uint8Array): Promise<readonly string[]> {
  // The reader takes the bytes for itself.
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(bytes)), { mergePages: false });
  return text.map(plainSpaces);
}

/** A picture that a reader decoded: `channels` samples of 8 bits per point, from the top left. */
export interface ReadPicture {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly samples: readonly number[];
}

/** What a reader that is not ours sees of the pictures of the first page. */
export async function readPdfPictures(bytes: Uint8Array): Promise<readonly ReadPicture[]> {
  const pictures = await extractImages(await getDocumentProxy(Uint8Array.from(bytes)), 1);
  return pictures.map(({ width, height, channels, data }) => ({ width, height, channels, samples: [...data] }));
}

/** Text with every white space, no-break ones too, made one space: how what two readers found is compared. */
export function plainSpaces(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
