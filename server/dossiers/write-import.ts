import { toHex } from '../../shared/ids.ts';
import type { FileTaken, ImportAsked, Mapping } from '../../shared/wire/dossier-requests.ts';
import { audited } from '../audited.ts';
import type { Caller } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { note } from '../store/audit.ts';
import { addImport, countImport, dropEmptyImport, importsOf, keepMapping } from '../store/dossier-imports.ts';
import type { Tx } from '../store/store.ts';
import { headingsHash } from './ground.ts';
import type { HeldFile } from './held-files.ts';
import type { UnderstoodFile } from './reading-steps.ts';
import { takeList, takeStatistics } from './take-rows.ts';
import type { ListRow, StatisticsRow } from './understand-rows.ts';

/** A whole file, understood. */
export interface Rows extends UnderstoodFile {
  readonly list: readonly ListRow[];
  readonly statistics: readonly StatisticsRow[];
}

/** Writes what is new or another one, how the file was read, and that it was: all of it in one transaction. */
export async function writeImport(
  tx: Tx,
  deps: Pick<Deps, 'keys' | 'random' | 'clock'>,
  task: {
    readonly caller: Caller;
    readonly mapping: Mapping;
    readonly asked: ImportAsked;
    readonly rows: Rows;
    readonly file: HeldFile;
    /** Told after each part; may throw, and then nothing has been written. */
    readonly done: (rows: number) => void;
  },
): Promise<FileTaken> {
  const { caller, mapping, asked, rows, file, done } = task;
  const { keys } = deps;
  const { account, today } = caller;
  const importId = toHex(deps.random(16));
  const left = rows.faults.length;
  const covers = mapping.kind === 'list' ? asked.covers : null;
  const before = await importsOf(tx, [account.unit]);
  const nothing = { added: 0, changed: 0, same: 0, points: [] };
  const about = {
    id: importId,
    unit: account.unit,
    account: account.id,
    sha256: file.sha256,
    covers,
    left,
  };
  // the rows refer to it, so it stands before anybody knows whether they change anything
  await addImport(tx, { ...about, kind: mapping.kind, day: today, ...nothing });
  const writing = { tx, importId, lock: keys.lock, newKey: () => toHex(deps.random(16)) };
  const counts =
    mapping.kind === 'list'
      ? await takeList(tx, rows.list, { unlock: keys.unlock, done }, writing)
      : await takeStatistics(tx, rows.statistics, done, writing);
  await keepMapping(tx, account.unit, headingsHash(file.state.look!), JSON.stringify(mapping));
  const isSaid = before.some(
    (one) => one.sha256 === file.sha256 && JSON.stringify(one.covers) === JSON.stringify(covers),
  );
  if (counts.added + counts.changed === 0 && (covers === null || isSaid)) {
    await dropEmptyImport(tx, importId);
    return { ...counts, left };
  }
  await countImport(tx, importId, { ...counts, points: [...new Set(rows.list.map(({ point }) => point))] });
  await note(
    tx,
    audited(deps, {
      account: account.id,
      unit: account.unit,
      what: 'dossiers-imported',
      subject: null,
      details: { kind: mapping.kind, added: counts.added, changed: counts.changed, left },
    }),
  );
  return { ...counts, left };
}
