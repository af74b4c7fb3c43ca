import type { LiveKind } from '../../shared/wire/live.ts';
import { overRows } from './many.ts';
import type { Reader, Tx } from './store.ts';

/**
 * Where something that may be served has moved last. It stands in the database and not in memory, so that what another
 * process does (the night, the command line) is noticed too. A number orders the last moves of places; it is no
 * time, and what has only been received and waits for its release leaves none.
 */
export interface Move {
  readonly kind: LiveKind;
  readonly point: string;
}

/** In the transaction in which something moved at these service points. */
export async function noteMoves(tx: Tx, kind: LiveKind, points: Iterable<string>): Promise<void> {
  await putMoves(
    tx,
    [...new Set(points)].map((point) => [kind, point]),
  );
}

const putMoves = overRows(
  2,
  (moved) =>
    'insert into moves (kind, service_point, number) ' +
    // `where true`: else SQLite's grammar could take "on conflict" for a join
    `select g.c1, g.c2, (select coalesce(max(number), 0) + 1 from moves) from ${moved} where true ` +
    'on conflict (kind, service_point) do update set number = excluded.number',
);

/** The number of the newest move; 0 = none yet. */
export async function newestMove(read: Reader): Promise<number> {
  const row = await read
    .selectFrom('moves')
    .select((eb) => eb.fn.max<number | null>('number').as('newest'))
    .executeTakeFirst();
  return row?.newest ?? 0;
}

export async function movesAfter(read: Reader, number: number): Promise<Move[]> {
  const rows = await read
    .selectFrom('moves')
    .select(['kind', 'service_point'])
    .where('number', '>', number)
    .execute();
  return rows.map(({ kind, service_point }) => ({ kind: kind as LiveKind, point: service_point }));
}
