/** A spreadsheet as plain data, because it goes to a thread of its own. Texts in it have been neutralised (`neutralCell`). */
export interface Book {
  readonly kind: 'book';
  readonly sheets: readonly BookSheet[];
}

export interface BookSheet {
  /** At most 31 letters, none of `[]:*?/\`. */
  readonly name: string;
  /** In letters. */
  readonly widths: readonly number[];
  /** Rows that stay when one scrolls. */
  readonly stickyRows?: number;
  readonly rows: readonly (readonly BookCell[])[];
}

export type BookCell =
  | null
  | { readonly text: string; readonly isHead?: boolean; readonly isTitle?: boolean }
  | { readonly number: number; readonly format: string }
  /** With `=`; the spreadsheet that opens it computes it. */
  | { readonly formula: string; readonly format?: string };
