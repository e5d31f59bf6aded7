import type { CdaNode, CdaTree } from '../cda-tree.js';
import type { CdaId } from '../cda-types.js';
import { child, textOf } from '../read-cda-types.js';
import { NarrativeText } from './narrative-text.js';
import { ReadingNotes } from './reading-notes.js';

/** What the readers of a body share: the narrative, the findings, and the identifiers to derive. */
export class ReadingContext {
  readonly notes = new ReadingNotes();
  readonly narrative: NarrativeText;
  readonly #derived = new Map<string, number>();

  constructor(
    private readonly tree: CdaTree,
    private readonly documentId: CdaId,
    maxCharacters: number,
  ) {
    this.narrative = new NarrativeText(tree.narrative, maxCharacters);
  }

  /**
   * The words of an `originalText`, or of the `text` of an entry: what its reference shows, else what it says itself. Absent: there is
   * none, or the reference dangles, which is a finding.
   */
  words(node: CdaNode | undefined): string | undefined {
    if (!node) return undefined;
    const reference = child(node, 'reference');
    const value = reference?.attributes['value'];
    const said = textOf(node);
    if (!reference || !value) return said;
    const target = this.narrative.target(value);
    if (target) return this.narrative.of(target) || said;
    this.notes.add('cda.dangling-reference', reference);
    return said;
  }

  /** The words of a coded element: those of its `originalText`. */
  originalText(node: CdaNode | undefined): string | undefined {
    return this.words(child(node, 'originalText'));
  }

  /** Where the narrative shows a picture. */
  shownAt(media: CdaNode): CdaNode | undefined {
    return this.tree.shown.get(media.attributes['ID'] ?? '');
  }

  /** Where the narrative shows what a coded element calls itself. */
  labelledAt(node: CdaNode | undefined): CdaNode | undefined {
    const original = node?.children.find(({ name }) => name === 'originalText');
    const reference = original?.children.find(({ name }) => name === 'reference');
    return this.narrative.target(reference?.attributes['value'] ?? '');
  }

  /** An identifier for something that has none and needs one, under that of the document: the same in every reading. */
  deriveId(node: CdaNode, kind: string): CdaId {
    const number = (this.#derived.get(kind) ?? 0) + 1;
    this.#derived.set(kind, number);
    this.notes.add('cda.id-derived', node);
    const { root, extension } = this.documentId;
    return { root, extension: [extension, kind, number].filter((part) => part !== undefined).join('-') };
  }
}
