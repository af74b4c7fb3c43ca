import type { ScopeRow } from './scope-table.ts';

/** Rows of the scope table: cases, and what is published. */
export const CASE_ROWS: Readonly<Record<string, ScopeRow>> = {
  'GET /cases': { right: 'cases', ask: ({ unit }) => ({ query: `?unit=${unit}` }), shows: '"in-followed"' },
  'GET /cases/count': { right: 'cases', outside: null, shows: '"open":1' },
  'GET /cases/:id': { right: 'cases', ask: ({ followed }) => ({ ids: [followed] }), shows: '"in-u"' },
  'POST /cases': {
    right: 'cases',
    ask: ({ unit, point }) => ({ body: { unit, point, words: 'Ghế chờ bị hỏng' } }),
    outside: 422,
    across: (home, away) => ({ body: { unit: home.unit, point: away.point, words: 'Ghế chờ bị hỏng' } }),
  },
  'POST /cases/:id/acts': {
    right: 'cases',
    ask: ({ followed }) => ({ ids: [followed], body: { what: 'noted', note: 'Đã xem' } }),
    across: (home, away) => ({ ids: [home.followed], body: { what: 'assigned', owner: away.person } }),
  },
  'GET /replies': { right: 'cases', ask: ({ unit }) => ({ query: `?unit=${unit}` }), shows: '"in-reply"' },
  // ten remarks are needed
  'POST /replies': {
    right: 'cases',
    ask: ({ unit }) => ({
      body: { unit, period: 'month-2026-11', vi: { said: 'Chờ lâu', did: 'Mở thêm quầy' }, en: null },
    }),
    inside: 409,
    outside: 422,
  },
  'POST /replies/print': { right: 'cases', ask: ({ unit }) => ({ body: { unit, language: 'vi' } }) },
  'POST /replies/:id/withdraw': { right: 'cases', ask: ({ reply }) => ({ ids: [reply], body: {} }) },
  'GET /public-pages': {
    right: 'publish',
    ask: ({ unit }) => ({ query: `?unit=${unit}` }),
    shows: '"in-u"',
  },
  'POST /public-pages': { right: 'publish', ask: ({ unit }) => ({ body: { unit, on: true } }), outside: 422 },
};
