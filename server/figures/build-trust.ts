import { isOpen, type Period, unnamedPeriod } from '../../shared/period.ts';
import { CHANNELS } from '../../shared/submission.ts';
import { headOf } from '../../shared/tally.ts';
import type { Trust } from '../../shared/wire/trust.ts';
import type { OverviewSources } from './overview.ts';
import { countMarked, flaggedPairs, latePairs } from './flagged-pairs.ts';
import { mixOfGroups } from './mode-effect.ts';
import { type CellRow, sumOver } from './served-cells.ts';
import { nameOf } from './unit-rows.ts';
import { POLICY, SERVICE } from './trend-points.ts';
import { figureIn, type World, worldOf } from './trust-worlds.ts';

/** What the page of trust is built from; the store is read before, nothing is read here. */
export interface TrustSources
  extends Pick<
    OverviewSources,
    'unit' | 'tree' | 'trees' | 'period' | 'form' | 'shape' | 'method' | 'nowMs' | 'rows' | 'waiting'
  > {
  readonly former: Period | undefined;
  /** Half-months of the period that have closed. */
  readonly closed: readonly string[];
  /** Of closed half-months alone: what enters the headline by its standing. */
  readonly unmarked: readonly CellRow[];
  readonly marked: readonly CellRow[];
  /** Of closed half-months alone: what came by telephone and ticket, by its on-time class. */
  readonly byClass: ReadonlyMap<string, readonly CellRow[]>;
  readonly root: Trust['root'];
  readonly proofs: Trust['proofs'];
}

export function buildTrust(sources: TrustSources): Trust {
  const { unit, tree, trees, period, form, shape, method, nowMs, rows, former, closed } = sources;
  const at = { unit: unit.id, day: tree.day };
  const whole = (own: readonly CellRow[]) => ({ trees, rows: own, shape, form });
  const bare = { method, asOf: nowMs, received: 0, shown: 0 };
  const { place } = worldOf(whole(rows), at, bare);
  const shown = headOf(sumOver(place.cut, period)).submissions;
  const world = (own: readonly CellRow[]): World =>
    worldOf(whole(own), at, { ...bare, received: shown + sources.waiting, shown });
  const headline = world(rows);
  const parts = {
    all: world([...sources.unmarked, ...sources.marked]),
    unmarked: world(sources.unmarked),
    marked: world(sources.marked),
  };
  const run = runOf(period, closed);
  const ofClass = (...names: string[]) => world(names.flatMap((name) => sources.byClass.get(name) ?? []));
  const punctuality = { onTime: ofClass('early', 'on'), late: ofClass('late'), unknown: ofClass('') };
  const channels = CHANNELS.flatMap((channel) => {
    const own = rows.filter((row) => row.channel === channel);
    return own.length > 0 ? [{ channel, world: world(own) }] : [];
  });
  return {
    unit: nameOf(unit),
    period: { id: period.id, from: period.from, to: period.to, open: isOpen(period, nowMs) },
    form,
    method,
    asOf: nowMs,
    figures: {
      policy: figureIn(headline, period, POLICY).served,
      service: figureIn(headline, period, SERVICE).served,
    },
    closed: run ? { from: run.from, to: run.to } : null,
    ...(run ? countMarked(parts, run) : { forms: null, flagged: null }),
    pairs: run ? flaggedPairs(parts, run) : [],
    mix: former
      ? {
          period: former.id,
          groups: mixOfGroups(headline, channels, { before: former, now: period }),
        }
      : null,
    late: run ? latePairs(punctuality, run) : [],
    root: sources.root,
    proofs: sources.proofs,
  };
}

/** The closed half-months of a period as one run: the period itself once it has closed. */
function runOf(period: Period, closed: readonly string[]): Period | undefined {
  if (closed.length === 0) return undefined;
  if (closed.length === period.halfMonths.length) return period;
  return unnamedPeriod(closed[0]!, closed.at(-1)!);
}
