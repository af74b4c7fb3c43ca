import { filesIn, type FileCall, type Folder, type SyncFile } from '../../kiosk/outbox/journal-files.ts';
import type { Timeline } from '../flow/timeline.ts';
import { Emitter } from './memory-idb.ts';

/**
 * The origin's own files in memory, and the worker that writes them. What is flushed is durable. What is not may be
 * there after a power cut, be there in part, or be gone; the power can go between any two calls of a file.
 */
export interface MemoryOpfs {
  readonly files: Map<string, Uint8Array<ArrayBuffer>>;
  ill: 'fails' | 'hangs' | undefined;
  /** The power goes before the n-th call from now on (write, truncate, flush, remove). */
  cutBefore: number | undefined;
  cut(): void;
  makeWorker(): Worker;
}

interface Power {
  isOn: boolean;
}
class PowerGone extends Error {}
const EMPTY = new Uint8Array();

export function memoryOpfs(time: Timeline, chance: () => number, onFuse: () => void): MemoryOpfs {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  /** What is certain to be there after a power cut, where it differs. */
  const durable = new Map<string, Uint8Array<ArrayBuffer> | undefined>();
  /** Truncated since they were flushed last. */
  const anew = new Set<string>();
  const open = new Set<string>();
  let power: Power = { isOn: true };

  function spend(mine: Power): void {
    if (!mine.isOn) throw new PowerGone();
    if (api.cutBefore === undefined || --api.cutBefore > 0) return;
    api.cutBefore = undefined;
    onFuse();
    throw new PowerGone();
  }
  function change(name: string, bytes: Uint8Array<ArrayBuffer>): void {
    if (!durable.has(name)) durable.set(name, files.get(name));
    files.set(name, bytes);
  }

  function syncFile(name: string, mine: Power): SyncFile {
    open.add(name);
    const now = () => files.get(name) ?? EMPTY;
    return {
      getSize: () => now().length,
      read(into, { at }) {
        into.set(now().subarray(at, at + into.length));
        return into.length;
      },
      write(bytes, { at }) {
        spend(mine);
        const next = new Uint8Array(Math.max(now().length, at + bytes.length));
        next.set(now());
        next.set(bytes, at);
        change(name, next);
        return bytes.length;
      },
      truncate(size) {
        spend(mine);
        anew.add(name);
        change(name, now().slice(0, size));
      },
      flush() {
        spend(mine);
        durable.delete(name);
        anew.delete(name);
      },
      close: () => void open.delete(name),
    };
  }

  function folder(mine: Power): Folder {
    return {
      keys: () => each(files.keys()),
      async getFileHandle(name) {
        if (!files.has(name)) change(name, EMPTY);
        return {
          async createSyncAccessHandle() {
            if (open.has(name)) throw new DOMException('open elsewhere', 'NoModificationAllowedError');
            return syncFile(name, mine);
          },
        };
      },
      async removeEntry(name) {
        spend(mine);
        if (!durable.has(name)) durable.set(name, files.get(name));
        files.delete(name);
        // A folder's entry is written back like everything else.
        time.later(2_000, () => !files.has(name) && durable.delete(name));
      },
    };
  }

  const api: MemoryOpfs = {
    files,
    ill: undefined,
    cutBefore: undefined,
    cut() {
      power.isOn = false;
      power = { isOn: true };
      open.clear();
      for (const [name, sure] of durable) {
        const dice = chance();
        const now = files.get(name);
        if (dice < 0.4) {
          if (sure) files.set(name, sure);
          else files.delete(name);
        } else if (dice < 0.8 && now) files.set(name, torn(sure ?? EMPTY, now, anew.has(name), chance()));
      }
      durable.clear();
      anew.clear();
    },
    makeWorker() {
      const mine = power;
      const calls = filesIn(folder(mine));
      let isAlive = true;
      let before: Promise<unknown> = Promise.resolve();
      async function carryOut([name, ...given]: FileCall): Promise<unknown> {
        await time.sleep(1 + chance() * 12);
        if (!mine.isOn) return never();
        if (api.ill === 'hangs') return never();
        if (api.ill === 'fails') throw new DOMException('gone', 'NotFoundError');
        return (calls[name] as (...args: unknown[]) => Promise<unknown>)(...given);
      }
      const page = new Emitter();
      const tell = (data: unknown) => {
        if (isAlive && mine.isOn) page.emit('message', { data });
      };
      const worker = {
        addEventListener: page.addEventListener.bind(page),
        terminate: () => {
          isAlive = false;
        },
        postMessage(call: FileCall) {
          before = before
            .then(() => carryOut(call))
            .then(
              (result) => tell({ result }),
              (error: unknown) => tell({ error: String(error) }),
            );
        },
      };
      return worker as unknown as Worker;
    },
  };
  return api;
}

/** Of what was written only a first part has reached the disk. */
function torn(
  sure: Uint8Array<ArrayBuffer>,
  now: Uint8Array<ArrayBuffer>,
  isAnew: boolean,
  dice: number,
): Uint8Array<ArrayBuffer> {
  const written = Math.floor((now.length + 1) * dice);
  if (isAnew) return now.slice(0, written);
  const bytes = new Uint8Array(Math.max(written, sure.length));
  bytes.set(sure);
  bytes.set(now.subarray(0, written));
  return bytes;
}

async function* each(names: Iterable<string>): AsyncGenerator<string> {
  yield* Array.from(names);
}
const never = () => new Promise<never>(() => {});
