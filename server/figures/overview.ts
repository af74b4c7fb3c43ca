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
  Target,
  TargetState,
  TrendPoint,
  UnitName,
  UnitRow,
} from '../../shared/wire/overview.ts';
import type { DeviceHealth } from '../store/devices.ts';
import type { DatedTree } from '../dated-tree.ts';
import type { Unit } from '../store/organisation.ts';
import { targetInForce, type TargetStep } from '../store/targets.ts';
import { OVERALL_QUESTION } from './neighbours.ts';
import { pageOf, type Place, type PlacePage } from './place-tree.ts';
import { createReadOut, type ReadOut } from './read-out.ts';
import { type CellRow, cut, sumOver } from './served-cells.ts';
import { withheldRows } from '../withhold.ts';

/** Everything the page of a unit is built from; the store is read before, nothing is read here. */
export interface OverviewSources {
  readonly unit: Unit;
  /** The whole tree by which the page is read: what is beside the unit decides what is served of it. */
  readonly tree: DatedTree;
  /** The same tree as of every day on which it became another one, this day among them. */
  readonly trees: readonly DatedTree[];
  readonly period: Period;
  readonly form: FormKind;
  readonly questionnaire: Questionnaire;
  readonly shape: Shape;
  readonly method: Method;
  /** The one that the campaign has set: figures by it are the official ones. */
  readonly campaignMethod: Method;
  /** Steps of the targets of the unit and of those above it. */
  readonly targets: readonly TargetStep[];
  /** The unit and those above it, nearest first. */
  readonly upwards: readonly string[];
  /** Tallies of all points of the tree. */
  readonly rows: readonly CellRow[];
  /** Submissions of the period that wait for their release. */
  readonly waiting: number;
  readonly devices: readonly DeviceHealth[];
  readonly nowMs: number;
}

/** How many months a trend shows. */
const TREND_MONTHS = 12;

export function trendMonths(period: Period): Period[] {
  return monthsUpTo(period.halfMonths.at(-1)!, TREND_MONTHS);
}

/** The areas by their place in the instrument: I policy, II service delivery. */
const [POLICY, SERVICE] = ['I', 'II'] as const;

export function buildOverview(sources: OverviewSources): Overview {
  const { unit, period, form, questionnaire, shape, method, nowMs } = sources;
  const page = pageOf(unit.id, sources.tree.day, sources);
  const { place } = page;
  const inPeriod = headOf(sumOver(place.cut, period));
  const shown = inPeriod.submissions;
  const received = shown + sources.waiting;
  const readOut = createReadOut({ method, asOf: nowMs, received, shown, form, shape });
  const target = targetOf(sources, period);
  const policy = readOut.figure(place, period, POLICY);
  const service = readOut.figure(place, period, SERVICE);
  const units = unitRows(sources, page, readOut);
  const mayNamePartial = readOut.mayNamePartial(place, period);
  const quiet =
    sources.devices.length > 0
      ? localDay(Math.min(...sources.devices.map((device) => device.lastContact)))
      : null;
  return {
    unit: nameOf(unit),
    treeDay: sources.tree.day,
    period: { id: period.id, from: period.from, to: period.to, open: isOpen(period, nowMs) },
    form,
    questionnaire: { id: questionnaire.id, version: questionnaire.version },
    method,
    campaignMethod: sources.campaignMethod,
    asOf: nowMs,
    received,
    shown,
    valid: mayNamePartial ? inPeriod.valid : null,
    partial: mayNamePartial ? inPeriod.partial : null,
    headline: {
      policy: policy.served,
      service: service.served,
      all: readOut.figure(place, period, ALL).served,
      overallQuestion: readOut.figure(place, period, OVERALL_QUESTION).served,
      target,
      policyTarget: stateOf(policy, target),
      serviceTarget: stateOf(service, target),
    },
    channels: channelRows(sources, place),
    trend: trendMonths(period).map((month) => trendPoint(readOut, place, month, targetOf(sources, month))),
    factors: factorRows(readOut, place, period, questionnaire, shape, form, target),
    units: units.rows,
    unitsWithheld: units.withheldN > 0 && units.withheldN < MIN_N ? null : units.withheldN,
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

/** A period keeps the target of its reporting year that was in force on its last day. */
function targetOf(
  { targets, upwards, method, campaignMethod }: OverviewSources,
  period: Period,
): Target | null {
  // it was set for figures of the campaign's method; a mean of 85 says nothing about a share of 90
  if (!isSameMethod(method, campaignMethod)) return null;
  return targetInForce(targets, upwards, reportYearOf(period.halfMonths.at(-1)!), period.to);
}

const isSameMethod = (a: Method, b: Method) => a.statistic === b.statistic && a.aggregation === b.aggregation;

type Figure = ReturnType<ReadOut['figure']>;

function stateOf({ served, exact }: Figure, target: Target | null): TargetState | null {
  if (!target || 'withheld' in served) return null;
  return targetState(exact, target.percent) ?? null;
}

function trendPoint(readOut: ReadOut, place: Place, month: Period, target: Target | null): TrendPoint {
  const policy = readOut.figure(place, month, POLICY);
  const service = readOut.figure(place, month, SERVICE);
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
  place: Place,
  period: Period,
  questionnaire: Questionnaire,
  shape: Shape,
  form: FormKind,
  target: Target | null,
): FactorRow[] {
  const vector = sumOver(place.cut, period, 'factors');
  return questionnaire.areas.flatMap((area) =>
    area.factors.map(({ code, name, short }) => {
      const figure = readOut.figure(place, period, code);
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
function unitRows(
  { unit, tree, period }: OverviewSources,
  page: PlacePage,
  readOut: ReadOut,
): { rows: UnitRow[]; withheldN: number } {
  const names = new Map<string, UnitName>([
    ...tree.points.map(({ id, name }) => [id, { id, name, tree: unit.tree }] as const),
    ...tree.units.map((one) => [one.id, nameOf(one)] as const),
  ]);
  const parts = page.parts.map(({ id, place: part }) => ({
    name: names.get(id)!,
    policy: readOut.figure(part, period, POLICY),
    service: readOut.figure(part, period, SERVICE),
    trend: trendMonths(period).map((month) => ({
      period: month.id,
      service: readOut.figure(part, month, SERVICE).served,
    })),
  }));
  return {
    rows: parts.map(({ name, policy, service, trend }) => ({
      unit: name,
      policy: policy.served,
      service: service.served,
      trend,
    })),
    withheldN: parts.reduce((sum, { service }) => sum + ('withheld' in service.served ? service.n : 0), 0),
  };
}

function channelRows({ rows, period, shape, form }: OverviewSources, { points }: Place): ChannelRow[] {
  const counted = CHANNELS.map((channel) => {
    const from = cut(
      rows.filter((row) => row.channel === channel && points.has(row.servicePoint)),
      shape,
      form,
    );
    return { channel, shown: headOf(sumOver(from, period)).submissions };
  }).filter((row) => row.shown > 0);
  const hidden = withheldRows(counted.map((row) => ({ n: row.shown })));
  return counted.map((row, i) => ({ channel: row.channel, shown: hidden[i] ? null : row.shown }));
}
