import { createHash } from 'node:crypto';
import { toHex } from '../../shared/ids.ts';
import { type DossierFile, type FaultyRow, isInWork } from '../../shared/wire/dossier-requests.ts';
import { TooBusy } from '../secrets.ts';

/**
 * Files that are being looked at lie in the memory of one server process and nowhere else: one for each account, a few at all,
 * and not for long. What a restart takes away is chosen again.
 */
export interface HeldFile {
  readonly account: string;
  readonly sha256: string;
  readonly stop: AbortController;
  /** Given back as soon as nothing will be read any more. */
  bytes: Uint8Array;
  state: DossierFile;
  /** Every faulty row and note of the last check. */
  faults: readonly FaultyRow[];
}

const HELD_MOST = 4;
export const HELD_MS = 30 * 60_000;

export function createHeldFiles(random: (count: number) => Uint8Array) {
  const held = new Map<string, HeldFile>();
  function drop(id: string): void {
    const file = held.get(id);
    if (!file) return;
    file.stop.abort();
    file.bytes = new Uint8Array();
    held.delete(id);
  }
  return {
    drop,
    add(account: string, bytes: Uint8Array): HeldFile {
      for (const [id, file] of held) if (file.account === account) drop(id);
      const idle = [...held].find(([, file]) => !isInWork(file.state));
      if (held.size >= HELD_MOST && idle) drop(idle[0]);
      if (held.size >= HELD_MOST) throw new TooBusy();
      const id = toHex(random(16));
      const file: HeldFile = {
        account,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        stop: new AbortController(),
        bytes,
        faults: [],
        state: {
          id,
          step: 'reading',
          done: 0,
          refused: null,
          look: null,
          mapping: null,
          remembered: false,
          takenBefore: null,
          checked: null,
          taken: null,
        },
      };
      held.set(id, file);
      setTimeout(() => drop(id), HELD_MS).unref();
      return file;
    },
    holds: (id: string): boolean => held.has(id),
    of: (account: string, id: string): HeldFile | undefined => {
      const file = held.get(id);
      return file?.account === account ? file : undefined;
    },
  };
}
