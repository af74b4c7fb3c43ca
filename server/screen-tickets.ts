import { SCREEN_TICKET_MINUTES } from '../shared/wire/counter-requests.ts';
import type { WayIn } from './store/organisation.ts';
import type { Kept, Memories } from './store/shared-memory.ts';

/**
 * Tickets that staff show on their screen. They live in memory alone, by their hash: each is of one moment and one person,
 * and the database holds no instant that could stand beside an answer. A restart forgets them; the screen then shows
 * another one, and bytes that were taken are receipted without it.
 */
export interface ScreenTickets {
  add(hash: string, way: WayIn): Promise<void>;
  /** What it opens; undefined when its time is up. `open`: a phone has it now. */
  open(hash: string): Promise<WayIn | undefined>;
  place(hash: string): Promise<WayIn | undefined>;
  /**
   * Whether these bytes may use it. The same bytes may again: their transaction may have been taken back, together with
   * others that failed.
   */
  spend(hash: string, leaf: string): Promise<boolean>;
  /** The screen shows another one: what nobody has opened opens nothing any more. */
  drop(hash: string): Promise<void>;
  look(hash: string): Promise<'waiting' | 'used' | 'gone'>;
}

const LIVES_MS = SCREEN_TICKET_MINUTES * 60_000;
/** Once it is open on a phone: nobody is hurried there. */
const OPEN_LIVES_MS = 60 * 60_000;
/** Far more than all counters of a province show within a quarter of an hour. */
const TICKETS_MOST = 20_000;

interface Ticket {
  readonly way: WayIn;
  readonly isOpen: boolean;
  readonly spentBy?: string;
}

export function createScreenTickets(deps: {
  readonly clock: () => number;
  readonly memories: Memories;
}): ScreenTickets {
  const { clock } = deps;
  const tickets = deps.memories<Ticket>('screen tickets', TICKETS_MOST);
  const put = (hash: string, kept: Kept<Ticket> | undefined) =>
    tickets.change(hash, () => ({ result: undefined, kept }));
  return {
    add: (hash, way) => put(hash, { value: { way, isOpen: false }, ends: clock() + LIVES_MS }),
    open: (hash) =>
      tickets.change<WayIn | undefined>(hash, (kept) => {
        if (!kept || kept.value.spentBy !== undefined) return { result: undefined, kept };
        const open = { value: { ...kept.value, isOpen: true }, ends: clock() + OPEN_LIVES_MS };
        return { result: kept.value.way, kept: open };
      }),
    place: async (hash) => (await tickets.get(hash))?.value.way,
    spend: (hash, leaf) =>
      tickets.change(hash, (kept) => {
        if (!kept || (kept.value.spentBy ?? leaf) !== leaf) return { result: false, kept };
        return { result: true, kept: { ...kept, value: { ...kept.value, isOpen: true, spentBy: leaf } } };
      }),
    drop: (hash) =>
      tickets.change(hash, (kept) => ({ result: undefined, kept: kept?.value.isOpen ? kept : undefined })),
    async look(hash) {
      const kept = await tickets.get(hash);
      if (!kept) return 'gone';
      return kept.value.isOpen ? 'used' : 'waiting';
    },
  };
}
