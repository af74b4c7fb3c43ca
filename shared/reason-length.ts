/** A sentence for the record, in characters: whoever reads the history later must understand it. */
export const REASON_LEAST = 10;
export const REASON_MOST = 300;
