/**
 * Statements of PostgreSQL that the writing connection sends without waiting for the answers before. Their texts come again
 * and again, so a connection prepares each of them once. Promised: they are carried out in the order in which they were sent;
 * one that fails fails all behind it in its transaction, the commit at the latest, and with its own fault.
 *
 * Accepting submissions takes some thirty statements, and a way to the database and back for each was most of its time.
 * Must be single statements where several are asked for side by side: one that followed the answer of another could be
 * sent behind the rollback.
 */

/** Stands in place of rows: they are on their way. */
export class Sent {
  readonly rows: Promise<unknown[]>;

  constructor(rows: Promise<unknown[]>) {
    this.rows = rows;
    // who does not look at them hears of a fault by the statements behind
    rows.catch(() => {});
  }
}

const names = new Map<string, string>();

/** Texts must be as many as there are in the source, and no more: they are kept. Returns the text. */
export function sentOn(text: string): string {
  if (!names.has(text)) names.set(text, `s${names.size}`);
  return text;
}

/** Under which a connection has it prepared; undefined where its answer is waited for. */
export const nameOfSent = (text: string): string | undefined => names.get(text);
