import { StorageTimeout, within } from './database.ts';
import type { FileCall, JournalFiles } from './journal-files.ts';

/** The page's end of the journal's worker: answers come in order; a worker that is silent is given up and made anew. */
interface Answer {
  readonly result?: unknown;
  readonly error?: string;
}

/** The first call reads everything that is there. */
const READ_MS = 10_000;

export function journalLine(makeWorker: () => Worker, watchdogMs: number): JournalFiles {
  let worker: Worker | undefined;
  let waiting: ((answer: Answer) => void)[] = [];

  function giveUp(): void {
    worker?.terminate();
    worker = undefined;
    const lost = waiting;
    waiting = [];
    for (const tell of lost) tell({ error: 'gone' });
  }

  function start(): Worker {
    const started = makeWorker();
    started.addEventListener('message', ({ data }: MessageEvent<Answer>) => waiting.shift()?.(data));
    started.addEventListener('error', giveUp);
    return started;
  }

  async function call<T>(...given: FileCall): Promise<T> {
    worker ??= start();
    const answered = new Promise<Answer>((resolve) => waiting.push(resolve));
    worker.postMessage(given, []);
    try {
      const { result, error } = await within(given[0] === 'read' ? READ_MS : watchdogMs, answered);
      if (error !== undefined) throw new Error(error);
      return result as T;
    } catch (error) {
      if (error instanceof StorageTimeout) giveUp();
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
