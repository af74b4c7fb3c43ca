import type { ReplyWords } from '../../shared/wire/followed-cases.ts';
import { parts } from './leaves.ts';
import { type Unit, upwards } from './organisation.ts';
import type { Reader, Tx } from './store.ts';

/** What units have published of what people said: "Góp ý – đã xử lý". */
export interface StoredReply {
  readonly id: string;
  readonly unit: string;
  /** Id of a period. */
  readonly period: string;
  readonly vi: ReplyWords;
  readonly en: ReplyWords | null;
  /** Local day. */
  readonly published: string;
  /** Account. */
  readonly author: string;
  /** Local day; null = it is shown. */
  readonly withdrawn: string | null;
}

/** Of these units, the newest first. */
export async function repliesOf(read: Reader, units: readonly string[]): Promise<StoredReply[]> {
  const found: StoredReply[] = [];
  for (const part of parts(units)) {
    const rows = await read.selectFrom('replies').selectAll().where('unit', 'in', part).execute();
    for (const { said_vi, did_vi, said_en, did_en, ...row } of rows)
      found.push({
        ...row,
        vi: { said: said_vi, did: did_vi },
        en: said_en === null || did_en === null ? null : { said: said_en, did: did_en },
      });
  }
  return found.sort((a, b) => b.published.localeCompare(a.published) || a.id.localeCompare(b.id));
}

/** So many stand on a tablet, a phone page or a poster. */
export const REPLIES_SHOWN = 3;

/** What is shown at a unit: the newest of its own, then of the units above it, the nearest first. */
export async function repliesAt(read: Reader, units: readonly Unit[], unit: string): Promise<StoredReply[]> {
  const line = upwards(units, unit).map(({ id }) => id);
  const shown = (await repliesOf(read, line)).filter(({ withdrawn }) => withdrawn === null);
  return line.flatMap((id) => shown.filter((reply) => reply.unit === id)).slice(0, REPLIES_SHOWN);
}

export async function addReply(tx: Tx, reply: Omit<StoredReply, 'withdrawn'>): Promise<void> {
  const { vi, en, ...row } = reply;
  await tx
    .insertInto('replies')
    .values({
      ...row,
      said_vi: vi.said,
      did_vi: vi.did,
      said_en: en?.said ?? null,
      did_en: en?.did ?? null,
      withdrawn: null,
    })
    .execute();
}

/** False where it is no more shown. */
export async function withdrawReply(tx: Tx, id: string, day: string): Promise<boolean> {
  const row = await tx
    .updateTable('replies')
    .set({ withdrawn: day })
    .where('id', '=', id)
    .where('withdrawn', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
