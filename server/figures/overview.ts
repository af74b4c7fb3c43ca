import type { FormKind, Questionnaire, VersionName } from '../../shared/questionnaire.ts';
import {
  formerPeriod,
  halfMonthOf,
  isOpen,
  localDay,
  type Period,
  reportYearOf,
} from '../../shared/period.ts';
import { type Method, MIN_N } from '../../shared/score.ts';
import { CHANNELS } from '../../shared/submission.ts';
import { ALL, headOf, type Shape, shapeOf } from '../../shared/tally.ts';
import { isSameVersion } from '../../shared/version-breaks.ts';
import type { ChannelRow, Overview, Target } from '../../shared/wire/overview.ts';
import type { DatedTree } from '../dated-tree.ts';
import type { DeviceHealth } from '../store/devices.ts';
import type { Unit } from '../store/organisation.ts';
import { targetInForce, type TargetStep } from '../store/targets.ts';
import { withheldRows } from '../withhold.ts';
import { factorRows } from './factor-rows.ts';
import { againstTarget, changeOf } from './judge-figure.ts';
import { OVERALL_QUESTION } from './group-names.ts';
import { pageOf, type Place } from './place-tree.ts';
import { createReadOut } from './read-out.ts';
import { slotsOf } from './base-slots.ts';
import { type Cells, cut, slice, sumOver } from './served-cells.ts';
import {
  type AskedVersion,
  nameOfVersion,
  POLICY,
  SERVICE,
  trendBreaks,
  trendPoint,
  trendSlots,
} from './trend-points.ts';
import { nameOf, unitRows } from './unit-rows.ts';

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
  readonly cells: Cells;
  /** Versions that the unit asked in a period up to today. */
  readonly askedIn: (period: Pick<Period, 'from' | 'to'>) => readonly VersionName[];
  /** The others that months of the trend hold, with their tallies, and every version that there is. */
  readonly otherVersions: readonly {
    readonly questionnaire: Questionnaire;
    readonly cells: Cells;
  }[];
  readonly known: readonly Questionnaire[];
  /** Submissions of the period that wait for their release. */
  readonly waiting: number;
  readonly devices: readonly DeviceHealth[];
  /** The newest certified version of the report about it. */
  readonly certified: Overview['certified'];
  readonly nowMs: number;
}

/** The place of a page with how its figures are read out: whatever else tells of the page reads them the same way. */
export function overviewPage(sources: OverviewSources) {
  const { unit, period, form, shape, method, nowMs } = sources;
  const whole = { ...sources, itemsBefore: itemsBefore(unit, nowMs) };
  const page = pageOf(unit.id, sources.tree.day, whole);
  const inPeriod = headOf(sumOver(page.place.cut, period));
  const about = {
    method,
    asOf: nowMs,
    received: inPeriod.submissions + sources.waiting,
    shown: inPeriod.submissions,
    form,
  };
  return { whole, page, inPeriod, about, readOut: createReadOut({ ...about, shape }) };
}

export function buildOverview(sources: OverviewSources): Overview {
  const { unit, period, form, questionnaire, shape, method, nowMs } = sources;
  const former = formerPeriod(period);
  const { whole, page, inPeriod, about, readOut } = overviewPage(sources);
  const { place } = page;
  const { received, shown } = about;
  const others = sources.otherVersions.map(({ questionnaire: other, cells }): AskedVersion => {
    const its = { cells, shape: shapeOf(other) };
    return {
      questionnaire: other,
      page: pageOf(unit.id, sources.tree.day, { ...whole, ...its }),
      readOut: createReadOut({ ...about, shape: its.shape }),
    };
  });
  const slots = trendSlots(period, [{ questionnaire, page, readOut }, ...others], sources.askedIn);
  const target = targetOf(sources, period);
  const policy = readOut.figure(place, period, POLICY);
  const service = readOut.figure(place, period, SERVICE);
  const units = unitRows(sources, page, readOut, former, slots);
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
    questionnaire: nameOfVersion(questionnaire),
    alsoAsked: sources.askedIn(period).filter((name) => !isSameVersion(name, questionnaire)),
    method,
    campaignMethod: sources.campaignMethod,
    asOf: nowMs,
    certified: sources.certified,
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
      policyTarget: againstTarget(policy, target),
      serviceTarget: againstTarget(service, target),
    },
    former: former
      ? {
          period: { id: former.id, from: former.from, to: former.to },
          policy: changeOf(policy, readOut.figure(place, former, POLICY)),
          service: changeOf(service, readOut.figure(place, former, SERVICE)),
        }
      : null,
    channels: channelRows(sources, place),
    trend: slots.map((slot) => trendPoint(slot, targetOf(sources, slot.month))),
    trendBreaks: trendBreaks(slots, sources.known),
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

/** Demo and training release at once. */
const itemsBefore = ({ tree }: Unit, nowMs: number): string =>
  tree === 'real' ? halfMonthOf(localDay(nowMs)) : '9999';

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

function channelRows({ cells, period, shape, form }: OverviewSources, place: Place): ChannelRow[] {
  const counted = CHANNELS.map((channel) => {
    const from = cut(slice(cells, 'channel', [channel]), place, shape, form);
    return { channel, shown: from.base(period, slotsOf(shape).of('submissions')) };
  }).filter((row) => row.shown > 0);
  const hidden = withheldRows(counted.map((row) => ({ n: row.shown })));
  return counted.map((row, i) => ({ channel: row.channel, shown: hidden[i] ? null : row.shown }));
}
