import type { FormKind } from '../../shared/questionnaire.ts';
import type { Shape } from '../../shared/tally.ts';
import { type ServicePoint, subtreeOf, type Unit, upwards } from '../store/organisation.ts';
import { type CellRow, cut, type Cut } from './served-cells.ts';

/**
 * Places as a reader sees them: each is a row of the place above. What is served of a place depends on what is
 * above and beside it, whoever reads, because pages can be subtracted.
 */
export interface Place {
  readonly id: string;
  readonly cut: Cut;
  readonly above: Place | undefined;
  /** Units directly below and its own service points, those without a service point left out. */
  readonly parts: readonly Place[];
}

/** The place of a unit within its whole tree. Rows and points must be those of the tree. */
export function placeOf(
  unit: Unit,
  tree: {
    readonly units: readonly Unit[];
    readonly points: readonly ServicePoint[];
    readonly rows: readonly CellRow[];
    readonly shape: Shape;
    readonly form: FormKind;
  },
): Place {
  const { units, points, shape, form } = tree;
  const rowsAt = new Map<string, CellRow[]>(points.map(({ id }) => [id, []]));
  for (const row of tree.rows) rowsAt.get(row.servicePoint)?.push(row);
  const cutOf = (ids: readonly string[]) =>
    cut(
      ids.flatMap((id) => rowsAt.get(id) ?? []),
      shape,
      form,
    );
  const pointsBelow = (id: string) => {
    const below = new Set(subtreeOf(units, id).map((child) => child.id));
    return points.filter((point) => below.has(point.unit)).map((point) => point.id);
  };

  function grow(id: string, from: Cut, above: Place | undefined): Place {
    const parts: Place[] = [];
    const place = { id, cut: from, above, parts };
    for (const child of units.filter(({ parent }) => parent === id)) {
      const below = pointsBelow(child.id);
      if (below.length > 0) parts.push({ id: child.id, cut: cutOf(below), above: place, parts: [] });
    }
    for (const point of points.filter((one) => one.unit === id)) {
      parts.push({ id: point.id, cut: cutOf([point.id]), above: place, parts: [] });
    }
    return place;
  }

  const [top, ...down] = upwards(units, unit.id).toReversed();
  let place = grow(top!.id, cutOf(pointsBelow(top!.id)), undefined);
  for (const { id } of down) {
    const part = place.parts.find((one) => one.id === id);
    const grown = grow(id, part?.cut ?? cutOf([]), place);
    place = grown;
  }
  return place;
}
