import { SCREEN_TICKET_MINUTES } from '../shared/wire/counter-requests.ts';
import { createRecentMap } from './recent-map.ts';
import type { WayIn } from './store/organisation.ts';

/**
 * Tickets that staff show on their screen. They live in memory alone, by their hash: each is of one moment and one person,
 * and the database holds no instant that could stand beside an answer. A restart forgets them; the screen then shows
 * another one, and bytes that were taken are receipted without it.
 */
export interface ScreenTickets {
  add(hash: string, way: WayIn): void;
  /** What it opens; undefined when its time is up. `open`: a phone has it now. */
  open(hash: string): WayIn | undefined;
  place(hash: string): WayIn | undefined;
  /**
   * Whether these bytes may use it. The same bytes may again: their transaction may have been taken back, together with
   * others that failed.
   */
  spend(hash: string, leaf: string): boolean;
  /** The screen shows another one: what nobody has opened opens nothing any more. */
  drop(hash: string): void;
  look(hash: string): 'waiting' | 'used' | 'gone';
}

const LIVES_MS = SCREEN_TICKET_MINUTES * 60_000;
/** Once it is open on a phone: nobody is hurried there. */
const OPEN_LIVES_MS = 60 * 60_000;
/** Far more than all counters of a province show within a quarter of an hour. */
const TICKETS_MOST = 20_000;

interface Kept {
  readonly way: WayIn;
  readonly ends: number;
  readonly isOpen: boolean;
  readonly spentBy?: string;
}

export function createScreenTickets(clock: () => number): ScreenTickets {
  const tickets = createRecentMap<Kept>(TICKETS_MOST);
  const live = (hash: string) => {
    const kept = tickets.get(hash);
    if (!kept || kept.ends > clock()) return kept;
    tickets.delete(hash);
    return undefined;
  };
  return {
    add: (hash, way) => tickets.set(hash, { way, ends: clock() + LIVES_MS, isOpen: false }),
    open(hash) {
      const kept = live(hash);
      if (!kept || kept.spentBy !== undefined) return undefined;
      tickets.set(hash, { ...kept, ends: clock() + OPEN_LIVES_MS, isOpen: true });
      return kept.way;
    },
    place: (hash) => live(hash)?.way,
    spend(hash, leaf) {
      const kept = live(hash);
      if (!kept || (kept.spentBy ?? leaf) !== leaf) return false;
      tickets.set(hash, { ...kept, isOpen: true, spentBy: leaf });
      return true;
    },
    drop(hash) {
      if (live(hash)?.isOpen === false) tickets.delete(hash);
    },
    look(hash) {
      const kept = live(hash);
      if (!kept) return 'gone';
      return kept.isOpen ? 'used' : 'waiting';
    },
  };
}
