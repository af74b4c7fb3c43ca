import type { ShownReply } from '../shared/wire/shown-replies.ts';
import { allUnits } from './store/organisation.ts';
import { repliesAt } from './store/replies.ts';
import type { Reader } from './store/store.ts';

/** What is shown to citizens at a unit, the newest of the nearest first; without names, days and periods. */
export async function shownRepliesAt(read: Reader, unit: string): Promise<ShownReply[]> {
  const replies = await repliesAt(read, await allUnits(read), unit);
  return replies.map(({ vi, en }) => ({ vi, en }));
}
