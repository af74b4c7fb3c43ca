import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RandomBytes } from '../../shared/ids.ts';
import { DAY_MS, localDay } from '../../shared/period.ts';
import { audited } from '../audited.ts';
import type { Said } from '../said/said.ts';
import type { OperatorWords } from '../said/words-vi.ts';
import { flush, flushFolder } from '../durable-files.ts';
import { note } from '../store/audit.ts';
import { clearNew, isEmpty } from '../store/begin-anew.ts';
import { contentsOf, copyTables } from '../store/copy-database.ts';
import { isAway } from '../store/database-away.ts';
import { inspectContents, inspectCopy, type Inspection } from '../store/inspect-copy.ts';
import { movedFile, takeDatabase } from '../store/in-use.ts';
import { type Looked, lookInto } from '../store/look-into.ts';
import { allUnits } from '../store/organisation.ts';
import { StoreFault } from '../store/store-fault.ts';
import type { Reader, Store, Tx } from '../store/store.ts';
import { countedInWords } from './backup.ts';
import { topUnit } from './restore.ts';

/**
 * Moves an office from SQLite to PostgreSQL: every row of every table, in one transaction. Promised: it is committed only
 * when the new database was compared with the old one, else it stays empty; no byte of the old one changes; and the old
 * one is not served again by mistake. A move is no restore: nothing is older afterwards, so epoch, sessions, links
 * and codes stay, and no tablet sends anything again.
 */
export interface MoveDeps {
  /** Opens the PostgreSQL database that is to be filled, alone. */
  readonly openServer: (how: 'alone') => Promise<Store>;
  readonly clock: () => number;
  readonly random: RandomBytes;
  readonly tell: (said: Said) => void;
}

export interface MovedOffice {
  readonly tables: number;
  readonly rows: number;
  readonly found: Inspection;
}

/** What is moved, and what was found of it. */
interface Source {
  readonly file: string;
  readonly read: Reader;
  readonly found: Inspection;
  /** Of a sample of half-months, the same on both sides. */
  readonly turn: number;
}

export async function moveToPostgres(file: string, deps: MoveDeps): Promise<MovedOffice> {
  if (!existsSync(file)) throw new StoreFault(({ backup }) => backup.move.noFile(file));
  const release = takeDatabase(file);
  let looked: Looked | undefined;
  try {
    looked = (await lookInto({ file, url: undefined }))!;
    const turn = Math.floor(deps.clock() / DAY_MS);
    deps.tell(({ backup }) => backup.move.looking);
    const source = { file, read: looked.read, turn, found: await proven(looked, file, turn) };
    const target = await deps.openServer('alone');
    try {
      return await fill(target, source, deps);
    } finally {
      await target.close();
    }
  } finally {
    await looked?.close();
    release();
  }
}

async function proven({ read, missing, unknown }: Looked, file: string, turn: number): Promise<Inspection> {
  if (missing.length > 0 || unknown.length > 0)
    throw new StoreFault(({ backup }) => backup.move.otherVersion(file));
  const found = await inspectCopy(read, turn);
  if (found.faults.length > 0)
    throw new StoreFault((words) =>
      words.backup.move.notWhole(
        file,
        found.faults.map((said) => said(words)),
      ),
    );
  return found;
}

async function fill(target: Store, source: Source, deps: MoveDeps): Promise<MovedOffice> {
  const { file, found } = source;
  const marker = movedFile(file);
  let isMarked = false;
  await target.write(refuseFilled);
  try {
    return await target.write(async (tx) => {
      await refuseFilled(tx);
      deps.tell(({ backup }) => backup.move.copying(found.submissions));
      await clearNew(tx);
      await copyTables(source.read, tx);
      deps.tell(({ backup }) => backup.move.comparing);
      const counted = await compare(source, tx);
      await noteMove(tx, deps, found.submissions);
      // must be on the disk before the commit: from then on the old database may not be served any more
      mark(marker, localDay(deps.clock()));
      isMarked = true;
      return { ...counted, found };
    });
  } catch (error) {
    if (isAway(error)) throw brokenOff(error, isMarked, marker);
    // rolled back for certain
    if (isMarked) rmSync(marker, { force: true });
    throw error;
  }
}

async function refuseFilled(tx: Tx): Promise<void> {
  if (await isEmpty(tx)) return;
  throw new StoreFault(({ backup }) => backup.move.notEmpty);
}

/** Both sides row by row, and the new one by itself. */
async function compare(source: Source, tx: Tx): Promise<{ readonly tables: number; readonly rows: number }> {
  const before = await contentsOf(source.read);
  const after = await contentsOf(tx);
  const faults: Said[] = [...before].flatMap(([table, { rows, sum }]) => {
    const there = after.get(table)!;
    return there.sum === sum && there.rows === rows
      ? []
      : [({ backup }: OperatorWords) => backup.move.rows(table, there.rows, rows)];
  });
  const inspected = await inspectContents(tx, source.turn);
  faults.push(...inspected.faults);
  if (faults.length === 0 && JSON.stringify(inspected) !== JSON.stringify(source.found))
    faults.push(({ backup }) => backup.move.otherContents);
  if (faults.length > 0)
    throw new StoreFault((words) => words.backup.move.different(faults.map((said) => said(words))));
  return { tables: before.size, rows: [...before.values()].reduce((sum, { rows }) => sum + rows, 0) };
}

function brokenOff(error: unknown, isMarked: boolean, marker: string): StoreFault {
  const say: Said = ({ backup: { move } }) => (isMarked ? move.brokenAtEnd(marker) : move.broken);
  return new StoreFault(say, { cause: error });
}

async function noteMove(tx: Tx, deps: MoveDeps, submissions: number): Promise<void> {
  const unit = topUnit(await allUnits(tx));
  const details = { by: 'operator', submissions };
  await note(tx, audited(deps, { account: null, unit, what: 'moved-database', subject: null, details }));
}

function mark(marker: string, day: string): void {
  writeFileSync(
    marker,
    `Moved to PostgreSQL on ${day}. This file keeps the database beside it from being served again.\n`,
  );
  flush(marker);
  flushFolder(dirname(marker));
}

/** What was done and what happens now, for the operator. */
export const movedInWords =
  ({ tables, rows, found }: MovedOffice, file: string): Said =>
  (words) => {
    const { move } = words.backup;
    return [
      move.moved(found.submissions, rows, tables, ...countedInWords(found)(words)),
      move.left(file, movedFile(file)),
      move.next,
    ].join('\n');
  };
