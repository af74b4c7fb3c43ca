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
  readonly annex: { readonly title: string; readonly blocks: readonly PaperBlock[] };
}

export type PaperBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      /** Parts of the width; the first column holds names, the others numbers. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
      readonly isSmall?: boolean;
    };
