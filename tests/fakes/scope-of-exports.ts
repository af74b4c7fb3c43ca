import type { ScopeRow } from './scope-table.ts';

/** An export of somebody else, or none: there is nothing (`row-exports.test.ts`). */
const ofNobody: ScopeRow = {
  right: 'export',
  ask: () => ({ ids: ['nothing'] }),
  inside: 404,
  outside: null,
};

/** Files of rows (`scope-table.ts`). */
export const EXPORT_ROWS: Readonly<Record<string, ScopeRow>> = {
  'GET /exports': { right: 'export', outside: null },
  'POST /exports': {
    right: 'export',
    ask: ({ unit }) => ({ body: { unit, period: null, file: 'csv', language: 'vi' } }),
  },
  'GET /exports/:id': ofNobody,
  'DELETE /exports/:id': ofNobody,
  'GET /exports/:id/file': ofNobody,
};
