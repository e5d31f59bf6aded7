import type { PdfImage } from './pdf-image.js';

/** How a text looks. Whatever a style means must also be said in words or signs: many print without colour. */
export type PdfStyle = 'plain' | 'strong' | 'quiet' | 'alert';

/** A text of one look. It may hold line breaks; the writer wraps what is too long. */
export interface PdfText {
  readonly text: string;
  /** Absent: `plain`. */
  readonly style?: PdfStyle;
}

/** A two-dimensional code, from top to bottom: true is a dark module. */
export type PdfMatrix = readonly (readonly boolean[])[];

/** One of the columns of a panel. `width` is its share of the panel; the shares sum to 1. */
export interface PdfPanelColumn {
  readonly width: number;
  readonly lines: readonly PdfText[];
  /** Drawn at the right of the column, with its caption under it. */
  readonly matrix?: { readonly modules: PdfMatrix; readonly caption: string };
}

/** One line of a table: a cell per column; a heading, a group's name, a note or a picture takes the whole width. */
export type PdfRow =
  | { readonly kind: 'cells'; readonly cells: readonly PdfText[] }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'group'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  /** Made smaller where it is larger than the line or half a page; its name stands under it. */
  | { readonly kind: 'image'; readonly text: string; readonly image: PdfImage };

/** A table under its heading. Both are printed again at the top of each page that it takes. */
export interface PdfTable {
  readonly kind: 'table';
  readonly heading: string;
  /** It goes on under the heading of the table before: its own is printed overleaf only. */
  readonly follows?: boolean;
  /** Of what the table is, between heading and columns. */
  readonly caption?: string;
  /** Under the heading, on its first page only. */
  readonly lines: readonly PdfText[];
  /** `width`: share of the line; the shares sum to 1. None: every row takes the whole width. */
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly PdfRow[];
}

/** A piece of the document, from top to bottom. */
export type PdfBlock =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | ({ readonly kind: 'paragraph' } & PdfText)
  /** A paragraph in a frame, that nobody may miss. */
  | { readonly kind: 'notice'; readonly text: string }
  /** Columns side by side, framed or not. */
  | { readonly kind: 'panel'; readonly framed: boolean; readonly columns: readonly PdfPanelColumn[] }
  | PdfTable;

/** A document on paper: A4, in French, archivable. */
export interface PdfDocument {
  /** In the metadata of the file; no patient data: viewers show it in their title bar, and search engines read it. */
  readonly title: string;
  /** Who answers for the document, in the metadata. */
  readonly author: string;
  /** In the metadata, as the time of creation. The bytes depend on no other clock. */
  readonly createdAt: Date;
  /** What tells this document from every other, e.g. its OID: gives the identifier of the file. */
  readonly identifier: string;
  /** Printed at the top of the second page and of all that follow. */
  readonly runningHead: string;
  /** Printed at the foot of each page, before the page number. */
  readonly footer: string;
  readonly blocks: readonly PdfBlock[];
}
