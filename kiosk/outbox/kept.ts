import { type Database, within } from './database.ts';
import type { Journal, JournalContents } from './journal.ts';
import { recordOf } from './journal-format.ts';
import type { Entry, Keepable, OutboxStore, Rotation } from './outbox-store.ts';
import { reconcile, type Reconciled } from './reconcile.ts';

/**
 * Every submission in two copies, the outbox and the journal. Promised:
 *
 * - `keep` settles when both are durable; when one of them fails or takes over two seconds, after the other, with a
 *   fault for the lamp, and the copy that lacks it is made good later. When both fail it rejects: nobody is thanked.
 * - `reconcile` at start makes both whole again from whatever either holds, and counts exactly what neither does.
 */
export interface Kept extends OutboxStore {
  /** Must be called before anything is kept. Tells the facts of the device that lie beside the journal, too. */
  reconcile(): Promise<Reconciled & Pick<Partial<JournalContents>, 'facts'>>;
  /** Tries again what one of the copies lacks. */
  mend(): Promise<void>;
  /** Brings the journal to what the outbox says; the files of these seals go. */
  tidy(drop: readonly number[]): Promise<void>;
}

/** A high-water mark outside of both: damaged database files can open empty without any error. */
export interface Canary {
  read(): number;
  write(total: number): void;
}

export interface KeptDeps {
  readonly database: Database;
  readonly outbox: OutboxStore;
  readonly journal: Journal;
  readonly canary: Canary;
  readonly digest: (text: string) => Promise<string>;
  readonly onFault: (fault: string) => void;
  /** False while the outbox lies in memory: then only the journal may thank anybody. */
  readonly outboxLasts?: boolean;
  /** How long the slower copy is waited for. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 2_000;

export function openKept(deps: KeptDeps): Kept {
  const { outbox, journal, onFault, canary } = deps;
  const patienceMs = deps.patienceMs ?? PATIENCE_MS;
  let total = 0;
  /** What one copy lacks; most of the time nothing. */
  const notInOutbox = new Map<string, [Keepable, Rotation]>();
  const notInJournal = new Map<string, Keepable>();

  async function keep(submission: Keepable, rotation: Rotation): Promise<number> {
    const { id } = submission;
    notInOutbox.set(id, [submission, rotation]);
    notInJournal.set(id, submission);
    const intoOutbox = async () => {
      total = Math.max(total, await outbox.keep(submission, rotation));
      notInOutbox.delete(id);
    };
    const intoJournal = async () => {
      await journal.append(recordOf(submission), total + 1);
      notInJournal.delete(id);
    };
    const [inOutbox, inJournal] = [intoOutbox(), intoJournal()];
    try {
      await within(patienceMs, Promise.allSettled([inOutbox, inJournal]));
    } catch {
      // One of them hangs; the other one is enough.
    }
    try {
      await (deps.outboxLasts === false ? within(0, inJournal) : Promise.any([inOutbox, inJournal]));
    } catch (error) {
      // Nobody is thanked and the person may send again: what is not kept anywhere must not be kept later.
      notInOutbox.delete(id);
      notInJournal.delete(id);
      throw error;
    }
    if (notInOutbox.has(id)) {
      onFault('outbox-fails');
      total++;
    }
    if (notInJournal.has(id)) onFault('journal-fails');
    canary.write(total);
    return total;
  }

  async function mend(): Promise<void> {
    for (const [id, given] of notInOutbox) {
      await outbox.keep(...given);
      notInOutbox.delete(id);
    }
    for (const [id, submission] of notInJournal) {
      await journal.append(recordOf(submission), total);
      notInJournal.delete(id);
    }
  }

  /** The journal follows; when it cannot, the next start brings it to what the outbox says. */
  async function follow(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch {
      onFault('journal-fails');
    }
  }

  async function tidy(drop: readonly number[]): Promise<void> {
    await follow(async () => {
      const meta = await outbox.readMeta();
      const open = await outbox.load(await outbox.openIds());
      await journal.tidy(open.map(recordOf), { total: meta.total, gone: meta.pruned + meta.lost }, drop);
    });
  }

  return {
    ...outbox,
    keep,
    mend,
    tidy,
    async reconcile() {
      const contents = await journal.open().catch(() => {
        onFault('journal-fails');
        return undefined;
      });
      const { database, digest } = deps;
      const mark = canary.read();
      const done = await reconcile({ database, journal, contents, mark, digest, load: outbox.load });
      total = done.meta.total;
      canary.write(total);
      if (contents && contents.damaged > 0) onFault('journal-damaged');
      if (done.restored > 0) onFault(`outbox-restored-${done.restored}`);
      if (done.meta.lost > 0) onFault(`outbox-lost-${done.meta.lost}`);
      return { ...done, facts: contents?.facts };
    },
    async addSeal(seal, entries: readonly Entry[]) {
      const isAdded = await outbox.addSeal(seal, entries);
      if (isAdded) await follow(() => journal.seal(seal.n, entries.map(recordOf)));
      return isAdded;
    },
    async prune(day) {
      const before = await outbox.readMeta();
      await outbox.prune(day);
      const after = await outbox.readMeta();
      const count = after.sealPruned - before.sealPruned;
      const dropped = Array.from({ length: count }, (_, i) => before.sealPruned + 1 + i);
      if (count > 0) await tidy(dropped);
    },
  };
}
