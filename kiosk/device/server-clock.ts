import * as v from 'valibot';
import { DAY_MS } from '../../shared/period.ts';
import { recall, type Shelf } from './shelf.ts';

/**
 * The device's clock is never trusted: tablets fall back to 1970. Its distance from the server's clock is learnt
 * from answers; how long ago says how far it can still be trusted.
 */

const LearntSchema = v.object({ serverMs: v.number(), deviceMs: v.number() });
type Learnt = v.InferOutput<typeof LearntSchema>;

/** A tablet's clock drifts by seconds a day; after a week without an answer a half-day is an estimate. */
const TRUSTED_MS = 7 * DAY_MS;
/** Learnt anew only when it says something new, so that not every answer costs a write. */
const WORTH_WRITING_MS = 60_000;
const NAME = 'clock';

export interface BusinessClock {
  /** The best guess of the true time, and its quality as it stands in a submission. */
  read(): { readonly ms: number; readonly quality: 'ok' | 'est' | 'unknown' };
  learn(serverMs: number): void;
}

export async function openServerClock(shelf: Shelf, deviceClock: () => number): Promise<BusinessClock> {
  let learnt: Learnt | undefined = await recall(shelf, NAME, LearntSchema);
  let written: Learnt | undefined = learnt;
  return {
    read() {
      const deviceMs = deviceClock();
      if (!learnt) return { ms: deviceMs, quality: 'unknown' };
      const elapsedMs = deviceMs - learnt.deviceMs;
      // The clock was set back since: nothing is known but that it is later than the last answer.
      if (elapsedMs < 0) return { ms: learnt.serverMs, quality: 'unknown' };
      return { ms: learnt.serverMs + elapsedMs, quality: elapsedMs <= TRUSTED_MS ? 'ok' : 'est' };
    },
    learn(serverMs) {
      learnt = { serverMs, deviceMs: deviceClock() };
      const offsetMs = ({ serverMs: there, deviceMs: here }: Learnt) => there - here;
      const isNews =
        !written ||
        Math.abs(offsetMs(learnt) - offsetMs(written)) > WORTH_WRITING_MS ||
        learnt.deviceMs - written.deviceMs > DAY_MS / 24;
      if (!isNews) return;
      written = learnt;
      void shelf.write(NAME, learnt).catch(() => {});
    },
  };
}
