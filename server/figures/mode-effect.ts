import { change, changeSince, type PointsChange } from '../../shared/compare.ts';
import { atFixedMix, type FixedMix, judgeMix } from '../../shared/fixed-mix.ts';
import type { Period } from '../../shared/period.ts';
import { isWithheld } from '../../shared/score.ts';
import type { Channel } from '../../shared/submission.ts';
import type { ChannelInTwo, MixOfGroup } from '../../shared/wire/trust.ts';
import { withheldRows } from '../withhold.ts';
import { POLICY, SERVICE } from './trend-points.ts';
import { figureIn, hideFigure, isServed, type World, type WorldFigure } from './trust-worlds.ts';

/** The channels that are served in both periods hold so much of the earlier one's forms, or nothing is told at a fixed mix. */
const COVERED_LEAST = 0.8;

/** Whether a change of each percentage comes from the mix of channels. Computed from figures that are served, and nothing else. */
export function mixOfGroups(
  whole: World,
  channels: readonly { readonly channel: Channel; readonly world: World }[],
  { before, now }: { readonly before: Period; readonly now: Period },
): MixOfGroup[] {
  return ([POLICY, SERVICE] as const).map((group): MixOfGroup => {
    const [was, is] = [figureIn(whole, before, group), figureIn(whole, now, group)];
    const wasOf = rowsOf(channels, before, group);
    const isOf = rowsOf(channels, now, group);
    const rows = channels
      .map(({ channel }, i) => ({ channel, before: wasOf[i]!, now: isOf[i]! }))
      .filter((row) => row.before.n + row.now.n > 0);
    const both = rows.filter((row) => isServed(row.before) && isServed(row.now));
    const covered = both.reduce((sum, row) => sum + row.before.n, 0);
    const isTold = isServed(was) && isServed(is) && covered >= COVERED_LEAST * was.n;
    const fixed = isTold ? fixedOf(both) : undefined;
    const isCompared = isServed(was) && isServed(is) && !isWithheld(was.exact) && !isWithheld(is.exact);
    return {
      group,
      before: was.served,
      now: is.served,
      raw: isCompared ? (changeSince(is.exact, was.exact) ?? null) : null,
      channels: rows.map(
        (row): ChannelInTwo => ({
          channel: row.channel,
          before: row.before.served,
          now: row.now.served,
        }),
      ),
      fixed: fixed ? inPoints(fixed, both) : null,
      verdict:
        isWithheld(was.exact) || isWithheld(is.exact) || !isCompared
          ? 'cannot-tell'
          : judgeMix(change(is.exact, was.exact), fixed),
    };
  });
}

/** The channels of one period are one breakdown. */
function rowsOf(
  channels: readonly { readonly world: World }[],
  period: Period,
  group: string,
): WorldFigure[] {
  const figures = channels.map(({ world }) => figureIn(world, period, group));
  const hidden = withheldRows(
    figures.map((figure) => ({ n: figure.n, withheld: figure.n > 0 && !isServed(figure) })),
  );
  return figures.map((figure, i) => (hidden[i] ? hideFigure(figure) : figure));
}

type Both = readonly { readonly before: WorldFigure; readonly now: WorldFigure }[];

function fixedOf(both: Both): FixedMix | undefined {
  return atFixedMix(
    both.flatMap(({ before, now }) =>
      isWithheld(before.exact) || isWithheld(now.exact)
        ? []
        : [{ n: before.n, before: before.exact, now: now.exact }],
    ),
  );
}

/** In percent, from the channels' figures as they are printed, so that a reader can do the same. */
function inPoints(fixed: FixedMix, both: Both): NonNullable<MixOfGroup['fixed']> {
  const total = both.reduce((sum, { before }) => sum + before.n, 0);
  const percentOf = (time: 'before' | 'now') => {
    const sum = both.reduce((weighted, row) => {
      const { exact } = row[time];
      return isWithheld(exact) ? weighted : weighted + row.before.n * exact.percent;
    }, 0);
    return Math.round((10 * sum) / total) / 10;
  };
  const [before, now] = [percentOf('before'), percentOf('now')];
  const state: PointsChange['state'] = !fixed.changed ? 'not-clear' : fixed.z > 0 ? 'up' : 'down';
  return { before, now, change: { points: Math.round(10 * (now - before)) / 10, state } };
}
