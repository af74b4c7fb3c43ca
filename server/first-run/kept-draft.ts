import * as v from 'valibot';
import { type Draft, DraftSchema, EMPTY_DRAFT } from '../../shared/wire/first-run.ts';
import { dropSetting, putSetting, setting } from '../store/settings.ts';
import type { Reader, Tx } from '../store/store.ts';

/** The words of the first run until the office is made of them. */

const DRAFT = 'set-up-draft';

/** A draft of an older version that is no draft any more counts as none. */
export async function keptDraft(read: Reader): Promise<Draft> {
  const kept = v.safeParse(v.pipe(v.string(), v.parseJson(), DraftSchema), await setting(read, DRAFT));
  return kept.success ? kept.output : EMPTY_DRAFT;
}

export async function keepDraft(tx: Tx, draft: Draft): Promise<void> {
  await putSetting(tx, DRAFT, JSON.stringify(draft));
}

export async function dropDraft(tx: Tx): Promise<void> {
  await dropSetting(tx, DRAFT);
}
