import * as v from 'valibot';
import { recall, type Shelf } from '../device/shelf.ts';

/** Running totals of one local day beside those of `day-counts.ts`; they travel in the same heartbeat. */
export interface SoundTotals {
  /** Visits begun in the language of a pack, by its code. */
  readonly packs: Readonly<Record<string, number>>;
  /** Visits in which something was heard. */
  readonly heard: number;
}

const NAME = 'sound-day';
const DaySchema = v.object({
  date: v.string(),
  packs: v.record(v.string(), v.number()),
  heard: v.number(),
});

export interface SoundCounts {
  began(pack: string): void;
  heard(): void;
  /** Of this day; nothing where nothing was counted. */
  totalsOf(date: string): Partial<SoundTotals>;
}

export async function openSoundCounts(shelf: Shelf, localDay: () => string): Promise<SoundCounts> {
  let day = await recall(shelf, NAME, DaySchema).catch(() => undefined);
  function add(change: (totals: SoundTotals) => Partial<SoundTotals>): void {
    const date = localDay();
    const before = day?.date === date ? day : { date, packs: {}, heard: 0 };
    day = { ...before, ...change(before) };
    void shelf.write(NAME, day).catch(() => {});
  }
  return {
    began: (pack) => add(({ packs }) => ({ packs: { ...packs, [pack]: (packs[pack] ?? 0) + 1 } })),
    heard: () => add(({ heard }) => ({ heard: heard + 1 })),
    totalsOf(date) {
      if (day?.date !== date) return {};
      const { packs, heard } = day;
      return { packs, heard };
    },
  };
}
