/** Starts the worker that writes the journal; the build makes a file of it that lies in the offline copy. */
export const startJournalWorker = (): Worker =>
  new Worker(new URL('./journal-worker.ts', import.meta.url), { type: 'module' });
