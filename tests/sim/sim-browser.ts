import { AsyncLocalStorage } from 'node:async_hooks';
import { hash } from 'node:crypto';
import type { Timeline } from '../flow/timeline.ts';
import { type MemoryIdb, memoryIdb } from './memory-idb.ts';
import { type MemoryOpfs, memoryOpfs } from './memory-opfs.ts';

/**
 * What a browser gives to the pages of one device: IndexedDB, files, local storage and timers, all on virtual time
 * and all subject to the same power cut. The modules of the kiosk reach for them by their global names, as in a
 * browser; which device's they get follows from where the call comes from.
 */
export interface SimBrowser {
  readonly idb: MemoryIdb;
  readonly opfs: MemoryOpfs;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'> & { clear(): void };
  /** Locks between the pages; `freeze` = a page that holds one stops working and keeps it. */
  readonly locks: Pick<LockManager, 'request'> & { freeze(): void };
  /** Runs page code on this device. */
  run<T>(work: () => T): T;
  cut(): void;
}

/** What stands for a CryptoKey: it signs a text, base64. */
export interface SimKey {
  readonly sign: (text: string) => string;
}

interface Globals {
  readonly time: Timeline;
  readonly indexedDB: IDBFactory;
  isOn: boolean;
}
const here = new AsyncLocalStorage<Globals>();

/** Local storage loses what was written in the last seconds before a power cut. */
const STORAGE_FLUSHED_AFTER_MS = 2_000;

export function simBrowser(time: Timeline, chance: () => number, onFuse: () => void): SimBrowser {
  const idb = memoryIdb(time, chance);
  const opfs = memoryOpfs(time, chance, onFuse);
  let values = new Map<string, string>();
  let flushed = values;
  let powered = {};
  const storage = {
    getItem: (name: string) => values.get(name) ?? null,
    setItem(name: string, value: string) {
      values = new Map(values).set(name, value);
      const [written, since] = [values, powered];
      time.later(STORAGE_FLUSHED_AFTER_MS, () => {
        if (since === powered) flushed = written;
      });
    },
    clear() {
      values = new Map();
      flushed = values;
      powered = {};
    },
  };
  let held: object | undefined;
  const locks = {
    async request(_name: string, options: LockOptions, work: (lock: unknown) => unknown) {
      if (held && !options.steal) return work(null);
      const mine = {};
      held = mine;
      try {
        return await work(mine);
      } finally {
        if (held === mine) held = undefined;
      }
    },
    freeze: () => {
      held = {};
    },
  } as SimBrowser['locks'];
  let globals: Globals = { time, indexedDB: idb.factory(), isOn: true };
  return {
    idb,
    opfs,
    storage,
    locks,
    run: (work) => here.run(globals, work),
    cut() {
      idb.cut();
      opfs.cut();
      values = flushed;
      powered = {};
      held = undefined;
      globals.isOn = false;
      globals = { time, indexedDB: idb.factory(), isOn: true };
    },
  };
}

/** Puts the browser's names into this thread. Outside of `run` they are what they were. */
export function installBrowser(): void {
  const { setTimeout: realSetTimeout, clearTimeout: realClearTimeout } = globalThis;
  const realSetInterval = globalThis.setInterval;
  const setTimeout = (call: () => void, ms = 0, ...rest: unknown[]) => {
    const globals = here.getStore();
    if (!globals) return realSetTimeout(call, ms, ...rest);
    return { cancel: globals.time.later(ms, () => globals.isOn && call()) };
  };
  const clearTimeout = (timer: unknown) => {
    if (timer && typeof timer === 'object' && 'cancel' in timer) (timer.cancel as () => void)();
    else realClearTimeout(timer as NodeJS.Timeout);
  };
  const setInterval = (call: () => void, ms = 0) => {
    const globals = here.getStore();
    if (!globals) return realSetInterval(call, ms);
    const timer = { cancel: () => {} };
    const again = () => {
      timer.cancel = globals.time.later(ms, () => {
        if (!globals.isOn) return;
        call();
        again();
      });
    };
    again();
    return timer;
  };
  // Done at once instead of in another thread, so that a seed is the same run every time.
  const subtle = {
    digest: async (_name: string, bytes: Uint8Array) => {
      const digest = hash('sha256', bytes, 'buffer');
      return digest.buffer.slice(digest.byteOffset, digest.byteOffset + digest.length);
    },
    sign: async (_way: unknown, key: unknown, bytes: Uint8Array) => {
      const signature = Buffer.from((key as SimKey).sign(new TextDecoder().decode(bytes)), 'base64');
      return Uint8Array.from(signature).buffer;
    },
  };
  const properties = {
    setTimeout: { value: setTimeout, configurable: true, writable: true },
    setInterval: { value: setInterval, configurable: true, writable: true },
    clearInterval: { value: clearTimeout, configurable: true, writable: true },
    clearTimeout: { value: clearTimeout, configurable: true, writable: true },
    crypto: { value: { subtle }, configurable: true, writable: true },
    indexedDB: { get: () => here.getStore()?.indexedDB, configurable: true },
    IDBKeyRange: {
      value: { bound: (lower: string, upper: string, isOpen = false) => ({ lower, upper, isOpen }) },
      configurable: true,
    },
  };
  Object.defineProperties(globalThis, properties);
}
