/** One line of a table. Cells may hold line breaks; the writer wraps what is too long. */
export interface PdfRow {
  readonly cells: readonly string[];
  readonly bold?: boolean;
}

/** A piece of the page, from top to bottom. */
export type PdfBlock =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly bold?: boolean }
  /** `width`: share of the line, the shares of a table sum to 1. Titles are printed again on each page. A row with one cell takes the whole line. */
  | {
      readonly kind: 'table';
      readonly columns: readonly { readonly title: string; readonly width: number }[];
      readonly rows: readonly PdfRow[];
    };

/** A document on paper: A4, Helvetica. */
export interface PdfDocument {
  /** In the metadata of the file; no patient data, viewers show it in their title bar. */
  readonly title: string;
  /** Printed at the foot of each page, before the page number. */
  readonly footer: string;
  readonly blocks: readonly PdfBlock[];
}
