import type { Unit } from './store/organisation.ts';

/** Of a unit and those above it, nearest first: the accounts of the nearest that has any, or of the whole line. */
export function concerned<T extends { readonly unit: string }>(
  line: readonly Unit[],
  readers: readonly T[],
  isWholeLine = false,
): readonly T[] {
  const levels = line.map(({ id }) => readers.filter(({ unit }) => unit === id));
  return isWholeLine ? levels.flat() : (levels.find((level) => level.length > 0) ?? []);
}
