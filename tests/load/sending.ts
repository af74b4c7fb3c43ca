import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Load, Sent } from './send-load.ts';

/** A load that stands ready in a process of its own, until `go` is called. */
export async function readyToSend(load: Load): Promise<() => Promise<Sent>> {
  // without the flags of whoever profiles the server
  const env = { ...process.env, NODE_OPTIONS: '' };
  const child = fork(join(import.meta.dirname, 'send-load.ts'), { execArgv: [...process.execArgv], env });
  child.send(load);
  await once(child, 'message');
  return async () => {
    child.send('go');
    const ended = once(child, 'exit').then(([code]) =>
      Promise.reject(new Error(`the sender has ended with ${code}`)),
    );
    ended.catch(() => {});
    const [sent] = (await Promise.race([once(child, 'message'), ended])) as [Sent];
    return sent;
  };
}
