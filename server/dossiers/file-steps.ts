import {
  type DossierFile,
  FAULTS_SHOWN,
  type FileChecked,
  type FileFault,
  type ImportAsked,
  type Mapping,
  type RowNote,
} from '../../shared/wire/dossier-requests.ts';
import type { Caller } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { importsOf } from '../store/dossier-imports.ts';
import { groundOf, suggestMapping } from './ground.ts';
import type { HeldFile } from './held-files.ts';
import { previewOf } from './preview-rows.ts';
import type { ReadingAsk } from './reading-steps.ts';
import type { ReadInThread } from './reading-thread.ts';
import { takeList, takeStatistics } from './take-rows.ts';
import type { ListRow, StatisticsRow } from './understand-rows.ts';
import { type Rows, writeImport } from './write-import.ts';

/** What is done with a held file, step by step; each goes on beside other requests and says how far it is. */

class Stopped extends Error {}
class Refused extends Error {
  readonly why: FileFault;
  constructor(why: FileFault) {
    super(why);
    this.why = why;
  }
}

export function createFileSteps(deps: Deps, readInThread: ReadInThread) {
  const { store, keys } = deps;
  const set = (file: HeldFile, state: Partial<DossierFile>) => {
    file.state = { ...file.state, ...state };
  };

  const progress = (file: HeldFile, done: number) => {
    stopIfAsked(file);
    set(file, { done });
  };

  /** Runs a step; whatever goes wrong is the state of the file, because nobody waits for it. */
  async function step(file: HeldFile, work: () => Promise<Partial<DossierFile>>): Promise<void> {
    try {
      set(file, await work());
    } catch (error) {
      if (error instanceof Stopped || file.stop.signal.aborted) return;
      const why = error instanceof Refused ? error.why : 'unreadable';
      if (!(error instanceof Refused))
        deps.log({ level: 'error', what: 'dossiers', name: error instanceof Error ? error.name : 'unknown' });
      set(file, { step: 'refused', refused: why });
    }
    if (['taken', 'refused'].includes(file.state.step)) file.bytes = new Uint8Array();
  }

  async function readWith<T>(
    file: HeldFile,
    ask: ReadingAsk,
    hear: (said: Said) => T | undefined,
  ): Promise<T> {
    let last: T | undefined;
    let refused: FileFault | undefined;
    await readInThread(
      file.bytes,
      ask,
      (said) => {
        if (said.is === 'refused') refused = said.why;
        else last = hear(said) ?? last;
      },
      file.stop.signal,
    );
    if (file.stop.signal.aborted) throw new Stopped();
    if (last === undefined) throw new Refused(refused ?? 'unreadable');
    return last;
  }
  type Said = Exclude<Parameters<Parameters<ReadInThread>[2]>[0], { is: 'refused' }>;

  async function understand(
    file: HeldFile,
    mapping: Mapping,
    ask: Omit<Understand, 'mapping'>,
  ): Promise<Rows> {
    const list: ListRow[] = [];
    const statistics: StatisticsRow[] = [];
    const understood = await readWith(file, { ...ask, mapping }, (said) => {
      if (said.is === 'rows') {
        list.push(...said.list);
        statistics.push(...said.statistics);
        set(file, { done: list.length + statistics.length });
      }
      return said.is === 'understood' ? said : undefined;
    });
    // merged cells are known only at the end of a sheet
    const faulty = new Set(understood.faults.map(({ row }) => row));
    const isGood = ({ row }: { readonly row: number }) => !faulty.has(row);
    return {
      ...understood,
      notes: understood.notes.filter(isGood),
      list: list.filter(isGood),
      statistics: statistics.filter(isGood),
    };
  }
  type Understand = Extract<ReadingAsk, { step: 'understand' }>;

  const askOf = async (file: HeldFile, caller: Caller) => ({
    step: 'understand' as const,
    headerRow: file.state.look!.headerRow,
    ground: await store.snapshot((read) => groundOf(read, caller)),
  });

  function look(file: HeldFile, caller: Caller): Promise<void> {
    return step(file, async () => {
      const found = await readWith(file, { step: 'look' }, (said) => {
        if (said.is === 'read') set(file, { done: said.rows });
        return said.is === 'looked' ? said.look : undefined;
      });
      const imports = await importsOf(store.read, [caller.account.unit]);
      return {
        step: 'read',
        look: found,
        ...(await suggestMapping(store.read, found, caller)),
        takenBefore: imports.find(({ sha256 }) => sha256 === file.sha256)?.day ?? null,
      };
    });
  }

  function check(file: HeldFile, caller: Caller, mapping: Mapping): Promise<void> {
    set(file, { step: 'checking', done: 0, mapping, checked: null });
    return step(file, async () => {
      const ask = await askOf(file, caller);
      const rows = await understand(file, mapping, ask);
      const tools = { unlock: keys.unlock, done: () => stopIfAsked(file) };
      const counts =
        mapping.kind === 'list'
          ? await takeList(store.read, rows.list, tools)
          : await takeStatistics(store.read, rows.statistics, tools.done);
      file.faults = [...rows.faults, ...rows.notes].sort((a, b) => a.row - b.row);
      const checked: FileChecked = {
        rows: rows.rows,
        faulty: rows.faults.length,
        faults: file.faults.slice(0, FAULTS_SHOWN),
        notes: countNotes(rows),
        preview: previewOf(rows, ask.ground),
        ...counts,
        unknown: rows.unknown,
        months: monthsOf(rows),
      };
      return { step: 'checked', checked };
    });
  }

  function take(file: HeldFile, caller: Caller, asked: ImportAsked): Promise<void> {
    const mapping = file.state.mapping!;
    set(file, { step: 'writing', done: 0 });
    return step(file, async () => {
      const rows = await understand(file, mapping, await askOf(file, caller));
      // a list that has changed since the check: somebody ended a field, or merged two units
      if (rows.faults.length > 0 && !asked.leaveFaulty) throw new Refused('changed');
      set(file, { done: 0 });
      const taken = await store.write((tx) =>
        writeImport(tx, deps, { caller, mapping, asked, rows, file, done: (count) => progress(file, count) }),
      );
      return { step: 'taken', taken };
    });
  }

  return { look, check, take };
}

function stopIfAsked(file: HeldFile): void {
  if (file.stop.signal.aborted) throw new Stopped();
}

function countNotes({ notes }: Rows): FileChecked['notes'] {
  const counts: Partial<Record<RowNote, number>> = {};
  for (const { why } of notes) counts[why as RowNote] = (counts[why as RowNote] ?? 0) + 1;
  return counts;
}

function monthsOf({ list, statistics }: Rows): FileChecked['months'] {
  const months = [
    ...list.map(({ received }) => received.slice(0, 7)),
    ...statistics.map(({ month }) => month),
  ];
  if (months.length === 0) return null;
  const least = (a: string, b: string) => (a < b ? a : b);
  const most = (a: string, b: string) => (a > b ? a : b);
  return { from: months.reduce(least), to: months.reduce(most) };
}
