import type { LiveKind } from '../../shared/wire/live.ts';
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
  const moved = [...new Set(points)];
  if (moved.length === 0) return;
  const number = (await newestMove(tx)) + 1;
  await tx
    .insertInto('moves')
    .values(moved.map((service_point) => ({ kind, service_point, number })))
    .onConflict((on) => on.columns(['kind', 'service_point']).doUpdateSet({ number }))
    .execute();
}

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
