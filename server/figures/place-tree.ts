import type { FormKind } from '../../shared/questionnaire.ts';
import type { Shape } from '../../shared/tally.ts';
import type { DatedTree } from '../dated-tree.ts';
import { once } from './once.ts';
import { type Cells, cut, type Cut, lineOf, Room } from './served-cells.ts';
import {
  around,
  inside,
  nodeOf,
  pointSet,
  type PointSet,
  setsOf,
  type TreeSets,
  within,
} from './tree-sets.ts';

/**
 * Places as a reader sees them: sets of service points. What is served of a place depends on what is around, beside and in
 * it in the tree of any day, whoever reads, because pages can be subtracted: the figure of a merged commune minus that of
 * one of the communes it came from is the other one. So a unit, its only service point and the same unit in the tree of
 * another day are one place.
 */
export interface Place extends PointSet {
  readonly cut: Cut;
  /** The first day on which it is a place of the tree. */
  readonly since: string;
  /** Whether it is a place of the tree as of a day. */
  standsOn(day: string): boolean;
  /** Places that hold all of this one and more, in the tree of any day. */
  readonly wider: readonly Place[];
  /** Places in this one that came before it: only then does it give way to them. */
  readonly earlierInside: readonly Place[];
  /** Breakdowns of wider places, of which this place is a row. */
  readonly breakdowns: readonly Breakdown[];
  /** This place by the tree of each day; trees that break it down alike are one. */
  readonly splits: readonly Breakdown[];
}

export interface Breakdown {
  readonly whole: Place;
  readonly rows: readonly Place[];
}

/** A unit as one day knows it: units directly below and its own service points, those without a service point left out. */
export interface PlacePage {
  readonly place: Place;
  readonly parts: readonly { readonly id: string; readonly place: Place }[];
}

/** Trees of some days, which all hold the same service points, and rows of all of these. */
export interface WholeTree {
  readonly trees: readonly DatedTree[];
  readonly cells: Cells;
  readonly shape: Shape;
  readonly form: FormKind;
  /** The first half-month of which no item is served; left out, none is served of any. */
  readonly itemsBefore?: string;
}

/** The page of a unit by one of these trees. */
export const pageOf = (unit: string, day: string, whole: WholeTree): PlacePage => pagesOf(whole)(unit, day);

type Pages = (unit: string, day: string) => PlacePage;

/** The pages of many units by the same trees. They are kept with the cells: the next page of these rows finds what was worked out. */
export function pagesOf(whole: WholeTree): Pages {
  const { shape, form, itemsBefore = '' } = whole;
  const name = [form, itemsBefore, ...whole.trees.map(textOf)].join('\n\n');
  const found = kept.find(
    (one) => one.line === lineOf(whole.cells) && one.shape === shape && one.name === name,
  );
  const grown =
    found?.cells === whole.cells
      ? found
      : { line: lineOf(whole.cells), cells: whole.cells, shape, name, ...growPages(whole, found?.ground) };
  kept = [grown, ...kept.filter((one) => one !== found)].slice(0, PAGES_KEPT);
  return grown.pages;
}

const texts = new WeakMap<DatedTree, string>();

/** Trees of the same places are the same. */
function textOf(tree: DatedTree): string {
  let text = texts.get(tree);
  if (text === undefined) {
    const units = tree.units.map(({ id, parent }) => `${id} ${parent}`);
    const points = tree.points.map(({ id, unit }) => `${id} ${unit}`);
    texts.set(tree, (text = [tree.day, ...units, '', ...points].join('\n')));
  }
  return text;
}

/** The last ones that were asked for; of a large province some 20 MB each. */
const PAGES_KEPT = 4;
let kept: readonly Grown[] = [];

interface Grown {
  /** Of the cells (`lineOf`). */
  readonly line: object;
  readonly cells: Cells;
  readonly shape: Shape;
  readonly name: string;
  readonly pages: Pages;
  readonly ground: Ground;
}

/** What pages of later cells of the same line grow on: cuts of places where nothing has moved are taken over. */
interface Ground {
  readonly trees: readonly TreeSets[];
  /** By the keys of the places. */
  readonly cuts: Map<string, Cut>;
  readonly room: Room;
}

function growPages(whole: WholeTree, before?: Ground): Pick<Grown, 'pages' | 'ground'> {
  const { cells, shape, form, itemsBefore } = whole;
  const ground = before ?? {
    trees: whole.trees.map(setsOf).sort((a, b) => (a.day < b.day ? -1 : 1)),
    cuts: new Map<string, Cut>(),
    room: new Room(),
  };
  const { trees, cuts, room } = ground;
  const places = new Map<string, Place>();

  function placeOf(own: PointSet): Place {
    let place = places.get(own.key);
    if (!place) places.set(own.key, (place = grow(own)));
    return place;
  }
  const placesOf = (sets: readonly PointSet[]) => distinct(sets.map(placeOf));

  // what stands around and in a place is worked out when it is first asked for: most of it never is
  function grow({ key, points }: PointSet): Place {
    const own = { key, points };
    const ownCut = once(() => cutOf(own));
    const wider = once(() => placesOf(trees.flatMap((tree) => around(tree, own))));
    const earlierInside = once(() =>
      // in a tree that never changed nothing came before anything
      trees.length === 1
        ? []
        : placesOf(trees.flatMap((tree) => within(tree, own))).filter((one) => one.since < self.since),
    );
    const splits = once(() => splitsOf(self, trees));
    const breakdowns = once(() =>
      wider()
        .flatMap((one) => one.splits)
        .filter((split) => split.rows.includes(self)),
    );
    const self: Place = {
      key,
      points,
      since: trees.find(({ nodes }) => nodes.has(key))?.day ?? '',
      standsOn: (at) => (trees.findLast((tree) => tree.day <= at) ?? trees[0]!).nodes.has(key),
      get cut() {
        return ownCut();
      },
      get wider() {
        return wider();
      },
      get earlierInside() {
        return earlierInside();
      },
      get breakdowns() {
        return breakdowns();
      },
      get splits() {
        return splits();
      },
    };
    return self;
  }

  function cutOf(own: PointSet): Cut {
    const former = cuts.get(own.key);
    if (former?.standsIn(cells)) return former;
    former?.leave();
    const now = cut(cells, own, shape, form, itemsBefore, room);
    cuts.set(own.key, now);
    return now;
  }

  function splitsOf(place: Place, by: readonly TreeSets[]): Breakdown[] {
    const all = by.map((tree) => placesOf(inside(tree, place)));
    return all
      .filter((rows, i) => rows.length > 0 && all.findIndex((other) => isSame(other, rows)) === i)
      .map((rows) => ({ whole: place, rows }));
  }

  const known = new Map<string, PlacePage>();
  const pages: Pages = (unit, day) => {
    const asked = `${unit} ${day}`;
    let page = known.get(asked);
    if (!page) known.set(asked, (page = pageIn(unit, day)));
    return page;
  };
  return { pages, ground };

  function pageIn(unit: string, day: string): PlacePage {
    const { top } = trees.find((tree) => tree.day === day)!;
    const own = nodeOf(top, unit) ?? { ...pointSet([]), below: [] };
    return {
      place: placeOf(own),
      parts: own.below.map((part) => ({ id: part.id, place: placeOf(part) })),
    };
  }
}

const distinct = <T>(list: readonly T[]): T[] => [...new Set(list)];
const isSame = (a: readonly Place[], b: readonly Place[]) =>
  a.length === b.length && a.every((place) => b.includes(place));
