import { SCOPE_TABLE } from './scope-table.ts';
import type { Place } from './split-province.ts';

/** An address that programs read (its pattern under `/api/v1`), with everything that it asks for at a place. */
export function addressOfReading(path: string, place: Place): string {
  const { ids = ['sp39', '1'], query = '' } = SCOPE_TABLE[`GET ${path}`]?.ask?.(place) ?? {};
  const left = [...ids];
  return path.replace(/:\w+/g, () => left.shift()!) + query;
}
