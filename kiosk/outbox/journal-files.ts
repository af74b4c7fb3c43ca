/** The few things the journal asks of the folder that it lies in. All are durable when they settle. */
export interface JournalFiles {
  read(): Promise<readonly JournalFile[]>;
  /** Adds bytes at the end, after `head` where the file is new; then writes `head` over the one before. */
  append(name: string, bytes: Uint8Array, head: Uint8Array): Promise<void>;
  /** The whole content of a file; a new file where there is none. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}
export interface JournalFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What travels between page and worker. */
export type FileCall = {
  [Name in keyof JournalFiles]: [Name, ...Parameters<JournalFiles[Name]>];
}[keyof JournalFiles];

/** A file may be open in one page only; the other one is soon done with it. */
const TRIES = 20;
const PAUSE_MS = 40;

/** Of the browser's own interfaces what is used here (they are typed for workers alone). */
export interface SyncFile {
  getSize(): number;
  read(into: Uint8Array, options: { readonly at: number }): number;
  write(bytes: Uint8Array, options: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}
export interface Folder {
  keys(): AsyncIterable<string>;
  getFileHandle(
    name: string,
    options: { readonly create: boolean },
  ): Promise<{ createSyncAccessHandle(): Promise<SyncFile> }>;
  removeEntry(name: string): Promise<void>;
}

/** On a full disk Chromium 156 throws nothing: "written: 4294967288 of 100 bytes", the number of an error. */
function mustReach(file: SyncFile, size: number): void {
  if (file.getSize() < size) throw new Error('full');
}

/**
 * Files of the origin's own file system; only a worker may write and flush them. `done` hears what closes a file that
 * has been worked on; it may do so a little later, but before the next call.
 */
export function filesIn(folder: Folder, done = (close: () => void) => close()): JournalFiles {
  /** Asking for a file by its name costs as much as opening it. */
  let known: Record<string, ReturnType<Folder['getFileHandle']>> = {};

  async function openFile(name: string): Promise<SyncFile> {
    for (let tried = 1; ; tried++) {
      try {
        known[name] ??= folder.getFileHandle(name, { create: true });
        return await (await known[name]).createSyncAccessHandle();
      } catch (error) {
        known = {};
        if (tried === TRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  }

  async function withFile<T>(name: string, work: (file: SyncFile) => T): Promise<T> {
    const file = await openFile(name);
    try {
      return work(file);
    } finally {
      done(() => file.close());
    }
  }
  return {
    async read() {
      const files: JournalFile[] = [];
      for await (const name of folder.keys()) {
        const bytes = await withFile(name, (file) => {
          const content = new Uint8Array(file.getSize());
          file.read(content, { at: 0 });
          return content;
        });
        files.push({ name, bytes });
      }
      return files;
    },
    append: (name, bytes, head) =>
      withFile(name, (file) => {
        const size = file.getSize();
        if (size < head.length) file.write(head, { at: 0 });
        file.write(bytes, { at: Math.max(size, head.length) });
        file.flush();
        mustReach(file, Math.max(size, head.length) + bytes.length);
        // Must come after the flush: a count of what is not there yet would be a false alarm after a power cut.
        file.write(head, { at: 0 });
      }),
    write: (name, bytes) =>
      withFile(name, (file) => {
        file.truncate(0);
        file.write(bytes, { at: 0 });
        file.flush();
        mustReach(file, bytes.length);
      }),
    remove: (name) => folder.removeEntry(name).catch(() => {}),
  };
}
