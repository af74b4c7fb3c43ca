import {
  dayBefore,
  daysOfHalfMonth,
  halfMonthOf,
  isOpen,
  localDay,
  type Period,
} from '../../shared/period.ts';
import type { FormKind, Questionnaire } from '../../shared/questionnaire.ts';
import type { Method } from '../../shared/score.ts';
import { type Shape, shapeOf } from '../../shared/tally.ts';
import type { FiguresAbout } from '../../shared/wire/cuts.ts';
import type { DatedTree } from '../dated-tree.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { subtreeOf, type Unit } from '../store/organisation.ts';
import { questionnaireOf } from '../store/questionnaires.ts';
import { waitingCount } from '../store/served-tallies.ts';
import type { Reader } from '../store/store.ts';
import { historyNow, type UnitHistory } from '../store/unit-history.ts';
import type { AskedFigures } from './read-question.ts';
import { releaseDue } from '../store/release-due.ts';
import { campaignOf } from './read-overview.ts';
import { type AskedUnit, type SeenUnit, seenUnit, wholeTrees } from './seen-trees.ts';
import { periodsAround } from './periods-around.ts';
import { slotsOf } from './base-slots.ts';
import { cut } from './served-cells.ts';
import { type Filter, figuresSnapshot, servedCells } from './served-books.ts';
import { pointSet } from './tree-sets.ts';
import { nameOf } from './unit-rows.ts';

/** What cuts, comparisons and passports of a unit are read from. */
export interface FigureGround {
  readonly read: Reader;
  readonly history: UnitHistory;
  readonly unit: Unit;
  /** The whole tree by which it is read, the same as of every day on which it became another one, that day among them. */
  readonly tree: DatedTree;
  readonly trees: readonly DatedTree[];
  /** Service points of the unit. */
  readonly points: ReadonlySet<string>;
  readonly period: Period;
  readonly form: FormKind;
  readonly questionnaire: Questionnaire;
  readonly shape: Shape;
  readonly method: Method;
  readonly campaignMethod: Method;
  /** Submissions of the unit in the period that have come, and those in its headline. */
  readonly received: number;
  readonly shown: number;
  readonly nowMs: number;
  /** Rows of all points of the tree, in the period and in those that it could be subtracted from. */
  readonly filter: Filter;
}

/** Reads what an account of a unit may see of what it asks for, in one snapshot, after releasing what has closed. */
export async function onGround<T>(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  account: string,
  asked: AskedFigures,
  work: (ground: FigureGround, another: (asked: AskedFigures) => Promise<FigureGround>) => Promise<T>,
): Promise<T> {
  const nowMs = clock();
  const history = await historyNow(store);
  const see = (one: AskedUnit) => {
    // outside of the account's scope there is nothing, not even a refusal that would tell of it
    const seen = seenUnit(history, account, one, localDay(nowMs));
    if (!seen) throw new ProblemError('not-found');
    return seen;
  };
  see(asked);
  await releaseDue(store, nowMs);
  return figuresSnapshot(store, async (read) => {
    const ground = (one: AskedFigures) => readGroundOf(read, history, see(one), one, nowMs);
    return work(await ground(asked), ground);
  });
}

async function readGroundOf(
  read: Reader,
  history: UnitHistory,
  { unit, tree }: SeenUnit,
  { period, form, method }: AskedFigures,
  nowMs: number,
): Promise<FigureGround> {
  const campaign = await campaignOf(read, history, tree.units, unit, { period, today: localDay(nowMs) });
  const questionnaire = campaign && (await questionnaireOf(read, campaign.questionnaire, campaign.version));
  if (!campaign || !questionnaire) throw new ProblemError('not-found');
  const trees = wholeTrees(history, unit, tree);
  const whole = trees.find(({ day }) => day === tree.day)!;
  const below = new Set(subtreeOf(tree.units, unit.id).map(({ id }) => id));
  const points = new Set(whole.points.filter((point) => below.has(point.unit)).map(({ id }) => id));
  const halfMonths = [period, ...periodsAround(period)].flatMap((one) => one.halfMonths).sort();
  const filter: Filter = {
    servicePoints: whole.points.map(({ id }) => id),
    from: halfMonths[0]!,
    to: halfMonths.at(-1)!,
    form,
    questionnaire: questionnaire.id,
    version: questionnaire.version,
    facet: '',
  };
  const within = {
    ...filter,
    servicePoints: [...points],
    from: period.halfMonths[0]!,
    to: period.halfMonths.at(-1)!,
  };
  const shape = shapeOf(questionnaire);
  const own = pointSet(points);
  const cells = await servedCells(read, filter, shape);
  const shown = cut(cells, own, shape, form).base(period, slotsOf(shape).of('submissions'));
  const campaignMethod = { statistic: campaign.statistic, aggregation: campaign.aggregation };
  return {
    read,
    history,
    unit,
    tree: whole,
    trees,
    points,
    period,
    form,
    questionnaire,
    shape,
    method: { ...campaignMethod, ...method },
    campaignMethod,
    received: shown + (await waitingCount(read, within)),
    shown,
    nowMs,
    filter,
  };
}

/** Of facets only half-months that have closed are served, where forms wait for their release at all. */
export function closedOf({ unit, filter, nowMs }: FigureGround): Filter {
  if (unit.tree !== 'real') return filter;
  const { from } = daysOfHalfMonth(halfMonthOf(localDay(nowMs)));
  const last = halfMonthOf(dayBefore(from));
  return { ...filter, to: last < filter.to ? last : filter.to };
}

/** Whether facets of the period are not served yet. */
export const isTooEarly = ({ unit, period, nowMs }: FigureGround): boolean =>
  unit.tree === 'real' && isOpen(period, nowMs);

export function aboutFigures(ground: FigureGround, shown: number): FiguresAbout {
  const { unit, tree, period, form, questionnaire, method, campaignMethod, nowMs, received } = ground;
  return {
    unit: nameOf(unit),
    treeDay: tree.day,
    period: { id: period.id, from: period.from, to: period.to, open: isOpen(period, nowMs) },
    form,
    questionnaire: { id: questionnaire.id, version: questionnaire.version },
    method,
    campaignMethod,
    asOf: nowMs,
    received,
    shown,
    factors: questionnaire.areas.flatMap((area) =>
      area.factors.map(({ code, name }) => ({ code, area: area.code, name })),
    ),
  };
}
