import * as v from 'valibot';
import { dropSetting, putSetting, setting } from './store/settings.ts';
import type { Reader, Tx } from './store/store.ts';

/** The account has taken over from the link of the set-up: what is left to do, until somebody says that it is done. */

const REST = 'set-up-rest';
const RestSchema = v.object({ unit: v.string(), office: v.string(), tablet: v.nullable(v.string()) });
export type Rest = v.InferOutput<typeof RestSchema>;

export async function keptRest(read: Reader): Promise<Rest | undefined> {
  const kept = v.safeParse(v.pipe(v.string(), v.parseJson(), RestSchema), await setting(read, REST));
  return kept.success ? kept.output : undefined;
}

export async function keepRest(tx: Tx, rest: Rest): Promise<void> {
  await putSetting(tx, REST, JSON.stringify(rest));
}

export async function dropRest(tx: Tx): Promise<void> {
  await dropSetting(tx, REST);
}
