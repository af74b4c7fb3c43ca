import { isOpen, type Period, unnamedPeriod } from '../../shared/period.ts';
import { CHANNELS } from '../../shared/submission.ts';
import { headOf } from '../../shared/tally.ts';
import type { Trust } from '../../shared/wire/trust.ts';
import type { OverviewSources } from './overview.ts';
import { countMarked, flaggedPairs, latePairs } from './flagged-pairs.ts';
import { mixOfGroups } from './mode-effect.ts';
import { type Cells, slice, sumOver, valuesIn } from './served-cells.ts';
import { nameOf } from './unit-rows.ts';
import { POLICY, SERVICE } from './trend-points.ts';
import { figureIn, type World, worldOf } from './trust-worlds.ts';

/** What the page of trust is built from; the store is read before, nothing is read here. */
export interface TrustSources
  extends Pick<
    OverviewSources,
    'unit' | 'tree' | 'trees' | 'period' | 'form' | 'shape' | 'method' | 'nowMs' | 'cells' | 'waiting'
  > {
  readonly former: Period | undefined;
  /** Half-months of the period that have closed. */
  readonly closed: readonly string[];
  /** By standing, of closed half-months alone: ten new forms may bring one that is marked. */
  readonly standings: Cells;
  /** What came by telephone and ticket, by its on-time class, of closed half-months alone. */
  readonly classes: Cells;
  readonly root: Trust['root'];
  readonly proofs: Trust['proofs'];
}

export function buildTrust(sources: TrustSources): Trust {
  const { unit, tree, trees, period, form, shape, method, nowMs, cells, former, closed } = sources;
  const at = { unit: unit.id, day: tree.day };
  const whole = (own: Cells) => ({ trees, cells: own, shape, form });
  const bare = { method, asOf: nowMs, received: 0, shown: 0 };
  const { place } = worldOf(whole(cells), at, bare);
  const shown = headOf(sumOver(place.cut, period)).submissions;
  const world = (own: Cells): World =>
    worldOf(whole(own), at, { ...bare, received: shown + sources.waiting, shown });
  const headline = world(cells);
  const parts = {
    all: world(slice(sources.standings, 'value', ['counted', 'flagged'])),
    unmarked: world(slice(sources.standings, 'value', ['counted'])),
    marked: world(slice(sources.standings, 'value', ['flagged'])),
  };
  const run = runOf(period, closed);
  const ofClass = (...names: string[]) => world(slice(sources.classes, 'value', names));
  const punctuality = { onTime: ofClass('early', 'on'), late: ofClass('late'), unknown: ofClass('') };
  const asked = valuesIn(cells, 'channel');
  const channels = CHANNELS.filter((channel) => asked.has(channel)).map((channel) => {
    return { channel, world: world(slice(cells, 'channel', [channel])) };
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
