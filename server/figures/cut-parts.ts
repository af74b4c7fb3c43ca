import { FORMS, type FormKind, type Text } from '../../shared/questionnaire.ts';
import { isSameVersion } from '../../shared/version-breaks.ts';
import type { Period } from '../../shared/period.ts';
import { MIN_N } from '../../shared/score.ts';
import { CHANNELS } from '../../shared/submission.ts';
import { type Shape, shapeOf } from '../../shared/tally.ts';
import type { CutBy } from '../../shared/wire/cuts.ts';
import type { CutFacet } from '../store/facet-release.ts';
import { fieldsOf } from '../store/fields.ts';
import { allQuestionnaires } from '../store/questionnaires.ts';
import { STANDING } from '../store/release-step.ts';
import { closedOf, type FigureGround, isTooEarly } from './figure-ground.ts';
import { OVERALL_QUESTION } from './group-names.ts';
import { pagesOf, type Place } from './place-tree.ts';
import { createReadOut, type ReadFigure, type ReadOut } from './read-out.ts';
import { slotsOf } from './base-slots.ts';
import { servedCells } from './served-books.ts';
import { type Cells, slice, valuesIn } from './served-cells.ts';
import { withheldRows } from '../withhold.ts';

/** One row of a cut: the forms of a place that say the same of themselves, in a world of their own in which places hide alike. */
export interface CutPart {
  readonly value: string;
  readonly name: Text | null;
  readonly under: Text | null;
  readonly isCounter: boolean;
  readonly place: Place;
  readonly form: FormKind;
  readonly shape: Shape;
  readonly version: number;
  readonly readOut: ReadOut;
}

export interface CutParts {
  readonly parts: readonly CutPart[];
  /** What the rows are a breakdown of; undefined where they have no sum: forms and versions weigh items differently. */
  readonly whole: CutPart | undefined;
  /** The rows are the same place told apart, not places below it: what is withheld of the whole is withheld of all rows. */
  readonly isSliced: boolean;
}

/** Submissions of the cut. */
export const shownIn = ({ parts }: CutParts, period: Period): number =>
  parts.reduce((sum, part) => sum + submissionsOf(part, period), 0);

const submissionsOf = ({ place, shape }: CutPart, period: Period): number =>
  place.cut.base(period, slotsOf(shape).of('submissions'));

/** The unit itself, uncut. */
export async function wholePart(ground: FigureGround): Promise<CutPart> {
  return partIn(ground, await servedCells(ground.read, ground.filter, ground.shape));
}

/** The rows of a cut; undefined while nothing of it may be served. */
export async function cutParts(ground: FigureGround, by: CutBy): Promise<CutParts | undefined> {
  const { read, filter, shape } = ground;
  switch (by) {
    case 'unit':
    case 'point':
      return placeParts(ground, await servedCells(read, filter, shape), by);
    case 'channel': {
      return sliced(
        ground,
        await servedCells(read, filter, shape),
        'channel',
        CHANNELS.map((channel) => ({ value: channel, name: null })),
      );
    }
    case 'form':
      return {
        whole: undefined,
        isSliced: false,
        parts: await Promise.all(
          FORMS.map(async (form) => {
            const cells = await servedCells(read, { ...filter, form }, shape);
            return partIn({ ...ground, form }, cells, { value: form });
          }),
        ),
      };
    case 'version': {
      const own = ground.questionnaire;
      const parts = await Promise.all(
        (await allQuestionnaires(read)).map(async (questionnaire) => {
          const { id, version } = questionnaire;
          const other = { ...ground, questionnaire, shape: shapeOf(questionnaire) };
          const cells = await servedCells(read, { ...filter, questionnaire: id, version }, other.shape);
          // one that nobody here was ever asked by is none of the unit's
          const isHere = valuesIn(cells, 'channel').size > 0 || isSameVersion(questionnaire, own);
          return isHere ? [partIn(other, cells, { value: `${id} ${version}` })] : [];
        }),
      );
      return { whole: undefined, isSliced: false, parts: parts.flat() };
    }
    default:
      return facetParts(ground, by);
  }
}

/** The forms of the unit by their standing, those that a review has excluded among them. */
export const standingParts = (ground: FigureGround) => facetParts(ground, STANDING);

async function facetParts(ground: FigureGround, facet: CutFacet): Promise<CutParts | undefined> {
  if (isTooEarly(ground)) return undefined;
  const cells = await servedCells(ground.read, { ...closedOf(ground), facet }, ground.shape);
  const names = await namesOf(ground, facet);
  const values = [...valuesIn(cells, 'value')].sort(
    (a, b) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1),
  );
  return sliced(
    ground,
    facet === STANDING ? slice(cells, 'value', ['counted', 'flagged']) : cells,
    'value',
    values.map((value) => ({ value, name: names.get(value) ?? null })),
    cells,
  );
}

async function namesOf(
  { read, unit, history }: FigureGround,
  facet: CutFacet,
): Promise<ReadonlyMap<string, Text>> {
  if (facet === 'field') {
    return new Map((await fieldsOf(read, unit.tree)).map(({ code, name }) => [code, name]));
  }
  return new Map(facet === 'authority' ? history.units.map(({ id, name }) => [id, name]) : []);
}

/** Slices of the same forms: each is withheld like figures of places are, and then as rows of one breakdown. */
function sliced(
  ground: FigureGround,
  whole: Cells,
  column: 'channel' | 'value',
  slices: readonly Pick<CutPart, 'value' | 'name'>[],
  all = whole,
): CutParts {
  const parts = slices.map((one) => partIn(ground, slice(all, column, [one.value]), one));
  return {
    whole: partIn(ground, whole),
    isSliced: true,
    parts: parts.filter((part) => submissionsOf(part, ground.period) > 0),
  };
}

function partIn(
  ground: FigureGround,
  cells: Cells,
  { value, name = null }: { readonly value: string; readonly name?: Text | null } = { value: '' },
): CutPart {
  const { trees, shape, form, unit, tree, questionnaire } = ground;
  const { place } = pagesOf({ trees, cells, shape, form })(unit.id, tree.day);
  return {
    value,
    name,
    under: null,
    isCounter: false,
    place,
    form,
    shape,
    version: questionnaire.version,
    readOut: readOutOf(ground),
  };
}

function readOutOf({ method, nowMs, received, shown, form, shape }: FigureGround): ReadOut {
  return createReadOut({ method, asOf: nowMs, received, shown, form, shape });
}

function placeParts(ground: FigureGround, cells: Cells, by: 'unit' | 'point'): CutParts {
  const { trees, shape, form, unit, tree, points, questionnaire } = ground;
  const page = pagesOf({ trees, cells, shape, form });
  const own = page(unit.id, tree.day);
  const names = new Map<string, Text>([...tree.points, ...tree.units].map(({ id, name }) => [id, name]));
  const pointById = new Map(tree.points.map((point) => [point.id, point]));
  const common = { form, shape, version: questionnaire.version, readOut: readOutOf(ground) };
  const found =
    by === 'unit'
      ? own.parts
      : [...points].flatMap(
          (id) => page(pointById.get(id)!.unit, tree.day).parts.find((part) => part.id === id) ?? [],
        );
  return {
    isSliced: false,
    whole: { ...common, value: '', name: null, under: null, isCounter: false, place: own.place },
    parts: found.map(({ id, place }): CutPart => {
      const point = pointById.get(id);
      const above = point && (point.parent ?? (by === 'point' && point.unit !== unit.id ? point.unit : null));
      return {
        ...common,
        value: id,
        name: names.get(id) ?? null,
        under: (above ? names.get(above) : undefined) ?? null,
        isCounter: point?.parent !== undefined,
        place,
      };
    }),
  };
}

export interface PartFigures {
  /** In the order of the parts. */
  readonly figures: readonly ReadFigure[];
  readonly n: number | null;
  readonly shown: number;
  readonly withheld: number | null;
}

const NOBODY: ReadFigure = { served: { withheld: 'no-answers' }, exact: { withheld: 'no-answers' }, n: 0 };

/** The figure of one part, before it is a row among others. */
export const figureIn = ({ shape, readOut, place }: CutPart, period: Period, group: string): ReadFigure =>
  group === OVERALL_QUESTION || shape.groups.has(group) ? readOut.figure(place, period, group) : NOBODY;

/** What is served of one group of all rows: together the withheld ones hold nobody or ten. */
export function figuresOf({ parts, whole, isSliced }: CutParts, period: Period, group: string): PartFigures {
  const all = parts.map((part) => figureIn(part, period, group));
  const isHidden = ({ served }: ReadFigure) => 'withheld' in served;
  const isTold = !whole || mayTellAll(whole, period, group);
  // forms and versions have no sum that is served, from which one could be subtracted
  const hidden = whole
    ? withheldRows(
        all.map((figure) => {
          const isOwn = isHidden(figure) || (isSliced && !isTold);
          return { n: figure.n, withheld: figure.n > 0 && isOwn };
        }),
      )
    : all.map(isHidden);
  const figures = all.map((figure, i): ReadFigure => {
    return hidden[i] && !isHidden(figure) ? { ...figure, served: { withheld: 'complement' } } : figure;
  });
  const sum = (list: readonly ReadFigure[]) => list.reduce((total, { n }) => total + n, 0);
  const shown = sum(figures.filter((figure) => !isHidden(figure)));
  const withheld = sum(figures) - shown;
  const mayTell = isTold && !(withheld > 0 && withheld < MIN_N);
  return {
    figures,
    shown,
    withheld: mayTell ? withheld : null,
    n: mayTell ? shown + withheld : null,
  };
}

/** The number of all rows together is a number of the place in the period: it follows the place's own figure. */
function mayTellAll(whole: CutPart, period: Period, group: string): boolean {
  const { served } = figureIn(whole, period, group);
  return !('withheld' in served) || (served.withheld !== 'complement' && served.withheld !== 'too-few');
}
