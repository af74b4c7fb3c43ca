import type { CutBy } from '../../shared/wire/cuts.ts';

/** A figure whose passport somebody wants to see. */
export interface AskedPassport {
  readonly group: string;
  readonly by: CutBy | null;
  readonly value: string;
  /** How the page calls the row; empty for the unit itself. */
  readonly name: string;
}

export type OpenPassport = (asked: AskedPassport) => void;
