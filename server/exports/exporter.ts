import type { Store } from '../store/store.ts';
import { zipStream } from '../zip-stream.ts';
import type { AskedExport, Exporter, Progress } from '../row-exporter.ts';
import { exportFiles } from './export-files.ts';

/** Writes an export from one state of the data; what `write` does not take holds the reading up. */
export function writeExport(
  store: Store,
  asked: AskedExport,
  write: (piece: Uint8Array) => Promise<void>,
  hear: (progress: Readonly<Progress>) => void,
): Promise<void> {
  return store.snapshot(async (read) => {
    const progress: Progress = { rows: 0, share: 0 };
    for await (const piece of zipStream(exportFiles(read, asked, progress))) {
      hear(progress);
      await write(piece);
    }
    hear(progress);
  });
}

/** Exports in this process: for tests. A server reads in a process of its own (`export-process.ts`). */
export function exportHere(store: Store): Exporter {
  return (asked, hear, signal) => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    const stop = () => void writer.abort(signal.reason).catch(() => {});
    signal.addEventListener('abort', stop, { once: true });
    const over = writeExport(store, asked, (piece) => writer.write(piece), hear)
      .then(() => writer.close())
      .catch(async (error: unknown) => {
        await writer.abort(error).catch(() => {});
        throw error;
      })
      .finally(() => signal.removeEventListener('abort', stop));
    writer.closed.catch(() => {});
    return { stream: readable, over };
  };
}
