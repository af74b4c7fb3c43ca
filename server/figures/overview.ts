import { targetState } from '../../shared/compare.ts';
import type { FormKind, Questionnaire } from '../../shared/questionnaire.ts';
import { isOpen, localDay, monthsUpTo, type Period, reportYearOf } from '../../shared/period.ts';
import { type Method, MIN_N } from '../../shared/score.ts';
import { CHANNELS } from '../../shared/submission.ts';
import { ALL, groupOf, headOf, type Shape } from '../../shared/tally.ts';
import type {
  ChannelRow,
  FactorRow,
  Overview,
  ServedScore,
  Target,
  TargetState,
  TrendPoint,
  UnitName,
  UnitRow,
} from '../../shared/wire/overview.ts';
import type { DeviceHealth } from '../store/devices.ts';
import { subtreeOf, type ServicePoint, type Unit } from '../store/organisation.ts';
import { createReadOut, OVERALL_QUESTION, type ReadOut } from './read-out.ts';
import { type CellRow, cut, type Cut, sumOver } from './served-cells.ts';
import { withheldRows } from './withhold.ts';

/** Everything the page of a unit is built from; the store is read before, nothing is read here. */
export interface OverviewSources {
  readonly unit: Unit;
  readonly units: readonly Unit[];
  /** Service points of the unit and all below it. */
  readonly points: readonly ServicePoint[];
  readonly period: Period;
  readonly form: FormKind;
  readonly questionnaire: Questionnaire;
  readonly shape: Shape;
  readonly method: Method;
  readonly targets: readonly Target[];
  readonly rows: readonly CellRow[];
  /** Submissions of the period that wait for their release. */
  readonly waiting: number;
  readonly devices: readonly DeviceHealth[];
  readonly nowMs: number;
}

/** How many months a trend shows. */
export const TREND_MONTHS = 12;

export function trendMonths(period: Period): Period[] {
  return monthsUpTo(period.halfMonths.at(-1)!, TREND_MONTHS);
}

/** The areas by their place in the instrument: I policy, II service delivery. */
const [POLICY, SERVICE] = ['I', 'II'] as const;

export function buildOverview(sources: OverviewSources): Overview {
  const { unit, period, form, questionnaire, shape, method, rows, nowMs } = sources;
  const everything = cut(rows, shape, form);
  const inPeriod = headOf(sumOver(everything, period));
  const shown = inPeriod.submissions;
  const received = shown + sources.waiting;
  const readOut = createReadOut({ method, asOf: nowMs, received, shown, form, shape });
  const target = targetOf(sources.targets, period);
  const policy = readOut.figure(everything, period, POLICY);
  const service = readOut.figure(everything, period, SERVICE);
  const units = unitRows(sources, readOut);
  const quiet =
    sources.devices.length > 0
      ? localDay(Math.min(...sources.devices.map((device) => device.lastContact)))
      : null;
  return {
    unit: nameOf(unit),
    period: { id: period.id, from: period.from, to: period.to, open: isOpen(period, nowMs) },
    form,
    questionnaire: { id: questionnaire.id, version: questionnaire.version },
    method,
    asOf: nowMs,
    received,
    shown,
    valid: shown < MIN_N ? null : inPeriod.valid,
    partial: shown < MIN_N ? null : inPeriod.partial,
    headline: {
      policy: policy.served,
      service: service.served,
      all: readOut.figure(everything, period, ALL).served,
      overallQuestion: readOut.figure(everything, period, OVERALL_QUESTION).served,
      target,
      policyTarget: stateOf(policy, target),
      serviceTarget: stateOf(service, target),
    },
    channels: channelRows(sources),
    trend: trendMonths(period).map((month) => trendPoint(readOut, everything, month, sources.targets)),
    factors: factorRows(readOut, everything, period, questionnaire, shape, form, target),
    units: units.rows,
    unitsWithheld: units.withheldN,
    devices: {
      count: sources.devices.length,
      unsent: sources.devices.reduce((sum, device) => sum + device.unsent, 0),
      quietSince: quiet,
    },
  };
}

export function nameOf({ id, name, tree }: Unit): UnitName {
  return { id, name, tree };
}

/** A target belongs to a reporting year; changing one year's never moves another's. */
function targetOf(targets: readonly Target[], period: Period): Target | null {
  const year = reportYearOf(period.halfMonths.at(-1)!);
  return targets.find((target) => target.year === year) ?? null;
}

type Figure = ReturnType<ReadOut['figure']>;

function stateOf({ served, exact }: Figure, target: Target | null): TargetState | null {
  if (!target || 'withheld' in served) return null;
  return targetState(exact, target.percent) ?? null;
}

function trendPoint(
  readOut: ReadOut,
  everything: Cut,
  month: Period,
  targets: readonly Target[],
): TrendPoint {
  const target = targetOf(targets, month);
  const policy = readOut.figure(everything, month, POLICY);
  const service = readOut.figure(everything, month, SERVICE);
  return {
    period: month.id,
    from: month.from,
    to: month.to,
    policy: policy.served,
    service: service.served,
    target,
    policyTarget: stateOf(policy, target),
    serviceTarget: stateOf(service, target),
  };
}

function factorRows(
  readOut: ReadOut,
  everything: Cut,
  period: Period,
  questionnaire: Questionnaire,
  shape: Shape,
  form: FormKind,
  target: Target | null,
): FactorRow[] {
  const vector = sumOver(everything, period);
  return questionnaire.areas.flatMap((area) =>
    area.factors.map(({ code, name, short }) => {
      const figure = readOut.figure(everything, period, code);
      const items = groupOf(vector, shape, code, form).factors.flatMap((factor) => factor.items);
      const hidden = 'withheld' in figure.served;
      const levelSum = (level: number) => items.reduce((sum, item) => sum + (item.levels[level] ?? 0), 0);
      return {
        code,
        area: area.code,
        name,
        short,
        score: figure.served,
        levels: hidden ? null : [0, 1, 2, 3, 4].map(levelSum),
        noOpinion: hidden ? null : items.reduce((sum, item) => sum + item.noOpinion, 0),
        targetState: stateOf(figure, target),
      };
    }),
  );
}

/** Child units; a unit without children is broken down by its service points. */
function unitRows(sources: OverviewSources, readOut: ReadOut): { rows: UnitRow[]; withheldN: number } {
  const { unit, units, points, period, rows, shape, form } = sources;
  const children = units.filter((child) => child.parent === unit.id);
  const own: { name: UnitName; points: ReadonlySet<string> }[] = children.map((child) => {
    const below = new Set(subtreeOf(units, child.id).map(({ id }) => id));
    return {
      name: nameOf(child),
      points: new Set(points.filter((p) => below.has(p.unit)).map(({ id }) => id)),
    };
  });
  for (const point of points.filter((p) => p.unit === unit.id)) {
    own.push({ name: { id: point.id, name: point.name, tree: unit.tree }, points: new Set([point.id]) });
  }
  const parts = own
    .filter((part) => part.points.size > 0)
    .map((part) => {
      const from = cut(
        rows.filter((row) => part.points.has(row.servicePoint)),
        shape,
        form,
      );
      return {
        name: part.name,
        from,
        policy: readOut.figure(from, period, POLICY),
        service: readOut.figure(from, period, SERVICE),
      };
    });
  const hidden = {
    policy: hiddenOf(parts.map((p) => p.policy)),
    service: hiddenOf(parts.map((p) => p.service)),
  };
  // months have their own sums over the parts, so they have their own complement
  const months = trendMonths(period).map((month) => {
    const figures = parts.map((part) => readOut.figure(part.from, month, SERVICE));
    const withheld = hiddenOf(figures);
    return { id: month.id, served: figures.map((figure, i) => unlessHidden(figure.served, withheld[i]!)) };
  });
  return {
    rows: parts.map((part, i) => ({
      unit: part.name,
      policy: unlessHidden(part.policy.served, hidden.policy[i]!),
      service: unlessHidden(part.service.served, hidden.service[i]!),
      trend: months.map((month) => ({ period: month.id, service: month.served[i]! })),
    })),
    withheldN: parts.reduce((sum, part, i) => sum + (hidden.service[i] ? part.service.n : 0), 0),
  };
}

const hiddenOf = (figures: readonly Figure[]) =>
  withheldRows(figures.map(({ served, n }) => ({ n, withheld: 'withheld' in served })));

function unlessHidden(served: ServedScore, hidden: boolean): ServedScore {
  return hidden && !('withheld' in served) ? { withheld: 'complement' } : served;
}

function channelRows({ rows, period, shape, form }: OverviewSources): ChannelRow[] {
  const counted = CHANNELS.map((channel) => {
    const from = cut(
      rows.filter((row) => row.channel === channel),
      shape,
      form,
    );
    return { channel, shown: headOf(sumOver(from, period)).submissions };
  }).filter((row) => row.shown > 0);
  const hidden = withheldRows(counted.map((row) => ({ n: row.shown })));
  return counted.map((row, i) => ({ channel: row.channel, shown: hidden[i] ? null : row.shown }));
}
