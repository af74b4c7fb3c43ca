import * as v from 'valibot';
import { recall, type Shelf } from './shelf.ts';

/** The last round of sending and the faults of that time, as the kiosk's page leaves them for the staff page. */
const LastRoundSchema = v.object({
  /** Device's clock, ms since 1970. */
  atMs: v.number(),
  /** `drained`, or why it failed. */
  end: v.string(),
  /** Device's clock at the last answer that was the server's own; null before the first. */
  contactMs: v.nullable(v.number()),
  /** Lowest version that the server lets collect. */
  minApp: v.string(),
  faults: v.array(v.string()),
});
export type LastRound = v.InferOutput<typeof LastRoundSchema>;
const NAME = 'round';

export const keepRound = (shelf: Shelf, round: LastRound): Promise<void> => shelf.write(NAME, round);
export const recallRound = (shelf: Shelf): Promise<LastRound | undefined> =>
  recall(shelf, NAME, LastRoundSchema);
