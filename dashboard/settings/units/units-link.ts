import type { CatalogueLoaded, CatalogueUnit, UnitDetail, UnitLine } from '../../../shared/wire/units.ts';
import type { ServerLink } from '../../server-link.ts';

const ROOT = '/api/v1/organisation';
const segment = encodeURIComponent;

/** What the pages of units ask the server. */
export function unitsLink(server: ServerLink) {
  return {
    units: (day: string, signal?: AbortSignal) =>
      server.ask<readonly UnitLine[]>('GET', `${ROOT}/units?asOf=${segment(day)}`, undefined, signal),
    unit: (id: string, signal: AbortSignal) =>
      server.ask<UnitDetail>('GET', `${ROOT}/units/${segment(id)}`, undefined, signal),
    addUnit: (body: object) => server.ask<UnitDetail>('POST', `${ROOT}/units`, body),
    merge: (body: object) => server.ask<UnitDetail>('POST', `${ROOT}/units/merge`, body),
    actOnUnit: (id: string, act: 'rename' | 'move' | 'close' | 'withdraw', body: object) =>
      server.ask<UnitDetail>('POST', `${ROOT}/units/${segment(id)}/${act}`, body),
    addPoint: (body: object) => server.ask<UnitDetail>('POST', `${ROOT}/points`, body),
    actOnPoint: (id: string, act: 'change' | 'move' | 'close', body: object) =>
      server.ask<UnitDetail>('POST', `${ROOT}/points/${segment(id)}/${act}`, body),
    putContact: (of: 'units' | 'points', id: string, contact: string) =>
      server.ask<UnitDetail>('PUT', `${ROOT}/${of}/${segment(id)}/contact`, { contact }),
    provinces: (signal: AbortSignal) =>
      server.ask<readonly CatalogueUnit[]>('GET', '/api/v1/catalogue', undefined, signal),
    communes: (province: string, signal: AbortSignal) =>
      server.ask<readonly CatalogueUnit[]>(
        'GET',
        `/api/v1/catalogue?province=${segment(province)}`,
        undefined,
        signal,
      ),
    load: (under: string, codes: readonly string[]) =>
      server.ask<CatalogueLoaded>('POST', '/api/v1/catalogue', { under, codes }),
  };
}

export type UnitsLink = ReturnType<typeof unitsLink>;
