import type * as v from 'valibot';
import { readAs } from './read-as.ts';

/** What comes of asking the server: an answer of whoever stands in the line, or none. */
export type Reply =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string }
  | { readonly kind: 'timeout' | 'unreachable' };

/** No wait for an answer is longer. */
export const SEND_TIMEOUT_MS = 20_000;

/** The JSON of an answer; undefined for what is none (a portal's page, half an answer, silence) or something else. */
export function readReply<S extends v.GenericSchema>(schema: S, reply: Reply): v.InferOutput<S> | undefined {
  try {
    return reply.kind === 'answer' ? readAs(schema, JSON.parse(reply.body)) : undefined;
  } catch {
    return undefined;
  }
}
