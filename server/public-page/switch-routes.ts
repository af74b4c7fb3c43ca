import { type Context, Hono } from 'hono';
import { type PublicPageState, PublicSwitchSchema } from '../../shared/wire/public-switch.ts';
import { audited } from '../audited.ts';
import { type Caller, createBegin } from '../caller.ts';
import { livesOn } from '../dated-tree.ts';
import type { Deps } from '../deps.ts';
import { nameOf } from '../figures/unit-rows.ts';
import { invalid, ProblemError } from '../problem.ts';
import { readForm } from '../read-json.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import { namesOf } from '../store/names-of.ts';
import type { Unit } from '../store/organisation.ts';
import { publicPages, switchOff, switchOn } from '../store/public-pages.ts';
import { repliesOf } from '../store/replies.ts';
import type { ReadResults } from './kept-results.ts';
import { PUBLIC_GROUPS } from './public-results.ts';
import { pathOf } from './results-page.ts';

const MOST_BYTES = 1_000;

/** Whether everybody may read the figures of a unit: off until a person with the right to publish switches it on. */
export function publicSwitchRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount>; readonly results: ReadResults },
): Hono {
  const routes = new Hono();
  const { store } = deps;
  const begin = createBegin(deps, guards, 'publish');
  /** Only of a unit that is there today. */
  const unitIn = ({ scope, today }: Caller, id: string): Unit | undefined =>
    scope.units.find((unit) => unit.id === id && livesOn(unit, today));

  async function stateOf({ scope }: Caller, unit: Unit): Promise<PublicPageState> {
    const { read } = store;
    const pages = await publicPages(read);
    const page = pages.find((one) => one.unit === unit.id);
    const on = new Set(pages.map((one) => one.unit));
    const { forms } = await guards.results(unit);
    const quarters = forms.flatMap((form) =>
      form.quarters.filter(({ figures }) => PUBLIC_GROUPS.some((group) => figures[group])),
    );
    const replies = await repliesOf(read, [unit.id]);
    return {
      unit: nameOf(unit),
      on: page
        ? { since: page.since, by: (await namesOf(read, [page.account])).get(page.account) ?? '' }
        : null,
      address: deps.publicUrl + pathOf(unit.id),
      shows: {
        quarters: [...new Set(quarters.map(({ period }) => period.id))],
        replies: replies.filter(({ withdrawn }) => withdrawn === null).length,
      },
      others: scope.units.filter(({ id }) => on.has(id)).map(nameOf),
    };
  }

  routes.get('/public-pages', async (c) => {
    const caller = await begin(c);
    const unit = unitIn(caller, c.req.query('unit') ?? caller.account.unit);
    if (!unit) throw new ProblemError('not-found');
    return c.json(await stateOf(caller, unit));
  });

  routes.post('/public-pages', async (c) => {
    const caller = await begin(c);
    const { account, today } = caller;
    const asked = await readForm(c, PublicSwitchSchema, MOST_BYTES);
    const unit = unitIn(caller, asked.unit);
    if (!unit) throw invalid('unit', 'unknown');
    await store.write(async (tx) => {
      const isChanged = asked.on
        ? await switchOn(tx, { unit: unit.id, since: today, account: account.id })
        : await switchOff(tx, unit.id);
      if (!isChanged) return;
      const what = asked.on ? 'public-page-on' : 'public-page-off';
      const details = { name: unit.name.vi };
      await note(tx, audited(deps, { account: account.id, unit: unit.id, what, subject: unit.id, details }));
    });
    return c.json(await stateOf(caller, unit));
  });
  return routes;
}
