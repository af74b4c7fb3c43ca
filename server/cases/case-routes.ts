import { type Context, Hono } from 'hono';
import { uuid4 } from '../../shared/ids.ts';
import { maskRemark } from '../../shared/mask-remark.ts';
import { CaseActSchema, NewCaseSchema } from '../../shared/wire/followed-cases.ts';
import { audited } from '../audited.ts';
import { createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { invalid } from '../problem.ts';
import { calendars } from '../place-calendar.ts';
import { readForm } from '../read-json.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import { openCase } from '../store/stored-cases.ts';
import { actOnCase } from './act-on-case.ts';
import { caseCount, caseList, oneCase } from './case-views.ts';
import { dueOn } from '../due-on.ts';
import { handOverRemarks } from './hand-over-remarks.ts';

const MOST_BYTES = 8 * 1024;

/** Cases that managers follow up: remarks of the weeks before, alerts, and what is written down by hand. */
export function caseRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const { store } = deps;
  const begin = createBegin(deps, guards, 'cases');

  routes.get('/cases', async (c) => {
    const caller = await begin(c);
    // a new week begins with whoever looks first
    await handOverRemarks(deps);
    return c.json(await store.snapshot((read) => caseList(read, caller, c.req.query('unit') ?? '')));
  });

  routes.get('/cases/count', async (c) => {
    const caller = await begin(c);
    await handOverRemarks(deps);
    return c.json(await store.snapshot((read) => caseCount(read, caller)));
  });

  routes.get('/cases/:id', async (c) => {
    const caller = await begin(c);
    return c.json(await store.snapshot((read) => oneCase(read, caller, c.req.param('id'))));
  });

  routes.post('/cases', async (c) => {
    const caller = await begin(c);
    const { account, scope, today } = caller;
    const { unit, point, words } = await readForm(c, NewCaseSchema, MOST_BYTES);
    if (!scope.units.some(({ id }) => id === unit)) throw invalid('unit', 'unknown');
    if (point !== null && scope.points.get(point)?.unit !== unit) throw invalid('point', 'unknown');
    const masked = maskRemark(words.trim());
    if (masked === '') throw invalid('words', 'needed');
    const id = uuid4(deps.random);
    await store.write(async (tx) => {
      const due = dueOn(today, (await calendars(tx))(unit));
      const seed = { id, kind: 'manual', unit, point, opened: today, due, author: account.id } as const;
      await openCase(tx, { ...seed, words: masked });
      await note(
        tx,
        audited(deps, { account: account.id, unit, what: 'case-opened', subject: id, details: {} }),
      );
    });
    return c.json(await store.snapshot((read) => oneCase(read, caller, id)));
  });

  routes.post('/cases/:id/acts', async (c) => {
    const caller = await begin(c);
    const id = c.req.param('id');
    await actOnCase(deps, caller, id, await readForm(c, CaseActSchema, MOST_BYTES));
    return c.json(await store.snapshot((read) => oneCase(read, caller, id)));
  });
  return routes;
}
