import { createRecentMap } from '../recent-map.ts';
import { localDay } from '../../shared/period.ts';
import type { ExportState, RowExport } from '../../shared/wire/row-exports.ts';
import type { AskedExport, Exporter } from '../row-exporter.ts';

/** Of all accounts: each takes a core while it runs, and there are two. */
const AT_ONCE_MOST = 2;
/** Nobody reads so slowly: SQLite's transaction log is not emptied while a snapshot is read, and it shows what came when. */
const MOST_MS = 5 * 60_000;
/** Prepared and never fetched ones make room. */
const KEPT_MOST = 200;

/** What is prepared; it is read as of when it is fetched. */
export type Prepared = Omit<AskedExport, 'nowMs' | 'day'>;

interface Held {
  readonly account: string;
  readonly asked: Prepared;
  readonly stop: AbortController;
  state: ExportState;
  rows: number;
  share: number;
}

/** The exports of this server process, in memory: prepared, under way, and what became of them. */
export function createOpenExports(exporter: Exporter, stopping: AbortSignal | undefined) {
  const held = createRecentMap<Held>(KEPT_MOST);
  let running = 0;
  const find = (id: string, account: string) => {
    const one = held.get(id);
    return one?.account === account ? one : undefined;
  };
  const told = (id: string, { asked, state, rows, share }: Held): RowExport => {
    return { id, file: asked.file, state, rows, share };
  };
  return {
    prepare(id: string, account: string, asked: Prepared): RowExport {
      const one: Held = { account, asked, stop: new AbortController(), state: 'ready', rows: 0, share: 0 };
      held.set(id, one);
      return told(id, one);
    },
    holds: (id: string) => held.get(id) !== undefined,
    isFull: () => running >= AT_ONCE_MOST,
    asked: (id: string, account: string): Prepared | undefined => {
      const one = find(id, account);
      return one?.state === 'ready' ? one.asked : undefined;
    },
    look(id: string, account: string): RowExport | undefined {
      const one = find(id, account);
      return one && told(id, one);
    },
    cancel(id: string, account: string): RowExport | undefined {
      const one = find(id, account);
      if (!one) return undefined;
      if (one.state === 'ready' || one.state === 'running') one.state = 'cancelled';
      one.stop.abort();
      return told(id, one);
    },
    /** The bytes of a prepared one, once; `ended` hears what became of it. */
    start(
      id: string,
      account: string,
      nowMs: number,
      ended: (result: RowExport) => void,
    ): ReadableStream<Uint8Array> | undefined {
      const one = find(id, account);
      if (one?.state !== 'ready' || running >= AT_ONCE_MOST) return undefined;
      one.state = 'running';
      running++;
      const signals = [one.stop.signal, AbortSignal.timeout(MOST_MS), ...(stopping ? [stopping] : [])];
      const { stream, over } = exporter(
        { ...one.asked, nowMs, day: localDay(nowMs) },
        ({ rows, share }) => Object.assign(one, { rows, share }),
        AbortSignal.any(signals),
      );
      const settle = (state: ExportState) => {
        running--;
        if (one.state === 'running') one.state = state;
        ended(told(id, one));
      };
      over.then(
        () => settle('done'),
        () => settle('failed'),
      );
      return stream;
    },
  };
}
