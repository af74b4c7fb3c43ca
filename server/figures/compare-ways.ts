import { change, type Compared } from '../../shared/compare.ts';
import { FORMS, OVERALL } from '../../shared/questionnaire.ts';
import { fraction, percentHalfUp } from '../../shared/rational.ts';
import { isWithheld, itemScore } from '../../shared/score.ts';
import type { Channel } from '../../shared/submission.ts';
import { ALL, groupOf, type ItemTally, itemOf } from '../../shared/tally.ts';
import type { Apart, UnitWays, WayFigures } from '../../shared/wire/interview-watch.ts';
import { waysOf } from './build-progress.ts';
import type { CampaignGround } from './campaign-ground.ts';
import { createNaming, type Naming } from './naming.ts';
import { OVERALL_QUESTION } from './group-names.ts';
import { nameOf } from './unit-rows.ts';
import type { Place } from './place-tree.ts';
import { sumOver } from './served-cells.ts';
import { withheldRows } from '../withhold.ts';

/** Ways in which somebody of the office asks, so that more can go wrong than a wrong touch. */
export const INTERVIEWS: ReadonlySet<Channel> = new Set(['assisted', 'call']);

type Way = Omit<WayFigures, 'apart'> & { readonly item: ItemTally; readonly isNamed: boolean };

/** Answers of interviews beside those of the other ways of the same unit, under the rule of every breakdown. */
export function compareWays(ground: CampaignGround): UnitWays[] {
  const { trees, mine, shape } = ground;
  const { day, points } = trees[0]!;
  const forms = FORMS.map((form) => ({
    form,
    naming: createNaming(shape),
    ways: waysOf(ground, form),
  }));
  return mine
    .filter((unit) => points.some((point) => point.unit === unit.id))
    .flatMap((unit): UnitWays[] => {
      const ways = forms.flatMap(({ form, naming, ways: all }) =>
        waysIn(
          ground,
          all.map(({ channel, page }) => ({ channel, form, naming, place: page(unit.id, day).place })),
        ),
      );
      if (!ways.some(({ channel }) => INTERVIEWS.has(channel))) return [];
      return [{ unit: nameOf(unit), ways: ways.map((way) => withTest(way, ways)) }];
    });
}

interface Part extends Pick<WayFigures, 'channel' | 'form'> {
  readonly place: Place;
  readonly naming: Naming;
}

function waysIn({ run: { period }, shape }: CampaignGround, parts: readonly Part[]): Way[] {
  const some = parts.filter(({ naming, place }) => naming.count(place, period) > 0);
  const hiddenIn = (group: string) =>
    withheldRows(
      some.map(({ naming, place }) => ({
        n: naming.count(place, period, group),
        withheld: !naming.mayName(place, period, group),
      })),
    );
  const [overallHidden, allHidden] = [hiddenIn(OVERALL_QUESTION), hiddenIn(ALL)];
  return some.map(({ channel, form, place }, i): Way => {
    const item = itemOf(sumOver(place.cut, period), shape, OVERALL, form);
    const score = itemScore(item, 'top2');
    const isNamed = !overallHidden[i] && !isWithheld(score);
    const group = groupOf(sumOver(place.cut, period), shape, ALL, form);
    const items = group.factors.flatMap((factor) => factor.items);
    const noOpinion = items.reduce((sum, one) => sum + one.noOpinion, 0);
    const answers = noOpinion + items.reduce((sum, one) => sum + one.levels.reduce((a, b) => a + b, 0), 0);
    const mayTell = !allHidden[i] && group.sums.n > 0;
    return {
      channel,
      form,
      item,
      isNamed,
      overall:
        isNamed && !isWithheld(score)
          ? { percent: score.percent, low: score.low, high: score.high, n: score.n, levels: item.levels }
          : null,
      noOpinion: mayTell ? { percent: percentHalfUp(fraction(noOpinion, answers), 1), answers } : null,
    };
  });
}

/** A way is compared with the others, never with a whole that holds it; all of them must be ones that may be named. */
function withTest({ item, isNamed, ...way }: Way, ways: readonly Way[]): WayFigures {
  const others = ways.filter((one) => one.channel !== way.channel);
  const isTold = isNamed && others.length > 0 && others.every((one) => one.isNamed);
  if (!INTERVIEWS.has(way.channel) || !isTold) return { ...way, apart: null };
  const levels = item.levels.map((_, i) => others.reduce((sum, one) => sum + one.item.levels[i]!, 0));
  return { ...way, apart: apartBy(comparedOf(item), comparedOf({ ...item, levels })) };
}

function comparedOf(item: ItemTally): Compared | undefined {
  const score = itemScore(item, 'top2');
  return isWithheld(score) ? undefined : score;
}

function apartBy(own: Compared | undefined, others: Compared | undefined): Apart | null {
  if (!own || !others) return null;
  const { z, changed } = change(own, others);
  if (!changed) return 'alike';
  return z > 0 ? 'higher' : 'lower';
}
