import { MIN_N, scoreOfSums } from '../../shared/score.ts';
import { leavesSmallRest } from '../withhold.ts';
import { type FormTallies, TalliesFault, type Tallies, type Told, type ToldRow } from './signed-tallies.ts';

/**
 * What must hold of the tallies of a province whoever signed them: no figure of fewer than ten forms is told, the units below
 * leave nobody or ten, and the sums are those of forms that there can be. The province looks before it signs, the nation before it adds up.
 */
export function judgeTallies({ forms }: Tallies): void {
  if (new Set(forms.map(({ form }) => form)).size < forms.length)
    throw new TalliesFault(({ formTwice }) => formTwice);
  for (const form of forms) judgeForm(form);
}

function judgeForm({ form, figures, items, units, fields }: FormTallies): void {
  const groups = [...figures, ...items];
  if (new Set(groups.map(({ group }) => group)).size < groups.length)
    throw new TalliesFault((why) => why.figureTwice(form));
  const rows = [...units, ...fields].flatMap(({ policy, service }) => [policy, service]);
  for (const told of [...groups.map((one) => one.told), ...rows]) judgeTold(told);
  for (const { told, levels } of items) {
    const answers = levels && levels.reduce((sum, count) => sum + count, 0);
    if (levels && answers !== formsOf(told)) throw new TalliesFault(({ impossible }) => impossible);
  }
  for (const [group, part] of [
    ['I', ({ policy }: ToldRow) => policy],
    ['II', ({ service }: ToldRow) => service],
  ] as const) {
    const whole = figures.find((one) => one.group === group);
    if (!whole || !('sums' in whole.told)) continue;
    const shown = units.reduce((sum, row) => sum + formsOf(part(row)), 0);
    if (leavesSmallRest(formsOf(whole.told), shown))
      throw new TalliesFault(({ subtractable }) => subtractable);
  }
}

function judgeTold(told: Told): void {
  if (!('sums' in told)) return;
  if (told.sums.n < MIN_N) throw new TalliesFault(({ few }) => few(MIN_N));
  try {
    scoreOfSums(told.sums);
  } catch {
    throw new TalliesFault(({ impossible }) => impossible);
  }
}

const formsOf = (told: Told): number => ('sums' in told ? told.sums.n : 0);
