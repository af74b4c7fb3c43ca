import { type Context, Hono } from 'hono';
import {
  dayBefore,
  daysOfHalfMonth,
  formerPeriod,
  halfMonthOf,
  localDay,
  readPeriod,
} from '../../shared/period.ts';
import type { FormKind } from '../../shared/questionnaire.ts';
import { shapeOf } from '../../shared/tally.ts';
import type { Trust } from '../../shared/wire/trust.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { requireRight } from '../rights.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { subtreeOf } from '../store/organisation.ts';
import { newestRootInShort, proofsOfNight } from '../store/proofs-of-night.ts';
import { questionnaireOf } from '../store/questionnaires.ts';
import { STANDING } from '../store/release-step.ts';
import { waitingCount } from '../store/served-tallies.ts';
import type { Reader } from '../store/store.ts';
import { historyNow, type UnitHistory } from '../store/unit-history.ts';
import { buildTrust, type TrustSources } from './build-trust.ts';
import { isForm } from './read-question.ts';
import { releaseDue } from '../store/release-due.ts';
import { campaignOf } from './read-overview.ts';
import { type AskedUnit, type SeenUnit, seenUnit, wholeTrees } from './seen-trees.ts';
import { periodsAround } from './periods-around.ts';
import { figuresSnapshot, servedCells } from './served-books.ts';

/** `GET /trust`: what speaks for and against the figures of a unit in a period. */
export function trustRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  routes.get('/trust', async (c) => {
    const account = await guards.account(c);
    requireRight(account, 'figures');
    const period = readPeriod(c.req.query('period') ?? '');
    const form = c.req.query('form') ?? 'express';
    if (!period || !isForm(form)) throw new ProblemError('malformed');
    const asked = { unit: c.req.query('unit') ?? '', day: undefined, period, form };
    return c.json(await readTrust(deps, account.unit, asked));
  });
  return routes;
}

/** What an account of a unit asks for, after releasing half-months that have closed. */
export async function readTrust(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  account: string,
  asked: AskedUnit & { readonly form: FormKind },
): Promise<Trust> {
  const nowMs = clock();
  const history = await historyNow(store);
  // outside of the account's scope there is nothing, not even a refusal that would tell of it
  const seen = seenUnit(history, account, asked, localDay(nowMs));
  if (!seen) throw new ProblemError('not-found');
  await releaseDue(store, nowMs);
  return buildTrust(await figuresSnapshot(store, (read) => readSources(read, history, seen, asked, nowMs)));
}

async function readSources(
  read: Reader,
  history: UnitHistory,
  { unit, tree }: SeenUnit,
  { period, form }: AskedUnit & { readonly form: FormKind },
  nowMs: number,
): Promise<TrustSources> {
  const today = localDay(nowMs);
  const campaign = await campaignOf(read, history, tree.units, unit, { period, today });
  const questionnaire = campaign && (await questionnaireOf(read, campaign.questionnaire, campaign.version));
  if (!campaign || !questionnaire) throw new ProblemError('not-found');
  const trees = wholeTrees(history, unit, tree);
  const { points } = trees.find(({ day }) => day === tree.day)!;
  const below = new Set(subtreeOf(tree.units, unit.id).map(({ id }) => id));
  const former = formerPeriod(period);
  const reach = [period, ...(former ? [former] : [])].flatMap((one) => [one, ...periodsAround(one)]);
  const halfMonths = reach.flatMap((one) => one.halfMonths).sort();
  const filter = {
    servicePoints: points.map(({ id }) => id),
    from: halfMonths[0]!,
    to: halfMonths.at(-1)!,
    form,
    questionnaire: questionnaire.id,
    version: questionnaire.version,
    facet: '' as const,
  };
  const shape = shapeOf(questionnaire);
  const last = unit.tree === 'real' ? lastClosed(today) : halfMonthOf(today);
  const closed = { ...filter, to: last < filter.to ? last : filter.to };
  return {
    unit,
    tree: trees.find(({ day }) => day === tree.day)!,
    trees,
    period,
    former,
    form,
    shape,
    method: { statistic: campaign.statistic, aggregation: campaign.aggregation },
    cells: await servedCells(read, filter, shape),
    waiting: await waitingCount(read, {
      ...filter,
      servicePoints: points.filter((point) => below.has(point.unit)).map(({ id }) => id),
      from: period.halfMonths[0]!,
      to: period.halfMonths.at(-1)!,
    }),
    closed: period.halfMonths.filter((halfMonth) => halfMonth <= last),
    standings: await servedCells(read, { ...closed, facet: STANDING }, shape),
    classes: await servedCells(read, { ...closed, facet: 'ontime' }, shape),
    root: await newestRootInShort(read),
    proofs: await proofsOfNight(read),
    nowMs,
  };
}

/** Of parts only closed half-months are served: ten new forms may bring one that is marked, or late. */
const lastClosed = (today: string) => halfMonthOf(dayBefore(daysOfHalfMonth(halfMonthOf(today)).from));
