import * as v from 'valibot';
import type { VersionName } from '../../shared/questionnaire.ts';
import { type Draft, DraftSchema } from '../../shared/questionnaire-draft.ts';
import type { Tree } from '../../shared/wire/device.ts';
import type { Reader, Tx } from './store.ts';

/** Versions of the questionnaire that somebody is writing, in one tree. */
export interface StoredDraft {
  readonly id: string;
  readonly tree: Tree;
  readonly base: VersionName;
  readonly draft: Draft;
  readonly edition: number;
  readonly changed: string;
  /** The account that saved it last. */
  readonly account: string;
}

export async function draftsOf(read: Reader, tree: Tree): Promise<StoredDraft[]> {
  const rows = await read
    .selectFrom('questionnaire_drafts')
    .selectAll()
    .where('tree', '=', tree)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    tree,
    base: { id: row.base, version: row.base_version },
    draft: v.parse(DraftSchema, JSON.parse(row.document)),
    edition: row.edition,
    changed: row.changed,
    account: row.account,
  }));
}

export async function addDraft(tx: Tx, { base, draft, ...rest }: StoredDraft): Promise<void> {
  await tx
    .insertInto('questionnaire_drafts')
    .values({ ...rest, base: base.id, base_version: base.version, document: JSON.stringify(draft) })
    .execute();
}

/** The next edition of a draft; the caller has judged, in this transaction, that it was made from the stored one. */
export async function saveDraft(
  tx: Tx,
  { id, draft, edition, changed, account }: Omit<StoredDraft, 'tree' | 'base'>,
): Promise<void> {
  await tx
    .updateTable('questionnaire_drafts')
    .set({ document: JSON.stringify(draft), edition, changed, account })
    .where('id', '=', id)
    .execute();
}

export async function dropDraft(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('questionnaire_drafts').where('id', '=', id).execute();
}
