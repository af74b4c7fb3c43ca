import type { Folder, SyncFile } from '../../kiosk/outbox/journal-files.ts';

/** The origin's own file system in plain memory: one handle a file at a time, and what was not flushed is lost. */
export interface MemoryFolder extends Folder {
  /** What is on the disk after a power cut now. */
  afterPowerCut(): Map<string, Uint8Array<ArrayBuffer>>;
  /** Nothing more is written, and the number of an error is told in the place of that of the bytes (Chromium 156). */
  isFull: boolean;
}
const NO_SPACE = 2 ** 32 - 8;

export function memoryFolder(): MemoryFolder {
  const files = new Map<string, { now: Uint8Array; flushed: Uint8Array<ArrayBuffer>; isOpen: boolean }>();
  const folder: MemoryFolder = {
    isFull: false,
    async *keys() {
      yield* files.keys();
    },
    async getFileHandle(name) {
      const file = files.get(name) ?? { now: new Uint8Array(), flushed: new Uint8Array(), isOpen: false };
      files.set(name, file);
      return {
        async createSyncAccessHandle(): Promise<SyncFile> {
          if (file.isOpen) throw new DOMException('the file is open', 'NoModificationAllowedError');
          file.isOpen = true;
          return {
            getSize: () => file.now.length,
            read: (into, { at }) => {
              into.set(file.now.subarray(at, at + into.length));
              return into.length;
            },
            write: (bytes, { at }) => {
              if (folder.isFull) return NO_SPACE;
              const next = new Uint8Array(Math.max(file.now.length, at + bytes.length));
              next.set(file.now);
              next.set(bytes, at);
              file.now = next;
              return bytes.length;
            },
            truncate: (size) => {
              file.now = file.now.slice(0, size);
            },
            flush: () => {
              file.flushed = new Uint8Array(file.now);
            },
            close: () => {
              file.isOpen = false;
            },
          };
        },
      };
    },
    async removeEntry(name) {
      files.delete(name);
    },
    afterPowerCut: () => new Map([...files].map(([name, { flushed }]) => [name, flushed.slice()])),
  };
  return folder;
}
