import * as v from 'valibot';

/** What an office has published of what people said, as tablets and phones show it. */
const ShownWordsSchema = v.object({ said: v.string(), did: v.string() });
export const ShownRepliesSchema = v.array(
  v.object({ vi: ShownWordsSchema, en: v.nullable(ShownWordsSchema) }),
);
export type ShownReply = v.InferOutput<typeof ShownRepliesSchema>[number];
