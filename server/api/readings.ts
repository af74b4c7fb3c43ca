import type { ApiScope } from '../../shared/wire/api-tokens.ts';

export interface Reading {
  /** The route's pattern under `/api/v1`. */
  readonly path: string;
  readonly scope: ApiScope;
}

/** What programs may read, each with the scope that opens it: the gate, the document and its page know no other list. */
export const READINGS: readonly Reading[] = [
  { path: '/units', scope: 'figures:read' },
  { path: '/units/days', scope: 'figures:read' },
  { path: '/overview', scope: 'figures:read' },
  { path: '/cuts', scope: 'figures:read' },
  { path: '/comparison', scope: 'figures:read' },
  { path: '/passport', scope: 'figures:read' },
  { path: '/trust', scope: 'figures:read' },
  { path: '/against-dossiers', scope: 'figures:read' },
  { path: '/late-board', scope: 'figures:read' },
  { path: '/report', scope: 'figures:read' },
  { path: '/campaigns', scope: 'plans:read' },
  { path: '/campaigns/:id/progress', scope: 'plans:read' },
  { path: '/campaigns/:id/items', scope: 'plans:read' },
  { path: '/campaigns/:id/interviews', scope: 'plans:read' },
  { path: '/targets', scope: 'plans:read' },
  { path: '/days-off', scope: 'plans:read' },
  { path: '/devices', scope: 'devices:read' },
  { path: '/findings', scope: 'checks:read' },
  { path: '/alerts', scope: 'checks:read' },
  { path: '/reviews', scope: 'checks:read' },
  { path: '/quarantine', scope: 'checks:read' },
  { path: '/dossiers', scope: 'dossiers:read' },
  { path: '/call-plans', scope: 'dossiers:read' },
  { path: '/call-plans/:id', scope: 'dossiers:read' },
  { path: '/cases/count', scope: 'cases:read' },
];

/** The scope that opens an address; undefined: no access code does. `path`: the route's whole pattern. */
export function scopeOfRoute(method: string, path: string): ApiScope | undefined {
  return READINGS.find((one) => method === 'GET' && path === `/api/v1${one.path}`)?.scope;
}
