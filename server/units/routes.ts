import { type Context, Hono } from 'hono';
import type * as v from 'valibot';
import { isDay, localDay } from '../../shared/period.ts';
import {
  type CatalogueLoaded,
  ChangePointSchema,
  CloseSchema,
  ContactSchema,
  LoadCatalogueSchema,
  MergeUnitsSchema,
  MovePointSchema,
  MoveUnitSchema,
  NewPointSchema,
  NewUnitSchema,
  RenameUnitSchema,
  WithdrawSchema,
} from '../../shared/wire/units.ts';
import { addFromCatalogue, catalogueCommunes, catalogueProvinces } from '../administrative-units.ts';
import { daysFrom, holdsTogether } from '../dated-tree.ts';
import { turnToToday } from '../day-turn.ts';
import type { Deps } from '../deps.ts';
import { invalid, ProblemError } from '../problem.ts';
import { readForm } from '../read-json.ts';
import { requireRight } from '../rights.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { Tx } from '../store/store.ts';
import { readHistory } from '../store/unit-history.ts';
import { type Ground, groundOf } from './act-ground.ts';
import { changeContact } from './change-contact.ts';
import { changePoint, closePoint, createPoint, movePoint } from './change-points.ts';
import { closeUnit, createUnit, mergeUnits, moveUnit, renameUnit } from './change-units.ts';
import { unitDetail, unitLines } from './list-units.ts';
import { withdrawFrom } from './withdraw.ts';

const MOST_BYTES = 32 * 1024;

/** Ends the request where an act, together with what was decided before for a later day, tears a tree apart. */
async function mustHoldTogether(tx: Tx, from: string, torn: () => ProblemError): Promise<void> {
  const history = await readHistory(tx);
  if (daysFrom(history, from).some((day) => !holdsTogether(history, day))) throw torn();
}

/** The organisation of the scope: units and service points by dates, and the bundled catalogue to fill it from. */
export function unitRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const { store, random } = deps;
  const today = () => localDay(deps.clock());

  async function begin(c: Context): Promise<StoredAccount> {
    const account = await guards.account(c);
    requireRight(account, 'organise');
    return account;
  }

  /** An act in one transaction, judged and carried out on one state of the organisation; answered with the unit to show. */
  function act<S extends v.GenericSchema<unknown, { readonly from: string }>>(
    path: string,
    schema: S,
    carryOut: (ground: Ground, asked: v.InferOutput<S>, id: string) => Promise<string>,
    torn = (): ProblemError => invalid('from', 'too-early'),
  ): void {
    routes.post(path, async (c) => {
      const account = await begin(c);
      const asked = await readForm(c, schema, MOST_BYTES);
      const unit = await store.write(async (tx) => {
        const ground = await groundOf(tx, deps, account);
        const shown = await carryOut(ground, asked, c.req.param('id') ?? '');
        await mustHoldTogether(tx, asked.from, torn);
        await turnToToday(tx, deps);
        return shown;
      });
      return answerUnit(c, account, unit);
    });
  }

  async function answerUnit(c: Context, account: StoredAccount, unit: string): Promise<Response> {
    const detail = await unitDetail(store.read, account.unit, unit, today());
    if (!detail) throw new ProblemError('not-found');
    return c.json(detail);
  }

  routes.get('/organisation/units', async (c) => {
    const account = await begin(c);
    const day = c.req.query('asOf') ?? today();
    if (!isDay(day)) throw new ProblemError('malformed');
    return c.json(await unitLines(store.read, account.unit, { day, today: today() }));
  });

  routes.get('/organisation/units/:id', async (c) => {
    const account = await begin(c);
    return answerUnit(c, account, c.req.param('id'));
  });

  act('/organisation/units', NewUnitSchema, (ground, asked) => createUnit(ground, asked, random));
  act('/organisation/units/merge', MergeUnitsSchema, (ground, asked) => mergeUnits(ground, asked, random));
  act('/organisation/units/:id/rename', RenameUnitSchema, (ground, asked, id) =>
    renameUnit(ground, id, asked),
  );
  act('/organisation/units/:id/move', MoveUnitSchema, (ground, asked, id) => moveUnit(ground, id, asked));
  act('/organisation/units/:id/close', CloseSchema, (ground, { from }, id) => closeUnit(ground, id, from));
  act(
    '/organisation/units/:id/withdraw',
    WithdrawSchema,
    (ground, { from }, id) => withdrawFrom(ground, id, from),
    () => new ProblemError('not-possible'),
  );
  act('/organisation/points', NewPointSchema, (ground, asked) => createPoint(ground, asked, random));
  act('/organisation/points/:id/change', ChangePointSchema, (ground, asked, id) =>
    changePoint(ground, id, asked),
  );
  act('/organisation/points/:id/move', MovePointSchema, (ground, asked, id) => movePoint(ground, id, asked));
  act('/organisation/points/:id/close', CloseSchema, (ground, { from }, id) => closePoint(ground, id, from));

  for (const kind of ['units', 'points'] as const)
    routes.put(`/organisation/${kind}/:id/contact`, async (c) => {
      const account = await begin(c);
      const { contact } = await readForm(c, ContactSchema, MOST_BYTES);
      const unit = await store.write(async (tx) =>
        changeContact(await groundOf(tx, deps, account), kind, c.req.param('id'), contact),
      );
      return answerUnit(c, account, unit);
    });

  routes.get('/catalogue', async (c) => {
    await begin(c);
    const province = c.req.query('province');
    return c.json(province === undefined ? catalogueProvinces() : catalogueCommunes(province));
  });

  routes.post('/catalogue', async (c) => {
    const account = await begin(c);
    const { under, codes } = await readForm(c, LoadCatalogueSchema, MOST_BYTES);
    const loaded = await store.write(async (tx): Promise<CatalogueLoaded> => {
      const ground = await groundOf(tx, deps, account);
      const parent = ground.unitIn(under, 'under');
      if (parent.validTo !== null) throw invalid('under', 'unknown');
      const { id, tree, validFrom: since } = parent;
      const added = await addFromCatalogue(tx, { codes, parent: id, tree, since });
      await turnToToday(tx, deps);
      await ground.write(id, 'catalogue-loaded', id, { name: parent.name.vi, units: added });
      return { added, known: new Set(codes).size - added };
    });
    return c.json(loaded);
  });
  return routes;
}
