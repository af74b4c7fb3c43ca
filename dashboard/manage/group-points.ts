import type { Text } from '../../shared/questionnaire.ts';
import type { PointOption } from '../../shared/wire/manage-requests.ts';

/** A service point with its counters, by name and number: "Quầy 1" alone could be anybody's. */
export interface PointGroup {
  readonly centre: PointOption;
  readonly counters: readonly PointOption[];
}

export function groupPoints(
  points: readonly PointOption[],
  language: string,
  say: (name: Text) => string,
): PointGroup[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const sorted = points.toSorted((a, b) => collator.compare(say(a.name), say(b.name)));
  const known = new Set(points.map(({ id }) => id));
  const isCentre = ({ parent }: PointOption) => parent === null || !known.has(parent);
  return sorted.filter(isCentre).map((centre) => ({
    centre,
    counters: sorted.filter(({ parent }) => parent === centre.id),
  }));
}
