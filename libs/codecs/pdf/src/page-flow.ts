import type { PdfImage } from './pdf-image.js';
import { isBold, LINE_WIDTH, PAGE, PageCanvas, type FontUses, type TextLook } from './page-canvas.js';
import { wrapText } from './wrap-text.js';

/** Height of a line by its size. */
export const LEADING = 1.28;

/** How the pages call a picture. */
export function imageName(index: number): string {
  return `Im${index + 1}`;
}

/** Pages that fill from top to bottom. */
export class PageFlow {
  readonly pages: PageCanvas[] = [];
  /** Height of the lowest thing drawn on the last page. */
  y: number = PAGE.height - PAGE.top;
  /** Draws again what a page must begin with while a table goes on. */
  continued: (() => void) | undefined;
  /** Pictures drawn so far, each once in the file. */
  readonly images: PdfImage[] = [];

  constructor(
    private readonly fonts: FontUses,
    private readonly runningHead: string,
  ) {
    this.pages.push(new PageCanvas(fonts));
  }

  get canvas(): PageCanvas {
    return this.pages.at(-1) as PageCanvas;
  }

  /** Height that an empty page offers. */
  static readonly CAPACITY = PAGE.height - PAGE.top - PAGE.bottom - 60;

  /** Starts a page when less than this is left. What is taller than a page begins where it stands, and is cut. */
  room(height: number): void {
    if (this.y - Math.min(height, PageFlow.CAPACITY) >= PAGE.bottom) return;
    this.pages.push(new PageCanvas(this.fonts));
    this.y = PAGE.height - PAGE.top;
    const look: TextLook = { size: 7.5, style: 'quiet' };
    const [head = ''] = this.wrap(this.runningHead, look, LINE_WIDTH);
    this.canvas.text(PAGE.left, this.y - look.size, head, look);
    this.canvas.rule(PAGE.left, this.y - 13, LINE_WIDTH);
    this.y -= 22;
    this.continued?.();
  }

  /** Draws a picture at the left and goes below it. */
  image(image: PdfImage, x: number, width: number, height: number): void {
    if (!this.images.includes(image)) this.images.push(image);
    this.canvas.image(x, this.y - height, width, height, imageName(this.images.indexOf(image)));
    this.y -= height;
  }

  /** Text as lines that fit, ready to draw. */
  wrap(text: string, look: TextLook, width: number): readonly string[] {
    const font = isBold(look) ? this.fonts.bold : this.fonts.regular;
    const measure = (printable: string) => font.widthOf(printable, look.size);
    return text.split(/\r\n|\r|\n/).flatMap((line) => wrapText(font.printable(line), width, measure));
  }

  /** Width of a text that stands in one line. */
  widthOf(text: string, look: TextLook): number {
    const font = isBold(look) ? this.fonts.bold : this.fonts.regular;
    return font.widthOf(font.printable(text), look.size);
  }

  /** Draws a paragraph over as many lines and pages as it takes. */
  paragraph(text: string, look: TextLook, { after = 0, indent = 0 }: { after?: number; indent?: number } = {}): void {
    const height = look.size * LEADING;
    for (const line of this.wrap(text, look, LINE_WIDTH - indent)) {
      this.room(height);
      this.canvas.text(PAGE.left + indent, this.y - look.size, line, look);
      this.y -= height;
    }
    this.y -= after;
  }
}
