import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Exporter, Progress } from '../row-exporter.ts';

/**
 * Exports in a process of its own: a million rows take the whole of a core for a while, in which no tablet would be answered,
 * and the snapshot is read on a connection that nobody else waits for. Whatever ends the process ends its reading.
 * `program` writes the file to its output and tells its progress, a line of JSON each, to the fourth.
 */
export function exportInProcess(program: string): Exporter {
  // a watched or inspected server has a child that is neither
  const flags = process.execArgv.filter((flag) => !/^--(watch|inspect)/.test(flag));
  return (asked, hear, signal) => {
    const child = spawn(process.execPath, [...flags, program, JSON.stringify(asked)], {
      stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    });
    const stop = () => void child.kill();
    signal.addEventListener('abort', stop, { once: true });
    createInterface({ input: child.stdio[3] as Readable }).on('line', (line) =>
      hear(JSON.parse(line) as Progress),
    );
    const over = new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => (code === 0 ? resolve() : reject(new Error('the export ended early'))));
    }).finally(() => signal.removeEventListener('abort', stop));
    async function* pieces() {
      try {
        for await (const piece of child.stdout as Readable) yield piece as Uint8Array;
        // half a file must not look like a whole one
        await over;
      } finally {
        stop();
      }
    }
    over.catch(() => {});
    return { stream: ReadableStream.from(pieces()), over };
  };
}
