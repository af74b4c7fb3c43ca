import { halfMonthOf } from '../../shared/period.ts';
import type { FactorProgress, ItemProgress } from '../../shared/wire/campaign-progress.ts';
import { withheldRows } from '../withhold.ts';
import { createCount, type PlannedUnit } from './build-progress.ts';
import type { CampaignGround } from './campaign-ground.ts';
import { createNaming } from './naming.ts';
import { itemGroup } from './group-names.ts';
import { pagesOf } from './place-tree.ts';

/**
 * Of the express forms of one unit how many have a valid answer to each factor and item, and how many will have one at the
 * cut-off: each express form asks one item of a factor, so an item fills more slowly than its factor. Items are counted of
 * half-months that have closed, as wherever they are served; demo and training at once.
 */
export function itemProgress(ground: CampaignGround, planned: PlannedUnit): FactorProgress[] {
  const { trees, shape, cells, run, today, questionnaire } = ground;
  const form = 'express';
  const naming = createNaming(shape);
  const itemsBefore = planned.unit.tree === 'real' ? halfMonthOf(today) : '9999';
  const page = pagesOf({ trees, cells: cells[form], shape, form, itemsBefore });
  const { place } = page(planned.unit.id, trees[0]!.day);
  const count = createCount(ground, planned);
  const whole = { form, place, naming } as const;
  const forms = count.mayName(whole) ? count.valid(whole) : 0;
  const forecast = forms > 0 ? count.forecast([whole]) : null;
  // of the forms that are still to come as many will answer as of those that came
  const growth = forecast && 1 + forecast.expected / forms;
  const rowOf = (group: string) => ({
    n: naming.count(place, run.period, group),
    withheld: !naming.mayName(place, run.period, group),
  });
  const areas = questionnaire.areas.flatMap(({ factors }) => factors);
  const factorRows = areas.map(({ code }) => rowOf(code));
  const factorHidden = withheldRows(factorRows);
  return areas.map(({ code, short, items }, i): FactorProgress => {
    const itemRows = items.map(({ number }) => rowOf(itemGroup(number)));
    const itemHidden = withheldRows(itemRows);
    const sum = itemRows.reduce((all, { n }) => all + n, 0);
    const factor = factorHidden[i] ? null : factorRows[i]!.n;
    const expected = factor === null || growth === null ? null : Math.round(factor * growth);
    return {
      code,
      name: short,
      n: factor,
      expected,
      items: items.map(({ number, headline }, at): ItemProgress => {
        const n = itemHidden[at] ? null : itemRows[at]!.n;
        const share = n === null || expected === null || sum === 0 ? null : n / sum;
        return { number, name: headline, n, expected: share === null ? null : Math.round(expected! * share) };
      }),
    };
  });
}
