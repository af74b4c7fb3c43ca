import type { JournalFiles } from '../../kiosk/outbox/journal-files.ts';

/** Files of a journal in plain memory: what is written is durable at once, as after a flush. */
export interface MemoryFiles extends JournalFiles {
  /** The bytes of each file, for tests that damage them. */
  readonly files: Map<string, Uint8Array<ArrayBuffer>>;
  /** From now on every call fails, until it is told otherwise. */
  fail(isFailing: boolean): void;
}

export function memoryFiles(from: ReadonlyMap<string, Uint8Array<ArrayBuffer>> = new Map()): MemoryFiles {
  const files = new Map([...from].map(([name, bytes]) => [name, bytes.slice()]));
  let isFailing = false;
  const check = () => {
    if (isFailing) throw new Error('the file system is gone');
  };
  return {
    files,
    fail: (failing) => {
      isFailing = failing;
    },
    async read() {
      check();
      return [...files].map(([name, bytes]) => ({ name, bytes: bytes.slice() }));
    },
    async append(name, bytes, head) {
      check();
      const old = files.get(name) ?? new Uint8Array();
      const start = Math.max(old.length, head.length);
      const now = new Uint8Array(start + bytes.length);
      now.set(old);
      now.set(bytes, start);
      now.set(head);
      files.set(name, now);
    },
    async write(name, bytes) {
      check();
      files.set(name, new Uint8Array(bytes));
    },
    async remove(name) {
      check();
      files.delete(name);
    },
  };
}
