import type { CdaNode, CdaTree } from '../cda-tree.js';
import { UnreadableCda } from '../unreadable-cda.js';

// A line break that was written as one, and an edge of a block. XML can hold neither character, so they cannot be taken for text.
const BREAK = '\u0000';
const EDGE = '\u0001';
const BLOCKS = new Set(['paragraph', 'list', 'item', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'caption']);
const CELLS = new Set(['td', 'th']);
const UNPRINTED = new Set(['renderMultiMedia', 'colgroup', 'col']);

/**
 * The text that narrative elements show. `br` and the end of a block are line feeds, the cells of a row are put apart by ` | `.
 *
 * White space that holds a line feed comes from the way the XML was laid out: one space, none at either end of a line. Other runs of
 * spaces are kept, for laboratories align their comments with them.
 */
export class NarrativeText {
  readonly #known = new Map<CdaNode, string>();
  #left: number;

  /** @param budget - Characters that may be made in all: elements inside each other could else make many times the document. */
  constructor(
    private readonly narrative: CdaTree['narrative'],
    budget: number,
  ) {
    this.#left = budget;
  }

  /** The element that a reference names: `#id`, or `id`, as official examples have too. */
  target(reference: string): CdaNode | undefined {
    return this.narrative.get(reference.startsWith('#') ? reference.slice(1) : reference);
  }

  /** What an element of a narrative shows. @throws {UnreadableCda} The budget is spent. */
  of(node: CdaNode): string {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const pieces: string[] = [];
    gather(node, pieces);
    const raw = pieces.join('');
    this.#left -= raw.length;
    if (this.#left < 0) throw new UnreadableCda('The narrative is too long');
    const shown = tidy(raw);
    this.#known.set(node, shown);
    return shown;
  }

  /** What a whole narrative shows, paragraph by paragraph: what stands between two paragraphs is one more. */
  paragraphs(text: CdaNode): readonly string[] {
    const blocks: string[] = [];
    let inline: string[] = [];
    const flush = () => {
      blocks.push(tidy(inline.join('')));
      inline = [];
    };
    for (const part of text.parts ?? []) {
      if (typeof part === 'string') inline.push(part);
      else if (BLOCKS.has(part.name)) {
        flush();
        blocks.push(this.of(part));
      } else gather(part, inline);
    }
    flush();
    return blocks.filter((block) => block !== '');
  }
}

function gather(node: CdaNode, into: string[]): void {
  if (UNPRINTED.has(node.name)) return;
  if (node.name === 'br') {
    into.push(BREAK);
    return;
  }
  let cells = 0;
  for (const part of node.parts ?? []) {
    if (typeof part === 'string') {
      into.push(part);
      continue;
    }
    if (CELLS.has(part.name)) {
      if (cells > 0) into.push(' | ');
      cells += 1;
    }
    const block = BLOCKS.has(part.name);
    if (block) into.push(EDGE);
    gather(part, into);
    if (block) into.push(EDGE);
  }
}

function tidy(raw: string): string {
  return raw.includes(EDGE)
    ? raw
        .split(EDGE)
        .map(tidyBlock)
        .filter((block) => block !== '')
        .join('\n')
    : tidyBlock(raw);
}

function tidyBlock(raw: string): string {
  if (!/[\t\r\n\u0000]/.test(raw)) return raw.trim();
  return raw
    .replace(/[ \t\r\n]+/g, (run) => (run.includes('\n') ? '\n' : run))
    .split(BREAK)
    .map(trimLayout)
    .join('\n')
    .trim();
}

function trimLayout(line: string): string {
  const start = line.startsWith('\n') ? 1 : 0;
  const end = line.length > start && line.endsWith('\n') ? line.length - 1 : line.length;
  return line.slice(start, end).replaceAll('\n', ' ');
}
