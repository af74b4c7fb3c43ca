import type { Language } from '../../shared/questionnaire.ts';

/** A report in the form of Nghị định 30/2020, as plain data, because it goes to a thread of its own. */
export interface OfficialPaper {
  readonly kind: 'docx' | 'pdf';
  readonly language: Language;
  /** Of a demo or training tree; empty on real ones. */
  readonly mark: string;
  /** The agency above, in capitals; empty where there is none. */
  readonly above: string;
  readonly agency: string;
  /** The country's name and its motto. */
  readonly nation: readonly [string, string];
  /** Number, and place with date: both are filled in by hand. */
  readonly number: string;
  readonly placeAndDate: string;
  readonly title: string;
  readonly subject: string;
  readonly blocks: readonly PaperBlock[];
  readonly recipients: { readonly label: string; readonly list: readonly string[] };
  /** Whose signature, which stays blank. */
  readonly signer: string;
  readonly annexes: readonly {
    /** `Phụ lục I`. */
    readonly name: string;
    readonly title: string;
    /** What it belongs to, with number and date left blank. */
    readonly note: string;
    readonly blocks: readonly PaperBlock[];
  }[];
}

export type PaperBlock =
  | { readonly kind: 'heading'; readonly text: string }
  /** A numbered part of what stands under a heading. */
  | { readonly kind: 'part'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | PaperTable
  | PaperPicture;

export interface PaperTable {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly string[];
  /** Parts of the width. */
  readonly widths: readonly number[];
  /** The last cell of a row that has too few goes on to the end. */
  readonly rows: readonly (readonly string[])[];
  /** Columns on the left that hold names; the others hold numbers. One, where nothing is said. */
  readonly names?: number;
  /** Size of its letters in points, where it has many columns. */
  readonly size?: number;
}

/** A drawing in black and greys. */
export interface PaperPicture {
  readonly kind: 'picture';
  readonly caption: string;
  /** Everything that it shows, in words, for people who do not see it. */
  readonly alt: string;
  /** Of shapes and letters alone; its fonts are those of the paper. */
  readonly svg: string;
  /** In points; `width` at most that of the text. */
  readonly width: number;
  readonly height: number;
}
