import * as v from 'valibot';
import { type ShownReply, ShownRepliesSchema } from '../../shared/wire/shown-replies.ts';

/** What the settings hold of what was done about remarks; an older server sends none. */
export const shownRepliesIn = (settings: { readonly replies?: unknown }): readonly ShownReply[] =>
  v.is(ShownRepliesSchema, settings.replies) ? settings.replies : [];
