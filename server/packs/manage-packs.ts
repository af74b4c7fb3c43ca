import { type Context, Hono } from 'hono';
import { mayEnable, missing } from '../../shared/language-pack.ts';
import { BUILT_IN_LANGUAGES, fits } from '../../shared/pack-limits.ts';
import type { Questionnaire } from '../../shared/questionnaire.ts';
import type { FaultAt } from '../../shared/wire/problem.ts';
import {
  AboutLanguageSchema,
  CarryOverSchema,
  LanguageOrderSchema,
  type LanguageList,
  type LanguagePage,
  NewLanguageSchema,
} from '../../shared/wire/manage-languages.ts';
import type { Caller } from '../caller.ts';
import { carriedOver } from './carry-over.ts';
import type { Deps } from '../deps.ts';
import { InvalidError, invalid, ProblemError } from '../problem.ts';
import { readForm } from '../read-json.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { hasEndedBy } from '../store/organisation.ts';
import {
  clipBytes,
  languagesOfPoints,
  putLanguagesOf,
  putPack,
  removePack,
  type StoredPack,
} from '../store/language-packs.ts';
import type { Reader, Tx } from '../store/store.ts';
import { emptyPack, settled } from '../take-pack.ts';
import { describePage, describeRow } from './describe-language.ts';
import { type KnownPacks, knownPacks } from './known-packs.ts';
import { createPackGround } from './pack-ground.ts';

const MOST_BYTES = 4 * 1024;

/**
 * Languages and voices of a tree. Whoever sets up an office sees them and orders the languages of its service points;
 * what citizens of the whole tree may hear is decided by administrators at its top.
 */
export function managePackRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const { store, clock } = deps;
  const { begin, changer, write, mayChange } = createPackGround(deps, guards);

  const pageOf = async (read: Reader, caller: Caller, code: string): Promise<LanguagePage> => {
    const { tree } = caller.scope;
    const known = await knownPacks(read, tree, clock());
    return { ...describePage(named(known, code).pack, tree, known), mayChange: mayChange(caller) };
  };

  routes.get('/languages', async (c) => {
    const caller = await begin(c);
    return c.json(await store.snapshot((read) => listOf(read, caller)));
  });

  routes.get('/languages/:code', async (c) => {
    const caller = await begin(c);
    return c.json(await store.snapshot((read) => pageOf(read, caller, c.req.param('code'))));
  });

  routes.get('/languages/:code/clips/:key', async (c) => {
    const { scope } = await begin(c);
    const known = await knownPacks(store.read, scope.tree, clock());
    const clip = named(known, c.req.param('code')).pack.clips[c.req.param('key')];
    const bytes = clip && (await clipBytes(store.read, scope.tree, clip.sha256));
    if (!bytes) throw new ProblemError('not-found');
    c.header('content-type', 'audio/mpeg');
    return c.body(new Uint8Array(bytes));
  });

  routes.post('/languages', async (c) => {
    const caller = await changer(c);
    const name = await readForm(c, NewLanguageSchema, MOST_BYTES);
    const { tree } = caller.scope;
    const page = await store.write(async (tx) => {
      const known = await knownPacks(tx, tree, clock());
      if (known.packs.some(({ code }) => code === name.code)) throw invalid('code', 'taken');
      await putPack(tx, tree, emptyPack(name, tree, known.current));
      await write(tx, caller, { what: 'language-added', subject: name.code, details: { name: name.nameVi } });
      return pageOf(tx, caller, name.code);
    });
    return c.json(page);
  });

  routes.put('/languages/:code/about', async (c) => {
    const caller = await changer(c);
    const { name, nameVi, ...about } = await readForm(c, AboutLanguageSchema, MOST_BYTES);
    return c.json(
      await change(caller, c.req.param('code'), async (tx, { pack, asked }) => {
        // names of the built-in languages stand in their dictionaries
        const names = BUILT_IN_LANGUAGES.includes(pack.code) ? {} : { name, nameVi };
        const after = settled({ ...pack, ...names, about }, caller.scope.tree, asked);
        await putPack(tx, caller.scope.tree, after);
        const { reviewer, ...facts } = about;
        const details = { name: nameVi, ...facts, ...(reviewer !== pack.about.reviewer && { reviewer }) };
        await write(tx, caller, { what: 'language-described', subject: pack.code, details });
      }),
    );
  });

  routes.post('/languages/:code/enable', async (c) => {
    const caller = await changer(c);
    return c.json(
      await change(caller, c.req.param('code'), async (tx, { pack, asked }) => {
        const { tree } = caller.scope;
        if (!mayEnable(pack, tree, asked)) throw new InvalidError(whyNot(pack, asked));
        await putPack(tx, tree, { ...pack, isEnabled: true });
        const details = { name: pack.nameVi, voice: pack.about.voice, reviewer: pack.about.reviewer };
        if (!pack.isEnabled)
          await write(tx, caller, { what: 'language-enabled', subject: pack.code, details });
      }),
    );
  });

  routes.post('/languages/:code/disable', async (c) => {
    const caller = await changer(c);
    return c.json(
      await change(caller, c.req.param('code'), async (tx, { pack }) => {
        if (!pack.isEnabled) return;
        await putPack(tx, caller.scope.tree, { ...pack, isEnabled: false });
        const details = { name: pack.nameVi };
        await write(tx, caller, { what: 'language-disabled', subject: pack.code, details });
      }),
    );
  });

  routes.post('/languages/:code/carry-over', async (c) => {
    const caller = await changer(c);
    const { questionnaire } = await readForm(c, CarryOverSchema, MOST_BYTES);
    return c.json(
      await change(caller, c.req.param('code'), async (tx, { pack, asked, known }) => {
        const { tree } = caller.scope;
        const to = known.questionnaireFor(questionnaire);
        if (!to || !known.begun.has(pack.code) || fits(pack, to)) throw new ProblemError('not-possible');
        const after = carriedOver(pack, asked, to, tree);
        await putPack(tx, tree, after);
        const [texts, clips] = [after.texts, after.clips].map((all) => Object.keys(all).length);
        const details = { name: pack.nameVi, version: to.version, texts: texts!, clips: clips! };
        await write(tx, caller, { what: 'language-carried', subject: pack.code, details });
      }),
    );
  });

  routes.delete('/languages/:code', async (c) => {
    const caller = await changer(c);
    const { tree } = caller.scope;
    await store.write(async (tx) => {
      const known = await knownPacks(tx, tree, clock());
      const { pack } = named(known, c.req.param('code'));
      if (!known.begun.has(pack.code)) throw new ProblemError('not-found');
      await removePack(tx, tree, pack.code);
      const [texts, clips] = [Object.keys(pack.texts).length, Object.keys(pack.clips).length];
      const details = { name: pack.nameVi, texts, clips };
      await write(tx, caller, { what: 'language-removed', subject: pack.code, details });
    });
    return c.body(null, 204);
  });

  routes.put('/points/:id/languages', async (c) => {
    const caller = await begin(c);
    const point = caller.scope.points.get(c.req.param('id'));
    if (!point) throw new ProblemError('not-found');
    const { codes } = await readForm(c, LanguageOrderSchema, MOST_BYTES);
    const list = await store.write(async (tx) => {
      const known = await knownPacks(tx, caller.scope.tree, clock());
      checkOrder(codes, known);
      await putLanguagesOf(tx, point.id, codes);
      const details = { name: point.name.vi, languages: codes?.join(', ') ?? 'all' };
      await write(tx, caller, { what: 'languages-ordered', subject: point.id, details, unit: point.unit });
      return listOf(tx, caller);
    });
    return c.json(list);
  });

  async function listOf(read: Reader, caller: Caller): Promise<LanguageList> {
    const { scope, today } = caller;
    const known = await knownPacks(read, scope.tree, clock());
    const orders = await languagesOfPoints(read);
    const units = new Map(scope.units.map(({ id, name }) => [id, name]));
    return {
      tree: scope.tree,
      mayChange: mayChange(caller),
      languages: known.packs.map((pack) => describeRow(pack, scope.tree, known)),
      points: [...scope.points.values()]
        .filter((point) => !hasEndedBy(point, today))
        .map(({ id, name, unit }) => ({
          id,
          name,
          unit: units.get(unit)!,
          codes: orders.get(id) ?? null,
        })),
    };
  }

  async function change(
    caller: Caller,
    code: string,
    work: (tx: Tx, found: ReturnType<typeof named> & { readonly known: KnownPacks }) => Promise<void>,
  ): Promise<LanguagePage> {
    return store.write(async (tx) => {
      const known = await knownPacks(tx, caller.scope.tree, clock());
      await work(tx, { ...named(known, code), known });
      return pageOf(tx, caller, code);
    });
  }
  return routes;
}

/** A pack by its code, with the version that it was made for; or not found. */
export function named(
  known: KnownPacks,
  code: string,
): { readonly pack: StoredPack; readonly asked: Questionnaire } {
  const pack = known.packs.find((candidate) => candidate.code === code);
  const asked = pack && known.questionnaireFor(pack.questionnaire);
  if (!pack || !asked) throw new ProblemError('not-found');
  return { pack, asked };
}

/** What stands in the way of a pack, each with its place on the page. */
function whyNot(pack: StoredPack, asked: Questionnaire): FaultAt[] {
  const { texts, clips, about } = missing(pack, asked);
  return [
    ...about.map((fact): FaultAt => ({ at: `about.${fact}`, why: 'needed' })),
    ...(texts.length > 0 ? [{ at: 'texts', why: 'needed' } as const] : []),
    ...(clips.length > 0 ? [{ at: 'clips', why: 'needed' } as const] : []),
  ];
}

/** Vietnamese and English are always offered, each language once. */
function checkOrder(codes: readonly string[] | null, known: KnownPacks): void {
  if (codes === null) return;
  if (new Set(codes).size < codes.length) throw invalid('codes', 'taken');
  if (BUILT_IN_LANGUAGES.some((code) => !codes.includes(code))) throw invalid('codes', 'needed');
  if (codes.some((code) => !known.packs.some((pack) => pack.code === code)))
    throw invalid('codes', 'unknown');
}
