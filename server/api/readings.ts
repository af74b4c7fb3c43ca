import type { ApiScope } from '../../shared/wire/api-tokens.ts';
import { FIGURE_READINGS } from './figure-readings.ts';
import { OFFICE_READINGS } from './office-readings.ts';
import type { Reading } from './reading.ts';

/**
 * What programs may read, each with what opens it, what it asks and what it answers. The gate, `/openapi.json` and the page
 * of it know no other list, and a test holds every answer against its schema here.
 */
export const READINGS: readonly Reading[] = [...FIGURE_READINGS, ...OFFICE_READINGS];

/** The scope that opens an address; undefined: no access code does. `path`: the route's whole pattern. */
export function scopeOfRoute(method: string, path: string): ApiScope | null | undefined {
  return READINGS.find((one) => method === 'GET' && path === `/api/v1${one.path}`)?.scope;
}
