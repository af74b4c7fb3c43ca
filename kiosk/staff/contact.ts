import * as v from 'valibot';
import { SettingsAnswerSchema } from '../../shared/wire/device.ts';
import { readReply } from '../device/reply.ts';
import type { ServerApi } from '../device/server-api.ts';

/** Whether the server can be reached and knows this device; only the server's own word counts. */
export type Contact =
  | { readonly kind: 'known'; readonly serverNowMs: number }
  | { readonly kind: 'unknown-token' | 'none' };

const NoTokenSchema = v.object({ code: v.picklist(['no-token']) });

export async function askContact(api: ServerApi): Promise<Contact> {
  const reply = await api.get('/api/v1/device');
  const answer = readReply(SettingsAnswerSchema, reply);
  if (answer) return { kind: 'known', serverNowMs: answer.now };
  return { kind: readReply(NoTokenSchema, reply) ? 'unknown-token' : 'none' };
}
