import { createHash } from 'node:crypto';
import { isWithheld } from '../../shared/score.ts';
import { headOf } from '../../shared/tally.ts';
import type { CutBy, FigurePassport, Selection } from '../../shared/wire/cuts.ts';
import { ProblemError } from '../problem.ts';
import { newestRootInShort } from '../store/proofs-of-night.ts';
import {
  type CutPart,
  cutParts,
  figureIn,
  figuresOf,
  shownIn,
  standingParts,
  wholePart,
} from './cut-parts.ts';
import { aboutFigures, type FigureGround } from './figure-ground.ts';
import { figureSums } from './figure-sums.ts';
import { itemOfGroup } from './group-names.ts';
import type { ReadFigure } from './read-out.ts';
import { sumOver } from './served-cells.ts';

export interface AskedNumber {
  readonly group: string;
  /** Null: the unit itself, uncut. */
  readonly cut: { readonly by: CutBy; readonly value: string } | null;
}

/** Everything that one number rests on; what is withheld there is withheld here. */
export async function buildPassport(
  ground: FigureGround,
  { group, cut }: AskedNumber,
): Promise<FigurePassport> {
  const { part, figure, shown } = cut
    ? await rowOf(ground, cut.by, cut.value, group)
    : await uncut(ground, group);
  const selection: Selection = {
    by: cut?.by ?? null,
    value: part.value,
    name: part.name,
    under: part.under,
    group,
  };
  const about = { ...aboutFigures({ ...ground, form: part.form }, shown), selection };
  return {
    ...about,
    questionnaire: { id: ground.questionnaire.id, version: part.version },
    items: itemsOf(part, group),
    score: figure.served,
    served: servedOf(ground, part, figure, selection),
    standings: cut ? null : await standingsOf(ground, group),
    root: await newestRootInShort(ground.read),
  };
}

async function uncut(ground: FigureGround, group: string) {
  const part = await wholePart(ground);
  return { part, figure: figureIn(part, ground.period, group), shown: ground.shown };
}

async function rowOf(ground: FigureGround, by: CutBy, value: string, group: string) {
  const cut = await cutParts(ground, by);
  const at = cut?.parts.findIndex((part) => part.value === value) ?? -1;
  if (!cut || at < 0) throw new ProblemError('not-found');
  const { figures } = figuresOf(cut, ground.period, group);
  return { part: cut.parts[at]!, figure: figures[at]!, shown: shownIn(cut, ground.period) };
}

function itemsOf({ shape, form }: CutPart, group: string): FigurePassport['items'] {
  const item = itemOfGroup(group);
  if (item !== undefined) return [{ number: item, weight: 1 }];
  return [...shape.groups.get(group)!.numbers].map((number) => {
    return { number, weight: shape.items.get(number)!.weight[form] };
  });
}

function servedOf(
  { period, unit, tree, method, questionnaire }: FigureGround,
  { readOut, place, form, version }: CutPart,
  { served, exact }: ReadFigure,
  { by, value, group }: Selection,
): FigurePassport['served'] {
  if ('withheld' in served || isWithheld(exact)) return null;
  const sums = figureSums(readOut.counts(place, period, group), served.noOpinion);
  // over what stands in the passport alone: a hash over counts that are withheld could be guessed back into them
  const said = {
    unit: unit.id,
    tree: tree.day,
    period: period.id,
    form,
    questionnaire: questionnaire.id,
    version,
  };
  const text = `sipas-figure-1\n${JSON.stringify({ ...said, by, value, group, ...method, ...sums })}`;
  return {
    sums,
    low: exact.lowUnrounded,
    high: exact.highUnrounded,
    hash: createHash('sha256').update(text).digest('hex'),
  };
}

/** With and without forms that carry a flag; like everything that is no step of the release, once the period has closed. */
async function standingsOf(ground: FigureGround, group: string): Promise<FigurePassport['standings']> {
  const cut = await standingParts(ground);
  if (!cut) return null;
  const parts = cut.parts.filter(({ value }) => value !== 'excluded');
  const { figures } = figuresOf({ ...cut, parts }, ground.period, group);
  const at = parts.findIndex(({ value }) => value === 'counted');
  const countOf = (standing: string) => {
    const part = cut.parts.find(({ value }) => value === standing);
    if (!part?.readOut.mayNamePartial(part.place, ground.period)) return null;
    return headOf(sumOver(part.place.cut, ground.period)).submissions;
  };
  return {
    unflagged: figures[at]?.served ?? { withheld: 'no-answers' },
    flagged: countOf('flagged'),
    excluded: countOf('excluded'),
  };
}
