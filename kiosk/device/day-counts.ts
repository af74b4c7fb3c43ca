import * as v from 'valibot';
import type { Heartbeat } from '../../shared/wire/device.ts';
import { recall, type Shelf } from './shelf.ts';

export type Day = Heartbeat['day'];

/** Read back from the device's own storage; what may be sent is judged by the server. */
const DaySchema = v.object({
  date: v.string(),
  wakes: v.number(),
  starts: v.number(),
  abandoned: v.array(v.number()),
});

export interface Counted {
  readonly wakes: number;
  readonly starts: number;
  readonly abandonedAt?: number;
}

const NAME = 'day';
const QUESTIONS_MOST = 60;

export interface DayCounts {
  add(counted: Counted): void;
  today(): Day;
}

/** Running totals of one local day, kept over restarts. Non-response is counted, nobody is watched. */
export async function openDayCounts(shelf: Shelf, localDay: () => string): Promise<DayCounts> {
  let day = await recall(shelf, NAME, DaySchema);
  const today = (): Day => {
    const date = localDay();
    if (day?.date !== date) day = { date, wakes: 0, starts: 0, abandoned: [] };
    return day;
  };
  return {
    today,
    add({ wakes, starts, abandonedAt }) {
      if (wakes === 0 && starts === 0 && abandonedAt === undefined) return;
      const before = today();
      const abandoned = [...before.abandoned];
      if (abandonedAt !== undefined && abandonedAt <= QUESTIONS_MOST) {
        while (abandoned.length < abandonedAt) abandoned.push(0);
        abandoned[abandonedAt - 1]! += 1;
      }
      day = { ...before, wakes: before.wakes + wakes, starts: before.starts + starts, abandoned };
      void shelf.write(NAME, day).catch(() => {});
    },
  };
}
