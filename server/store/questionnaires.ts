import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { type Questionnaire, QuestionnaireSchema, type VersionName } from '../../shared/questionnaire.ts';
import type { Tree } from '../../shared/wire/device.ts';
import { type Reader, StoreFault, type Tx } from './store.ts';

/** Published questionnaire versions. They are immutable: submissions name their version for ever. */

const parsed = new Map<string, Questionnaire>();

/** A document, parsed once: its bytes never change, versions are few, and every page of figures asks for one. */
function questionnaireIn(document: string): Questionnaire {
  let questionnaire = parsed.get(document);
  if (!questionnaire) {
    questionnaire = v.parse(QuestionnaireSchema, JSON.parse(document));
    parsed.set(document, questionnaire);
  }
  return questionnaire;
}

/**
 * Publishes a document; the same bytes again change nothing, other bytes under a published version are refused. `own`: of
 * which tree it is and the day on which it is published; left out, it comes with the program.
 */
export async function publish(
  tx: Tx,
  document: string,
  own?: { readonly tree: Tree; readonly published: string },
): Promise<Questionnaire> {
  const questionnaire = questionnaireIn(document);
  const sha256 = createHash('sha256').update(document).digest('hex');
  const { id, version } = questionnaire;
  await tx
    .insertInto('questionnaires')
    .values({ id, version, document, sha256, tree: own?.tree ?? null, published: own?.published ?? null })
    .onConflict((on) => on.columns(['id', 'version']).doNothing())
    .execute();
  const stored = await tx
    .selectFrom('questionnaires')
    .select('sha256')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  if (stored.sha256 !== sha256) {
    throw new StoreFault(({ store }) => store.otherWords(id, version));
  }
  return questionnaire;
}

/** The published bytes of a version; undefined when it is not known. */
export async function publishedDocument(
  read: Reader,
  id: string,
  version: number,
): Promise<string | undefined> {
  const row = await read
    .selectFrom('questionnaires')
    .select('document')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.document;
}

/** A published version, parsed; undefined when it is not known. */
export async function questionnaireOf(
  read: Reader,
  id: string,
  version: number,
): Promise<Questionnaire | undefined> {
  const document = await publishedDocument(read, id, version);
  return document === undefined ? undefined : questionnaireIn(document);
}

/** All published versions, parsed. They are few and never change, so callers keep them. */
export async function allQuestionnaires(read: Reader): Promise<Questionnaire[]> {
  const rows = await read
    .selectFrom('questionnaires')
    .select('document')
    .orderBy('id')
    .orderBy('version')
    .execute();
  return rows.map((row) => questionnaireIn(row.document));
}

export interface PublishedVersion {
  readonly questionnaire: Questionnaire;
  readonly sha256: string;
  /** Local day on which the tree published it; null = it comes with the program. */
  readonly published: string | null;
  /** Local day from which no new campaign of the tree may choose it. */
  readonly retired: string | null;
}

/** The versions that a tree has: those of the program first, then its own, each kind in the order of its versions. */
export async function versionsOf(read: Reader, tree: Tree): Promise<PublishedVersion[]> {
  const rows = await read
    .selectFrom('questionnaires as q')
    .leftJoin('retired_questionnaires as r', (on) =>
      on.onRef('r.id', '=', 'q.id').onRef('r.version', '=', 'q.version').on('r.tree', '=', tree),
    )
    .select(['q.document', 'q.sha256', 'q.published', 'q.tree', 'r.retired'])
    .where((eb) => eb.or([eb('q.tree', 'is', null), eb('q.tree', '=', tree)]))
    .orderBy('q.id')
    .orderBy('q.version')
    .execute();
  const versions = rows.map(({ document, tree: of, ...rest }) => ({
    ...rest,
    of,
    questionnaire: questionnaireIn(document),
  }));
  return [...versions.filter(({ of }) => of === null), ...versions.filter(({ of }) => of !== null)].map(
    ({ of: _of, ...version }) => version,
  );
}

/** One of them by its name. */
export const versionNamed = (
  versions: readonly PublishedVersion[],
  { id, version }: VersionName,
): PublishedVersion | undefined =>
  versions.find(({ questionnaire }) => questionnaire.id === id && questionnaire.version === version);

/** From `day` on no new campaign of the tree may choose the version; null lets it be chosen again. */
export async function retireVersion(
  tx: Tx,
  tree: Tree,
  { id, version }: VersionName,
  day: string | null,
): Promise<void> {
  await tx
    .deleteFrom('retired_questionnaires')
    .where('tree', '=', tree)
    .where('id', '=', id)
    .where('version', '=', version)
    .execute();
  if (day !== null)
    await tx.insertInto('retired_questionnaires').values({ tree, id, version, retired: day }).execute();
}
