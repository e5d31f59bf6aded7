import type { FontUse } from './font-use.js';
import type { PdfMatrix, PdfStyle } from './pdf-document.js';

/** The two fonts of one document. */
export interface FontUses {
  readonly regular: FontUse;
  readonly bold: FontUse;
}

/** A4 in points, with the margins that printers need. */
export const PAGE = { width: 595, height: 842, left: 42, right: 42, top: 40, bottom: 56 } as const;

/** Width between the margins. */
export const LINE_WIDTH = PAGE.width - PAGE.left - PAGE.right;

/** Colours, in sRGB. Each style is dark enough on white and on `tint` for people who see little: 7 to 1 at least. */
export const COLOURS = {
  plain: '0.09 0.09 0.12',
  strong: '0.09 0.09 0.12',
  quiet: '0.3 0.3 0.34',
  alert: '0.55 0.04 0.06',
  accent: '0.07 0.2 0.38',
  rule: '0.72 0.75 0.8',
  tint: '0.925 0.94 0.96',
} as const;

/** One page being drawn. Heights are from the bottom, as PDF has them. */
export class PageCanvas {
  private readonly operators: string[] = [];

  constructor(private readonly fonts: FontUses) {}

  /** One line of printable text; `y` is its baseline. */
  text(x: number, y: number, text: string, { size, style = 'plain', bold }: TextLook): void {
    if (text === '') return;
    const strong = isBold({ style, ...(bold !== undefined && { bold }) });
    const operand = (strong ? this.fonts.bold : this.fonts.regular).operand(text);
    this.operators.push(
      `BT ${COLOURS[style]} rg /${strong ? 'F2' : 'F1'} ${size} Tf ${points(x)} ${points(y)} Td ${operand} Tj ET`,
    );
  }

  rule(x: number, y: number, width: number, colour: keyof typeof COLOURS = 'rule'): void {
    this.operators.push(`${COLOURS[colour]} RG 0.5 w ${points(x)} ${points(y)} m ${points(x + width)} ${points(y)} l S`);
  }

  fill(x: number, y: number, width: number, height: number): void {
    this.operators.push(`${COLOURS.tint} rg ${points(x)} ${points(y)} ${points(width)} ${points(height)} re f`);
  }

  frame(x: number, y: number, width: number, height: number, colour: keyof typeof COLOURS = 'rule'): void {
    this.operators.push(`${COLOURS[colour]} RG 0.8 w ${points(x)} ${points(y)} ${points(width)} ${points(height)} re S`);
  }

  /** A two-dimensional code; `x` and `y` are its lower left corner, `module` the side of a module in points. */
  matrix(x: number, y: number, modules: PdfMatrix, module: number): void {
    const bars: string[] = [];
    for (const [row, cells] of modules.entries()) {
      for (let start = cells.indexOf(true); start >= 0;) {
        const end = cells.indexOf(false, start);
        const length = (end < 0 ? cells.length : end) - start;
        bars.push(`${start} ${modules.length - 1 - row} ${length} 1 re`);
        start = end < 0 ? -1 : cells.indexOf(true, end);
      }
    }
    this.operators.push(`q 0 0 0 rg ${module} 0 0 ${module} ${points(x)} ${points(y)} cm ${bars.join(' ')} f Q`);
  }

  /** A picture of the file by its name; `x` and `y` are its lower left corner. */
  image(x: number, y: number, width: number, height: number, name: string): void {
    this.operators.push(`q ${points(width)} 0 0 ${points(height)} ${points(x)} ${points(y)} cm /${name} Do Q`);
  }

  content(): string {
    return this.operators.join('\n');
  }
}

/** Size in points, and the look. `bold` overrides what the style says. */
export interface TextLook {
  readonly size: number;
  readonly style?: PdfStyle | 'accent';
  readonly bold?: boolean;
}

/** Whether a look takes the bold font. */
export function isBold({ style, bold }: Pick<TextLook, 'style' | 'bold'>): boolean {
  return bold ?? (style === 'strong' || style === 'alert' || style === 'accent');
}

function points(value: number): string {
  return String(Math.round(value * 100) / 100);
}
