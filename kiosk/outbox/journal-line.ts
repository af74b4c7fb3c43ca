import { within } from './database.ts';
import type { FileCall, JournalFiles } from './journal-files.ts';

/**
 * The page's end of the journal's worker, one call after another (the journal waits for each); a worker that is silent
 * is given up and made anew.
 */
interface Answer {
  readonly result?: unknown;
  readonly error?: string;
}

/** The first call reads everything that is there. */
const READ_MS = 10_000;

export function journalLine(makeWorker: () => Worker, watchdogMs: number): JournalFiles {
  let worker: Worker | undefined;

  function giveUp(): void {
    worker?.terminate();
    worker = undefined;
  }

  function ask(given: FileCall): Promise<Answer> {
    const asked = (worker ??= makeWorker());
    return new Promise((resolve, reject) => {
      asked.addEventListener('message', ({ data }: MessageEvent<Answer>) => resolve(data), { once: true });
      asked.addEventListener('error', reject, { once: true });
      asked.postMessage(given, []);
    });
  }

  async function call<T>(...given: FileCall): Promise<T> {
    try {
      const { result, error } = await within(given[0] === 'read' ? READ_MS : watchdogMs, ask(given));
      if (error === undefined) return result as T;
      throw new Error(error);
    } catch (error) {
      // Must not be asked again: a late answer would be taken for the next one.
      giveUp();
      throw error;
    }
  }

  return {
    read: () => call('read'),
    append: (name, bytes, head) => call('append', name, bytes, head),
    write: (name, bytes) => call('write', name, bytes),
    remove: (name) => call('remove', name),
  };
}
