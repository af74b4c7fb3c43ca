import type { JournalFile, JournalFiles } from './journal-files.ts';
import {
  encodeFile,
  encodeHead,
  encodeRecord,
  type Head,
  idIn,
  type Record,
  scanFile,
} from './journal-format.ts';

/**
 * The second copy of every submission, outside of the database. Promised: when `append` settles, the operating system
 * has flushed the record. New records go into the open file; with each seal its records move to a file of their own,
 * written once in the order of the leaves, so that only the open file (under 50) has an order of arrival.
 *
 * There are two open files that take turns and are never removed: at any moment of a turn every record stands whole
 * in at least one file. Every file is made before it is needed: a browser flushes what is in a file at once, and the name
 * of a new one only some time later (a cut seconds after a file was made lost all 41 records in it).
 */
const openFile = (turn: number, kind = 'open') => `${kind}-${turn % 2}`;
const SEAL_FILE = /^seal-(\d+)$/;
const sealFile = (n: number) => `seal-${n}`;
/**
 * Facts are one record in a file of its own. They take turns too: where the disk is full a file is empty before it is
 * known that nothing fits into it.
 */
const FACTS = 'facts';

export interface JournalContents {
  /** What the heads say; the highest where they differ. */
  readonly total: number;
  readonly gone: number;
  readonly open: readonly Record[];
  /** Records of sealed files by the number of the seal. */
  readonly sealed: ReadonlyMap<number, readonly Record[]>;
  /** Stretches of bytes that are no record. */
  readonly damaged: number;
  /** Facts of the device as they were saved last; undefined where there are none. */
  readonly facts: unknown;
}

export interface Journal {
  /** Everything it holds. Must be the first call. */
  open(): Promise<JournalContents>;
  append(record: Record, total: number): Promise<void>;
  /** Writes a file for the seal, in this order, and the open file anew without its records. */
  seal(n: number, records: readonly Record[]): Promise<void>;
  /** Makes the open file hold exactly these records and removes the files of these seals. */
  tidy(open: readonly Record[], counts: Pick<Head, 'total' | 'gone'>, drop: readonly number[]): Promise<void>;
  saveFacts(facts: unknown): Promise<void>;
}

export function openJournal(files: JournalFiles): Journal {
  let head: Head = { turn: 0, total: 0, gone: 0 };
  /** The records of the open file, as they were read and added. */
  let open: readonly Record[] = [];
  let before: Promise<unknown> = Promise.resolve();
  /** The highest seal that has a file. */
  let last = 0;
  let factsTurn = 0;
  const empty = (name: string) => files.write(name, new Uint8Array());

  /** One change after another: what is added while a turn is written would be missing in the new file. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = before.then(work);
    before = mine.catch(() => {});
    return mine;
  }

  async function takeTurn(records: readonly Record[], counts: Partial<Head>): Promise<void> {
    const next = { ...head, ...counts, turn: head.turn + 1 };
    await files.write(openFile(next.turn), encodeFile(next, records));
    const old = openFile(head.turn);
    head = next;
    open = records;
    // Must come after the new file is flushed; until then the old one is the only copy.
    await empty(old);
  }

  function contentsOf(found: readonly JournalFile[]): JournalContents {
    const sealed = new Map<number, readonly Record[]>();
    const all = new Map<string, Record>();
    let damaged = 0;
    let facts: unknown;
    for (const { name, bytes } of found) {
      if (bytes.length === 0) continue;
      const n = SEAL_FILE.exec(name)?.[1];
      const scan = scanFile(bytes);
      if (name.startsWith(FACTS)) {
        const { turn = 0 } = scan.head ?? {};
        const [record] = scan.records;
        if (record && turn >= factsTurn) {
          factsTurn = turn;
          facts = JSON.parse(record.p);
        }
        continue;
      }
      damaged += scan.damaged + (scan.head ? 0 : 1);
      if (scan.head) {
        const { turn, total, gone } = scan.head;
        head = {
          turn: n === undefined ? Math.max(turn, head.turn) : head.turn,
          total: Math.max(total, head.total),
          gone: Math.max(gone, head.gone),
        };
      }
      if (n !== undefined) sealed.set(Number(n), scan.records);
      else for (const record of scan.records) all.set(idIn(record.p) ?? record.p, record);
    }
    open = [...all.values()];
    return { total: head.total, gone: head.gone, open, sealed, damaged, facts };
  }

  return {
    open: () =>
      inTurn(async () => {
        const found = await files.read();
        const contents = contentsOf(found);
        last = Math.max(0, ...contents.sealed.keys());
        // It has been read, whether or not anything can be written just now.
        for (const name of ['open-0', 'open-1', 'facts-0', 'facts-1', sealFile(last + 1)])
          if (!found.some((file) => file.name === name)) await empty(name).catch(() => {});
        return contents;
      }),
    append: (record, total) =>
      inTurn(async () => {
        head = { ...head, total: Math.max(head.total, total) };
        await files.append(openFile(head.turn), encodeRecord(record), encodeHead(head));
        open = [...open, record];
      }),
    seal: (n, records) =>
      inTurn(async () => {
        await files.write(sealFile(n), encodeFile(head, records));
        const ids = new Set(records.map(({ p }) => idIn(p)));
        await takeTurn(
          open.filter(({ p }) => !ids.has(idIn(p))),
          {},
        );
        if (n > last) await empty(sealFile((last = n) + 1));
      }),
    tidy: (records, counts, drop) =>
      inTurn(async () => {
        await takeTurn(records, counts);
        for (const n of drop) await files.remove(sealFile(n));
      }),
    saveFacts: (facts) =>
      inTurn(async () => {
        const turn = factsTurn + 1;
        await files.write(
          openFile(turn, FACTS),
          encodeFile({ ...head, turn }, [{ p: JSON.stringify(facts) }]),
        );
        factsTurn = turn;
      }),
  };
}
