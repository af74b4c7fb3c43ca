import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { type Questionnaire, QuestionnaireSchema } from '../../shared/questionnaire.ts';
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

/** Publishes a document; the same bytes again change nothing, other bytes under a published version are refused. */
export async function publish(tx: Tx, document: string): Promise<Questionnaire> {
  const questionnaire = questionnaireIn(document);
  const sha256 = createHash('sha256').update(document).digest('hex');
  const { id, version } = questionnaire;
  await tx
    .insertInto('questionnaires')
    .values({ id, version, document, sha256 })
    .onConflict((on) => on.columns(['id', 'version']).doNothing())
    .execute();
  const stored = await tx
    .selectFrom('questionnaires')
    .select('sha256')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  if (stored.sha256 !== sha256) {
    throw new StoreFault(
      `Questionnaire ${id} version ${version} is published already with other words. A change needs a new version.`,
    );
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
