import type { Timeline } from '../flow/timeline.ts';

/**
 * IndexedDB in memory, as much of it as the outbox asks for: transactions are atomic, one writes at a time, and they
 * end by themselves when nothing is asked of them any more. A strict one is durable when it completes, a relaxed one
 * two seconds later (measured: a power cut lost every relaxed record of the last seconds and no strict one).
 */
export type Illness = 'fails' | 'hangs' | 'full';
type Rows = Map<string, unknown>;

interface Listener {
  readonly hear: (event: unknown) => void;
  readonly once: boolean;
}
/** Events as far as a page asks for them. */
export class Emitter {
  readonly #heard = new Map<string, Listener[]>();
  addEventListener(type: string, hear: Listener['hear'], { once = false } = {}): void {
    const heard = this.#heard.get(type);
    if (heard) heard.push({ hear, once });
    else this.#heard.set(type, [{ hear, once }]);
  }
  emit(type: string, event: unknown = { type }): void {
    const heard = this.#heard.get(type);
    if (!heard) return;
    const still = heard.filter(({ once }) => !once);
    this.#heard.set(type, still);
    for (const { hear } of heard) hear(event);
  }
}

export interface MemoryIdb {
  readonly stores: ReadonlyMap<string, Rows>;
  /** What it does from now on instead of working. */
  ill: Illness | undefined;
  /** The power goes: what was not flushed is gone, a commit under way is there as a whole or not at all. */
  cut(): void;
  /** All of it is gone; the next page makes it anew. */
  wipe(): void;
  /** `indexedDB` of the pages opened since the last cut. */
  factory(): IDBFactory;
}

const FLUSHED_AFTER_MS = 2_000;
const GONE = Symbol('gone');
interface Change {
  readonly store: Rows;
  readonly key: string;
  readonly value: unknown;
}
interface Power {
  isOn: boolean;
}

function put({ store, key, value }: Change): void {
  if (value === GONE) store.delete(key);
  else store.set(key, value);
}
const copied = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(copied)
    : value && Object.getPrototypeOf(value) === Object.prototype
      ? { ...value }
      : value;

interface Range {
  readonly lower: string;
  readonly upper: string;
  readonly isOpen: boolean;
}
const isIn = ({ lower, upper, isOpen }: Range, key: string) =>
  (isOpen ? key > lower : key >= lower) && key <= upper;

class Request extends Emitter {
  result: unknown;
  error: unknown;
}
class Transaction extends Emitter {
  error: unknown = null;
  readonly objectStore: (name: string) => unknown;
  readonly abort: () => void;
  constructor(objectStore: (name: string) => unknown, abort: () => void) {
    super();
    this.objectStore = objectStore;
    this.abort = abort;
  }
  /** It ends as soon as nothing is asked of it any more, told or not. */
  commit(): void {}
}

export function memoryIdb(time: Timeline, chance: () => number): MemoryIdb {
  const stores = new Map<string, Rows>();
  const indexes = new Map<Rows, string>();
  /** What takes back each relaxed commit that is not flushed yet, oldest first. */
  let unflushed: (() => void)[] = [];
  let underWay: (() => void) | undefined;
  let lastWrite: Promise<void> = Promise.resolve();
  let power: Power = { isOn: true };

  async function commit(changes: readonly Change[], isStrict: boolean, mine: Power): Promise<void> {
    if (!isStrict) {
      const before = changes.map(({ store, key }) => ({
        store,
        key,
        value: store.has(key) ? store.get(key) : GONE,
      }));
      const undo = () => before.toReversed().forEach(put);
      changes.forEach(put);
      unflushed.push(undo);
      time.later(FLUSHED_AFTER_MS, () => {
        unflushed = unflushed.filter((other) => other !== undo);
      });
      return;
    }
    const flush = () => {
      underWay = undefined;
      // One log for all: a flush takes along what was written before it.
      unflushed = [];
      changes.forEach(put);
    };
    underWay = flush;
    await time.sleep(1 + chance() * 25);
    if (!mine.isOn) return never();
    flush();
  }

  function transaction(mine: Power, mode: string, durability: string | undefined) {
    const written = new Map<Rows, Rows>();
    const isWriting = mode === 'readwrite';
    // Half of what seems to hang is carried out all the same, only nobody hears of it.
    const isDeaf = api.ill === 'hangs' && chance() < 0.5;
    // A page whose power has gone asks nobody any more, and holds up nobody.
    const isMute = !mine.isOn || (api.ill === 'hangs' && !isDeaf);
    const mayStart = isMute ? never() : lastWrite;
    let over!: () => void;
    if (isWriting && !isMute) lastWrite = new Promise((resolve) => (over = resolve));
    let pending = 0;
    let state: 'open' | 'over' = 'open';
    const tx = new Transaction(
      (name) => objectStore(stores.get(name)!),
      () => end(new DOMException('given up', 'AbortError')),
    );

    function end(error?: unknown): void {
      if (state === 'over') {
        if (error) throw new DOMException('it is over', 'InvalidStateError');
        return;
      }
      state = 'over';
      over?.();
      tx.error = error ?? null;
      if (mine.isOn && !isDeaf) tx.emit(error ? 'abort' : 'complete');
    }
    async function completeWhenIdle(): Promise<void> {
      // A browser waits until all promises have settled; no work here needs more turns of theirs than that.
      for (let turn = 0; turn < 50; turn++) await Promise.resolve();
      if (pending > 0 || state === 'over' || !mine.isOn) return;
      pending = Number.NaN; // it takes no more requests
      const changes = [...written].flatMap(([store, rows]) =>
        [...rows].map(([key, value]) => ({ store, key, value })),
      );
      if (changes.length > 0) await commit(changes, durability === 'strict', mine);
      end();
    }
    async function answer(request: Request, work: () => unknown): Promise<void> {
      await mayStart;
      if (!mine.isOn || state === 'over') return;
      try {
        request.result = work();
        request.emit('success');
      } catch (error) {
        request.error = error;
        request.emit('error');
        end(error);
      }
      pending--;
      if (pending === 0) void completeWhenIdle();
    }
    function ask(work: () => unknown): Request {
      if (state === 'over' || Number.isNaN(pending))
        throw new DOMException('it takes no more', 'TransactionInactiveError');
      pending++;
      const request = new Request();
      void answer(request, work);
      return request;
    }
    function objectStore(rows: Rows) {
      const changed = written.get(rows) ?? (new Map() as Rows);
      written.set(rows, changed);
      const read = (key: string) =>
        changed.has(key) ? changed.get(key) : rows.has(key) ? rows.get(key) : GONE;
      const keys = () =>
        [...new Set([...rows.keys(), ...changed.keys()])].filter((key) => read(key) !== GONE).sort();
      const change = (key: string, value: unknown) => {
        if (!isWriting) throw new DOMException('it only reads', 'ReadOnlyError');
        if (api.ill === 'full' && value !== GONE) throw new DOMException('no room', 'QuotaExceededError');
        changed.set(key, value);
      };
      const field = indexes.get(rows) ?? 'id';
      return {
        get: (key: string) => ask(() => (read(key) === GONE ? undefined : copied(read(key)))),
        getAllKeys: (range?: Range) => ask(() => keys().filter((key) => !range || isIn(range, key))),
        getAll: (range: Range, most: number) =>
          ask(() =>
            keys()
              .filter((key) => isIn(range, key))
              .slice(0, most)
              .map((key) => copied(read(key))),
          ),
        put: (value: unknown, key?: string) =>
          ask(() => change(key ?? (value as { id: string }).id, copied(value))),
        delete: (key: string) => ask(() => change(key, GONE)),
        index: () => ({
          // without a wanted value all that have one
          getAllKeys: (wanted?: string) =>
            ask(() =>
              keys().filter((key) => {
                const value = (read(key) as Record<string, unknown>)[field];
                return wanted === undefined ? value !== undefined : value === wanted;
              }),
            ),
        }),
      };
    }
    // One of which nothing is asked ends, too.
    if (!isMute) void completeWhenIdle();
    return tx;
  }

  const api: MemoryIdb = {
    stores,
    ill: undefined,
    cut() {
      power.isOn = false;
      power = { isOn: true };
      for (const undo of unflushed.toReversed()) undo();
      unflushed = [];
      if (chance() < 0.5) underWay?.();
      underWay = undefined;
      lastWrite = Promise.resolve();
    },
    wipe: () => stores.clear(),
    factory() {
      const mine = power;
      const db = {
        createObjectStore(name: string) {
          const rows: Rows = new Map();
          stores.set(name, rows);
          return { createIndex: (_name: string, field: string) => void indexes.set(rows, field) };
        },
        transaction(_names: unknown, mode = 'readonly', options: { durability?: string } = {}) {
          if (api.ill === 'fails') throw new DOMException('connection lost', 'InvalidStateError');
          return transaction(mine, mode, options.durability);
        },
        close() {},
        addEventListener() {},
      };
      async function opened(request: Request): Promise<void> {
        await Promise.resolve();
        if (!mine.isOn || api.ill === 'hangs') return;
        if (api.ill === 'fails') {
          request.error = new DOMException('backing store', 'UnknownError');
          request.emit('error');
          return;
        }
        request.result = db;
        if (stores.size === 0) request.emit('upgradeneeded');
        request.emit('success');
      }
      return {
        open() {
          const request = new Request();
          void opened(request);
          return request;
        },
      } as unknown as IDBFactory;
    },
  };
  return api;
}

const never = () => new Promise<never>(() => {});
