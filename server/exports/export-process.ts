import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { childFlags } from '../child-flags.ts';
import type { Exporter, Progress } from '../row-exporter.ts';

/** Rows live for a moment: by its usual bounds a process lets 376 MB of them pile up before it clears them away, by these 230. */
const MEMORY = ['--max-old-space-size=128', '--max-semi-space-size=16'];

/**
 * Exports in a process of its own: a million rows take the whole of a core for a while, in which no tablet would be answered,
 * and the snapshot is read on a connection that nobody else waits for. Whatever ends the process ends its reading.
 * `program` writes the file to its output and tells its progress, a line of JSON each, to the fourth.
 */
export function exportInProcess(program: string, env: NodeJS.ProcessEnv = process.env): Exporter {
  const flags = childFlags();
  return (asked, hear, signal) => {
    const child = spawn(process.execPath, [...flags, ...MEMORY, program, JSON.stringify(asked)], {
      env,
      stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    });
    const output = child.stdout as Readable;
    // what nobody reads would keep the process from being over
    const stop = () => {
      child.kill();
      output.destroy();
    };
    signal.addEventListener('abort', stop, { once: true });
    createInterface({ input: child.stdio[3] as Readable }).on('line', (line) =>
      hear(JSON.parse(line) as Progress),
    );
    const over = new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => (code === 0 ? resolve() : reject(new Error('the export ended early'))));
    }).finally(() => signal.removeEventListener('abort', stop));
    const pieces = output[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
    const stream = new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          const next = await pieces.next();
          if (!next.done) return controller.enqueue(next.value);
          // half a file must not look like a whole one
          await over;
          controller.close();
        },
        // at once, whatever it is doing
        cancel: stop,
      },
      { highWaterMark: 0 },
    );
    over.catch(() => {});
    return { stream, over };
  };
}
