import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { typedCode } from '../../shared/ids.ts';
import { judgeDraft } from '../../shared/judge-draft.ts';
import {
  itemsOf,
  type Questionnaire,
  QuestionnaireSchema,
  type VersionName,
} from '../../shared/questionnaire.ts';
import { bareDraft, type Draft, documentOf, draftFrom } from '../../shared/questionnaire-draft.ts';
import { isSameVersion } from '../../shared/version-breaks.ts';
import {
  NewDraftSchema,
  PublishSchema,
  RetireSchema,
  SaveDraftSchema,
} from '../../shared/wire/questionnaire-versions.ts';
import { audited } from '../audited.ts';
import { type Caller, createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { InvalidError, ProblemError } from '../problem.ts';
import { readForm } from '../read-json.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import { addDraft, draftsOf, dropDraft, saveDraft, type StoredDraft } from '../store/questionnaire-drafts.ts';
import {
  type PublishedVersion,
  publish,
  retireVersion,
  versionNamed,
  versionsOf,
} from '../store/questionnaires.ts';
import type { Reader, Tx } from '../store/store.ts';
import { draftView, nextVersion, questionnaireList } from './version-views.ts';

const FEW_BYTES = 1024;
/** A hundred items in two languages, in which each letter may take six bytes of JSON. */
const DRAFT_MOST_BYTES = 1024 * 1024;
const DRAFTS_MOST = 20;

/**
 * Versions of the questionnaire: they hold for a tree, like its list of fields, so whoever sets up an office reads them and
 * the top of the tree changes them. Nothing that is published is ever changed or deleted.
 */
export function versionRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const { store } = deps;

  const begin = createBegin(deps, guards, 'organise');
  async function changer(c: Context): Promise<Caller> {
    const caller = await begin(c);
    if (!caller.scope.isWhole) throw new ProblemError('forbidden');
    return caller;
  }
  const write = (
    tx: Tx,
    { account, scope }: Caller,
    line: {
      readonly what: string;
      readonly subject: string;
      readonly details: Record<string, string | number | null>;
    },
  ) =>
    // what holds for every office of the server is read at the top of each real tree
    note(
      tx,
      audited(deps, { account: account.id, unit: scope.tree === 'real' ? null : account.unit, ...line }),
    );

  async function find(read: Reader, { scope }: Caller, id: string): Promise<StoredDraft> {
    const found = (await draftsOf(read, scope.tree)).find((draft) => draft.id === id);
    if (!found) throw new ProblemError('not-found');
    return found;
  }
  /** Somebody else may have saved meanwhile: what they wrote must not be lost unread. */
  async function findEdition(tx: Tx, caller: Caller, id: string, edition: number): Promise<StoredDraft> {
    const found = await find(tx, caller, id);
    if (found.edition !== edition) throw new ProblemError('not-possible');
    return found;
  }
  const baseOf = (versions: readonly PublishedVersion[], base: VersionName): Questionnaire =>
    versionNamed(versions, base)!.questionnaire;

  routes.get('/questionnaires', async (c) => {
    const caller = await begin(c);
    return c.json(await store.snapshot((read) => questionnaireList(read, caller)));
  });

  routes.post('/questionnaire-drafts', async (c) => {
    const caller = await changer(c);
    const { base } = await readForm(c, NewDraftSchema, FEW_BYTES);
    const { tree } = caller.scope;
    const id = `q${typedCode(8, deps.random).toLowerCase()}`;
    const view = await store.write(async (tx) => {
      const versions = await versionsOf(tx, tree);
      const from = versionNamed(versions, base)?.questionnaire;
      if (!from) throw new ProblemError('not-found');
      if ((await draftsOf(tx, tree)).length >= DRAFTS_MOST) throw new ProblemError('not-possible');
      const draft = draftFrom(from);
      const all = { ...draft, items: [...draft.items, ...askedBefore(from, versions)] };
      const added = {
        id,
        tree,
        base,
        draft: all,
        edition: 1,
        changed: caller.today,
        account: caller.account.id,
      };
      await addDraft(tx, added);
      const details = { name: draft.title.vi, madeFrom: `${base.id} ${base.version}` };
      await write(tx, caller, { what: 'questionnaire-drafted', subject: id, details });
      return draftView(tx, added);
    });
    return c.json(view);
  });

  routes.get('/questionnaire-drafts/:id', async (c) => {
    const caller = await changer(c);
    return c.json(
      await store.snapshot(async (read) => draftView(read, await find(read, caller, c.req.param('id')))),
    );
  });

  routes.put('/questionnaire-drafts/:id', async (c) => {
    const caller = await changer(c);
    const asked = await readForm(c, SaveDraftSchema, DRAFT_MOST_BYTES);
    const id = c.req.param('id');
    const view = await store.write(async (tx) => {
      const now = await findEdition(tx, caller, id, asked.edition);
      const draft = bareDraft(asked.draft);
      if (!keepsItems(baseOf(await versionsOf(tx, caller.scope.tree), now.base), draft))
        throw new ProblemError('malformed');
      const after = {
        ...now,
        draft,
        edition: now.edition + 1,
        changed: caller.today,
        account: caller.account.id,
      };
      await saveDraft(tx, after);
      const details = { name: draft.title.vi, edition: after.edition };
      await write(tx, caller, { what: 'questionnaire-saved', subject: id, details });
      return draftView(tx, after);
    });
    return c.json(view);
  });

  routes.delete('/questionnaire-drafts/:id', async (c) => {
    const caller = await changer(c);
    const id = c.req.param('id');
    await store.write(async (tx) => {
      const { draft } = await find(tx, caller, id);
      await dropDraft(tx, id);
      const details = { name: draft.title.vi };
      await write(tx, caller, { what: 'questionnaire-draft-dropped', subject: id, details });
    });
    return c.body(null, 204);
  });

  routes.post('/questionnaire-drafts/:id/publish', async (c) => {
    const caller = await changer(c);
    const { edition } = await readForm(c, PublishSchema, FEW_BYTES);
    const { tree } = caller.scope;
    const name = await store.write(async (tx) => {
      const { id, base, draft } = await findEdition(tx, caller, c.req.param('id'), edition);
      const versions = await versionsOf(tx, tree);
      const from = baseOf(versions, base);
      const faults = judgeDraft(from, draft);
      if (faults.length > 0) throw new InvalidError(faults);
      const next = nextVersion(versions, tree);
      // whatever the rules above say, no device is given what is no questionnaire
      const document = v.parse(QuestionnaireSchema, documentOf(from, draft, next));
      await publish(tx, `${JSON.stringify(document, null, 2)}\n`, { tree, published: caller.today });
      await dropDraft(tx, id);
      const { sha256 } = versionNamed(await versionsOf(tx, tree), next)!;
      const details = { name: draft.title.vi, questions: itemsOf(document).length, sha256 };
      const subject = `${next.id} ${next.version}`;
      await write(tx, caller, { what: 'questionnaire-published', subject, details });
      return next;
    });
    return c.json(name);
  });

  routes.post('/questionnaires/:id/:version/retire', async (c) => {
    const caller = await changer(c);
    const { isRetired } = await readForm(c, RetireSchema, FEW_BYTES);
    const { tree } = caller.scope;
    const asked = { id: c.req.param('id'), version: Number(c.req.param('version')) };
    const list = await store.write(async (tx) => {
      const versions = await versionsOf(tx, tree);
      const found = versionNamed(versions, asked);
      if (!found) throw new ProblemError('not-found');
      if ((found.retired !== null) !== isRetired) {
        const left = versions.filter((one) => one.retired === null && one !== found);
        // a new campaign must have something to choose
        if (isRetired && left.length === 0) throw new ProblemError('not-possible');
        await retireVersion(tx, tree, asked, isRetired ? caller.today : null);
        const what = isRetired ? 'questionnaire-retired' : 'questionnaire-reinstated';
        const details = { name: found.questionnaire.title.vi };
        await write(tx, caller, { what, subject: `${asked.id} ${asked.version}`, details });
      }
      return questionnaireList(tx, caller);
    });
    return c.json(list);
  });
  return routes;
}

/** Items that a version of the line asked and this one does not: they can be taken up again, under their number. */
function askedBefore(base: Questionnaire, versions: readonly PublishedVersion[]): Draft['items'] {
  const known = new Map(draftFrom(base).items.map((item) => [item.number, item]));
  const factors = new Set(base.areas.flatMap((area) => area.factors.map(({ code }) => code)));
  const own = known.size;
  for (let at: Questionnaire | undefined = base; at; ) {
    const former: VersionName | undefined = at.former;
    at = versions.map((one) => one.questionnaire).find((one) => former && isSameVersion(one, former));
    for (const item of at ? draftFrom(at).items : [])
      if (!known.has(item.number) && factors.has(item.factor))
        known.set(item.number, { ...item, isAsked: false });
  }
  return [...known.values()].slice(own);
}

/** A draft holds each item of the version before in its place, and every number once; what it asks of them is its matter. */
function keepsItems(base: Questionnaire, draft: Draft): boolean {
  const byNumber = new Map(draft.items.map((item) => [item.number, item]));
  return (
    byNumber.size === draft.items.length &&
    draftFrom(base).items.every(({ number, factor }) => byNumber.get(number)?.factor === factor)
  );
}
