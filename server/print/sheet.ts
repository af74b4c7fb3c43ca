import type { Language } from '../../shared/questionnaire.ts';
import type { PrintFormat } from '../../shared/code-limits.ts';

/** One code as it is printed: plain data, because it goes to a thread of its own. Texts are in the sheet's language. */
export interface PrintedCode {
  /** What the picture holds. */
  readonly address: string;
  /** The code to type, in two groups; null on a ticket, which is too long to type. */
  readonly typed: string | null;
  readonly office: string;
  readonly point: string;
  /** Counter and field; empty where the code has neither. */
  readonly place: string;
}

export interface Sheet {
  readonly kind: PrintFormat | 'slips';
  readonly language: Language;
  readonly title: string;
  /** The server's host, as a person compares it with the address bar. */
  readonly host: string;
  /** Last day of use, in words; of tickets. */
  readonly until: string | null;
  /** Of a demo or training tree: it says so, in case somebody hangs it up. */
  readonly isTrial: boolean;
  readonly codes: readonly PrintedCode[];
}
