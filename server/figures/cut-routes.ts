import { type Context, Hono } from 'hono';
import { readPeriod } from '../../shared/period.ts';
import { OVERALL } from '../../shared/questionnaire.ts';
import type { Shape } from '../../shared/tally.ts';
import {
  type Comparison,
  type Cut,
  type CutBy,
  CUTS,
  type FigurePassport,
  USUAL_GROUPS,
} from '../../shared/wire/cuts.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { requireRight } from '../rights.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { answerTimed } from './answer-timed.ts';
import { buildAgainst } from './build-against.ts';
import { comparePeriods, compareRows } from './build-comparison.ts';
import { buildCut } from './build-cut.ts';
import { buildPassport } from './build-passport.ts';
import { cutParts } from './cut-parts.ts';
import { askedFigures } from './read-question.ts';
import { onGround } from './figure-ground.ts';
import { itemOfGroup } from './group-names.ts';

/** Figures of a unit told apart by one thing, two of them compared, and what one of them rests on. */
export function cutRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  routes.get('/cuts', async (c) => {
    const account = await guards.account(c);
    requireRight(account, 'figures');
    const by = askedCut(c);
    return answerTimed(c, 'cut', () =>
      onGround(deps, account.unit, askedFigures(c), async (ground): Promise<Cut> => {
        const group = c.req.query('group');
        const groups = group === undefined ? USUAL_GROUPS : [askedGroup(ground.shape, group)];
        return buildCut(ground, by, groups, await cutParts(ground, by));
      }),
    );
  });
  routes.get('/against-dossiers', async (c) => {
    const account = await guards.account(c);
    requireRight(account, 'figures');
    return answerTimed(c, 'against', () => onGround(deps, account.unit, askedFigures(c), buildAgainst));
  });

  routes.get('/comparison', async (c) => {
    const account = await guards.account(c);
    requireRight(account, 'figures');
    const [asked, group] = [askedFigures(c), c.req.query('group') ?? ''];
    const [a, b, other] = [c.req.query('a'), c.req.query('b'), c.req.query('other')];
    const period = readPeriod(other ?? '');
    if (other !== undefined && !period) throw new ProblemError('malformed');
    if (!period && (a === undefined || b === undefined)) throw new ProblemError('malformed');
    const by = period ? null : askedCut(c);
    return answerTimed(c, 'comparison', () =>
      onGround(deps, account.unit, asked, async (ground, another): Promise<Comparison> => {
        askedGroup(ground.shape, group);
        return by
          ? compareRows(ground, by, group, { a: a!, b: b! })
          : comparePeriods(ground, await another({ ...asked, period: period! }), group);
      }),
    );
  });

  routes.get('/passport', async (c) => {
    const account = await guards.account(c);
    requireRight(account, 'figures');
    const group = c.req.query('group') ?? '';
    const cut =
      c.req.query('by') === undefined ? null : { by: askedCut(c), value: c.req.query('value') ?? '' };
    return answerTimed(c, 'passport', () =>
      onGround(
        deps,
        account.unit,
        askedFigures(c),
        async (ground): Promise<FigurePassport> =>
          buildPassport(ground, { group: askedGroup(ground.shape, group, cut === null), cut }),
      ),
    );
  });
  return routes;
}

function askedCut(c: Context): CutBy {
  const by = CUTS.find((one) => one === c.req.query('by'));
  if (by === undefined) throw new ProblemError('malformed');
  return by;
}

/** An area, a factor, everything, the overall question; of a unit that is not cut, an item too. */
function askedGroup(shape: Shape, group: string, hasItems = false): string {
  const item = itemOfGroup(group);
  const isKnown = item === undefined ? shape.groups.has(group) : shape.items.has(item);
  if (!isKnown || (item !== undefined && item !== OVERALL && !hasItems)) throw new ProblemError('malformed');
  return group;
}
