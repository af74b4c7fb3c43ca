import { neutralCell } from '../../shared/neutral-cell.ts';
import type { BookCell } from '../print/book.ts';

/** Cells of the spreadsheet of a report. */

export const WHOLE = '#,##0';
export const TENTHS = '#,##0.0';
export const EXACT = '0.000000';

export const text = (said: string): BookCell => ({ text: neutralCell(said) });
export const head = (said: string): BookCell => ({ text: neutralCell(said), isHead: true });
export const title = (said: string): BookCell => ({ text: neutralCell(said), isTitle: true });
export const whole = (number: number): BookCell => ({ number, format: WHOLE });
export const tenth = (number: number): BookCell => ({ number, format: TENTHS });
export const exact = (formula: string): BookCell => ({ formula, format: EXACT });
export const tenths = (formula: string): BookCell => ({ formula, format: TENTHS });

/** The letter of a column, the first one 0. */
export const columnOf = (index: number): string => String.fromCharCode(65 + index);

/** A percentage of whole numbers: `ROUND` rounds half up, and 1000·Y/M has its halves exactly: one decimal, once, as the server rounds. */
export const percentFormula = (y: string, m: string) => `=ROUND(1000*${y}/${m},0)/10`;

/** A bound of Wilson's interval in percent, one decimal; `z` is a cell. */
export const wilsonFormula = (p: string, n: string, z: string, sign: '+' | '-') =>
  `=ROUND(1000*(${p}+${z}^2/(2*${n})${sign}${z}*SQRT(${p}*(1-${p})/${n}+${z}^2/(4*${n}^2)))/(1+${z}^2/${n}),0)/10`;

/** Whether what was computed anew equals what was served. */
export const checkFormula = (
  pairs: readonly (readonly [anew: string, served: string])[],
  words: { readonly same: string; readonly differs: string },
): BookCell => ({
  formula: `=IF(AND(${pairs.map(([anew, served]) => `${anew}=${served}`).join(',')}),"${words.same}","${words.differs}")`,
});
