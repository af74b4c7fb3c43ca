import { dayAfter, isOpen, localDay, type Period, readPeriod } from '../../shared/period.ts';
import { type FormKind, FORMS, type VersionName } from '../../shared/questionnaire.ts';
import type { Method } from '../../shared/score.ts';
import type { Channel } from '../../shared/submission.ts';
import { headOf } from '../../shared/tally.ts';
import { isSameVersion } from '../../shared/version-breaks.ts';
import type { PointsChange, ServedFigure } from '../../shared/wire/overview.ts';
import type { Deps } from '../deps.ts';
import { cutParts } from '../figures/cut-parts.ts';
import { type FigureGround, onGround } from '../figures/figure-ground.ts';
import { changeOf, type ReadFigure } from '../figures/judge-figure.ts';
import { pagesOf } from '../figures/place-tree.ts';
import { createReadOut } from '../figures/read-out.ts';
import { servedCells } from '../figures/served-books.ts';
import { sumOver } from '../figures/served-cells.ts';
import { POLICY, SERVICE } from '../figures/trend-points.ts';
import { ProblemError } from '../problem.ts';
import { type Unit, upwards } from '../store/organisation.ts';
import { withheldRows } from '../withhold.ts';

/**
 * What everybody may read of a unit. Promised: nothing but the two areas, by quarters of the reporting year that have
 * closed and overlap nowhere; each figure is what managers are served, or withheld; and whichever pages of units are on,
 * now or one after another, no sum of their figures subtracted from another leaves one to nine forms
 * (docs/decisions/0065-public-page.md). So what is public never depends on which pages are on.
 */
export interface PublicResults {
  /** Local day on which it was read. */
  readonly day: string;
  /** Those of each form, the newest first, back to the first one of which anything is public. */
  readonly forms: readonly { readonly form: FormKind; readonly quarters: readonly PublicQuarter[] }[];
}

export const PUBLIC_GROUPS = [POLICY, SERVICE] as const;
export type PublicGroup = (typeof PUBLIC_GROUPS)[number];

export interface PublicQuarter {
  readonly period: Period;
  readonly questionnaire: VersionName;
  readonly method: Method;
  /** Whether version and method are those of the quarter before, and there is one. */
  readonly isAlike: boolean;
  /** Null: withheld, for whatever reason; that there is one says less than which. */
  readonly figures: Readonly<Record<PublicGroup, ServedFigure | null>>;
  /** Since the quarter before; null where one of the two is withheld, or cannot be compared (`isAlike`). */
  readonly changes: Readonly<Record<PublicGroup, PointsChange | null>>;
  /** Valid forms by the way in which they came; null = withheld, or fewer than ten. */
  readonly channels: readonly { readonly channel: Channel; readonly valid: number | null }[];
}

/** Two years. */
const QUARTERS = 8;

/** Quarters of the reporting year that have closed, the newest first. */
export function closedQuarters(nowMs: number): Period[] {
  const year = Number(localDay(nowMs).slice(0, 4)) + 1;
  return [0, 1, 2, 3]
    .flatMap((back) => ['q4', 'q3', 'q2', 'q1'].map((part) => readPeriod(`report-${year - back}-${part}`)!))
    .filter((period) => !isOpen(period, nowMs))
    .slice(0, QUARTERS);
}

export async function readPublicResults(
  deps: Pick<Deps, 'store' | 'clock'>,
  unit: Unit,
): Promise<PublicResults> {
  const nowMs = deps.clock();
  // of a quarter that was over before the unit began, the units speak that it came from
  const periods = closedQuarters(nowMs).filter(({ to }) => to >= unit.validFrom);
  const forms: PublicResults['forms'][number][] = [];
  for (const form of FORMS) {
    const read: ReadQuarter[] = [];
    for (const period of periods) {
      const quarter = await readQuarter(deps, unit.id, period, form);
      if (quarter) read.push(quarter);
    }
    const first = read.findLastIndex(({ figures }) => PUBLIC_GROUPS.some((group) => figures[group]));
    const quarters = read.slice(0, first + 1).map((quarter, at) => {
      const { figures, exact: _, ...rest } = quarter;
      return { ...rest, figures, ...comparedWith(quarter, read[at + 1]) };
    });
    if (quarters.length > 0) forms.push({ form, quarters });
  }
  return { day: localDay(nowMs), forms };
}

interface ReadQuarter extends Omit<PublicQuarter, 'changes' | 'isAlike'> {
  readonly exact: Readonly<Record<PublicGroup, ReadFigure>>;
}

/** Undefined where nothing was asked: no campaign ran, or the unit was not there. */
async function readQuarter(
  deps: Pick<Deps, 'store' | 'clock'>,
  unit: string,
  period: Period,
  form: FormKind,
): Promise<ReadQuarter | undefined> {
  try {
    const asked = { unit, day: undefined, period, form, method: {} };
    return await onGround(deps, unit, asked, (ground) => quarterOn(ground));
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'not-found') return undefined;
    throw error;
  }
}

const NO_ANSWERS = { withheld: 'no-answers' } as const;
const NO_FIGURE: ReadFigure = { served: NO_ANSWERS, exact: NO_ANSWERS, n: 0 };
/** Of a form that nobody was given, no place around it has to be looked at. */
const NOBODY = { figures: { I: null, II: null }, exact: { I: NO_FIGURE, II: NO_FIGURE }, channels: [] };

async function quarterOn(ground: FigureGround): Promise<ReadQuarter> {
  const { read, filter, trees, tree, unit, period, form, shape, method, questionnaire } = ground;
  const { received, shown, nowMs } = ground;
  const about = { period, questionnaire: { id: questionnaire.id, version: questionnaire.version }, method };
  if (received === 0) return { ...about, ...NOBODY };
  const cells = await servedCells(read, filter, shape);
  const page = pagesOf({ trees, cells, shape, form });
  const readOut = createReadOut({ method, asOf: nowMs, received, shown, form, shape });
  const line = upwards(tree.units, unit.id).map(({ id }) => page(id, tree.day).place);
  const exactOf = (group: string) => readOut.figure(line[0]!, period, group);
  const servedOf = (group: string) => {
    const served = line.map((place) => readOut.figure(place, period, group).served);
    return mayBePublic(served.map((one) => !('withheld' in one))) ? (served[0] as ServedFigure) : null;
  };
  const exact = { I: exactOf(POLICY), II: exactOf(SERVICE) };
  const figures = { I: servedOf(POLICY), II: servedOf(SERVICE) };
  const isAny = PUBLIC_GROUPS.some((group) => figures[group]);
  return {
    ...about,
    figures,
    exact,
    channels: isAny ? await channelsOf(ground) : [],
  };
}

/**
 * Whether the first of these may be public: what is served of a unit and of those above it, up to the top. It must be served
 * itself, and nothing withheld may lie between it and one above that is served. Otherwise that one minus this one and its
 * neighbours would leave what the one between hides: readers of the managers' pages are promised one breakdown at a time,
 * readers of public pages all of them.
 */
export function mayBePublic(served: readonly boolean[]): boolean {
  return served[0] === true && !served.slice(0, served.lastIndexOf(true)).includes(false);
}

function comparedWith(
  now: ReadQuarter,
  before: ReadQuarter | undefined,
): Pick<PublicQuarter, 'isAlike' | 'changes'> {
  const isAlike =
    before !== undefined &&
    dayAfter(before.period.to) === now.period.from &&
    isSameVersion(now.questionnaire, before.questionnaire) &&
    now.method.statistic === before.method.statistic &&
    now.method.aggregation === before.method.aggregation;
  const changeIn = (group: PublicGroup) =>
    isAlike && now.figures[group] && before.figures[group]
      ? changeOf(now.exact[group], before.exact[group])
      : null;
  return { isAlike, changes: { I: changeIn(POLICY), II: changeIn(SERVICE) } };
}

/** Each way by itself is withheld as places are, and then as rows that add up to all valid forms. */
async function channelsOf(ground: FigureGround): Promise<PublicQuarter['channels']> {
  const { parts } = (await cutParts(ground, 'channel'))!;
  const counted = parts.map(({ value, place, readOut }) => ({
    channel: value as Channel,
    n: headOf(sumOver(place.cut, ground.period)).valid,
    withheld: !readOut.mayNamePartial(place, ground.period),
  }));
  const hidden = withheldRows(counted);
  return counted.map(({ channel, n }, at) => ({ channel, valid: hidden[at] || n === 0 ? null : n }));
}
