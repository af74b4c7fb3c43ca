import { canonicalJson } from '../store/certified-reports.ts';

/** A report is walked beside the one that is served today, part by part, whatever parts a report has by then. */
export type Parts = Readonly<Record<string, unknown>>;

export const isParts = (value: unknown): value is Parts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What names an element of a list; what has no name of its own is named by all that it says. */
const NAMES = [
  'group',
  'code',
  'channel',
  'number',
  'period',
  'version',
  'facet',
  'value',
  'tag',
  'name',
] as const;

function nameOf(element: unknown): string {
  if (!isParts(element)) return canonicalJson(element);
  const names = NAMES.filter((name) => name in element);
  return canonicalJson(names.length === 0 ? element : names.map((name) => element[name]));
}

/** Of each element of a list the one of the same name in the other list; undefined where there is none. */
export function besides(
  own: readonly unknown[],
  others: unknown,
): (readonly [own: unknown, beside: unknown])[] {
  const known = new Map((Array.isArray(others) ? others : []).map((one) => [nameOf(one), one as unknown]));
  return own.map((one) => [one, known.get(nameOf(one))] as const);
}
