import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import { StoreFault } from './store-fault.ts';
import type { Tables } from './tables.ts';

/**
 * Ids of submissions. SQLite holds their text, PostgreSQL the 16 bytes of a `uuid`, which it writes in one way alone: in lower
 * case, with hyphens. An id that came in another spelling would come out in this one, and with it other bytes of the submission;
 * so it must not come in.
 */
export const SUBMISSION_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Throws what tells people of the first id that PostgreSQL would lose or change. */
export function refuseOddIds(ids: readonly string[]): void {
  const odd = ids.find((id) => !SUBMISSION_ID.test(id));
  if (odd !== undefined) throw new StoreFault(({ store }) => store.oddId(JSON.stringify(odd)));
}

/** For pages in the order of ids: those behind this one, all of them where there is none yet. */
export const behind =
  (after: string | undefined) =>
  (eb: ExpressionBuilder<Tables, 'submissions'>): ExpressionWrapper<Tables, 'submissions', SqlBool> =>
    after === undefined ? eb.lit(true) : eb('id', '>', after);
