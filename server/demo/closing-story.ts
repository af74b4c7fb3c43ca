import { isSatisfied } from '../../shared/counts.ts';
import { itemsOf } from '../../shared/questionnaire.ts';
import { type Answer, isFlagged, isValid } from '../../shared/submission.ts';
import { chanceFor } from './chance.ts';
import { CLOSING_COSTS } from './plan.ts';
import { isOneLevel, type Visit, type World } from './visits.ts';

/**
 * A counter closes and the commune's service delivery falls. With some 500 forms after the closing, chance
 * alone moves a figure by two or three points, so single answers there are moved by one level until the fall
 * is what the story says, whatever the day on which the demo is filled.
 */
export function withClosing(world: World, visits: readonly Visit[]): Visit[] {
  const { unit, lastDay } = world.plan.closing;
  const weights = serviceWeights(world);
  // today's visits are left alone, so that what was invented of earlier days does not depend on the hour
  const here = visits.flatMap((visit, index) => {
    const { sp, fm, b } = visit.submission;
    const counts =
      sp.startsWith(unit) && fm === 'express' && b < world.calendar.today && isValid(visit.submission);
    return counts ? [index] : [];
  });
  const isAfter = (index: number) => visits[index]!.submission.b.slice(0, 10) > lastDay;
  const after = here.filter(isAfter);
  const before = here.filter((index) => !isAfter(index)).map((index) => visits[index]!);
  const goal = shareOf(before, weights) - CLOSING_COSTS / 100;

  const settled = [...visits];
  const share = () =>
    shareOf(
      after.map((index) => settled[index]!),
      weights,
    );
  const [from, to]: readonly [Answer, Answer] = share() > goal ? [4, 3] : [3, 4];
  const hasArrived = () => (to === 3 ? share() <= goal : share() >= goal);
  const chance = chanceFor('closing');
  const left = after.filter((index) => !isFlagged(visits[index]!.submission));
  while (left.length > 0 && !hasArrived()) {
    const [index] = left.splice(chance.below(left.length), 1) as [number];
    const { submission } = settled[index]!;
    const at = submission.it.findIndex((item, i) => weights.has(item) && submission.a[i] === from);
    const a = submission.a.map((answer, i) => (i === at ? to : answer));
    if (at >= 0 && !isOneLevel(a)) settled[index] = { ...settled[index]!, submission: { ...submission, a } };
  }
  return settled;
}

/** Design weights of the express form's service items. */
function serviceWeights({ questionnaire, factorOf }: World): ReadonlyMap<number, number> {
  const service = itemsOf(questionnaire).filter(({ number }) => factorOf.get(number)?.startsWith('II.'));
  return new Map(service.map(({ number, weight }) => [number, weight.express]));
}

/** Pooled share of satisfied answers, 0-1. */
function shareOf(visits: readonly Visit[], weights: ReadonlyMap<number, number>): number {
  let [satisfied, all] = [0, 0];
  for (const { submission } of visits) {
    submission.it.forEach((item, i) => {
      const answer = submission.a[i]!;
      const weight = weights.get(item);
      if (weight === undefined || answer === null || answer === 'b' || answer === 0) return;
      all += weight;
      if (isSatisfied(answer, 5)) satisfied += weight;
    });
  }
  return satisfied / all;
}
