import type { ScopeRow } from './scope-table.ts';
import { csvOfTables, TABLE_2022 } from './old-table.ts';
import { FORMS_TAKEN } from './split-province.ts';

const figures = (more = ''): ScopeRow => ({
  right: 'figures',
  ask: ({ unit }) => ({ query: `?unit=${unit}&period=month-2026-11&form=express${more}` }),
  shows: `"received":${FORMS_TAKEN},"shown":${FORMS_TAKEN}`,
});

/** Figures of a unit and what is made of them (`scope-table.ts`). */
export const FIGURE_ROWS: Readonly<Record<string, ScopeRow>> = {
  'GET /overview': figures(),
  'GET /imported-results': {
    right: 'figures',
    ask: ({ unit }) => ({ query: `?unit=${unit}` }),
    shows: '"in-u"',
  },
  'GET /imported-results/tables': { right: 'organise', outside: null, shows: '"sp33 1"' },
  'GET /imported-results/template': {
    right: 'organise',
    ask: ({ unit }) => ({ query: `?unit=${unit}&period=report-2025-year&form=sp33+1&file=csv` }),
    shows: '"in-u"',
  },
  // a unit that is not one's own is a fault of its row
  'POST /imported-results': {
    right: 'organise',
    ask: ({ unit }) => ({
      body: {
        file: Buffer.from(csvOfTables({ unit, items: TABLE_2022 })).toString('base64'),
        write: true,
        reason: null,
      },
    }),
    outside: 200,
    shows: '"written":true',
  },
  'POST /imported-results/remove': {
    right: 'organise',
    ask: () => ({ body: { file: '0'.repeat(64) } }),
    inside: 404,
    outside: null,
  },
  'GET /cuts': figures('&by=channel'),
  'GET /comparison': figures('&group=II&other=month-2026-10'),
  'GET /passport': figures('&group=II'),
  'GET /late-board': {
    right: 'figures',
    ask: ({ unit }) => ({ query: `?unit=${unit}&span=month` }),
    shows: '"in-u"',
  },
  'GET /against-dossiers': { ...figures(), shows: `"forms":${FORMS_TAKEN}` },
  'GET /report': figures(),
  'GET /trust': {
    right: 'figures',
    ask: ({ unit }) => ({ query: `?unit=${unit}&period=month-2026-11&form=express` }),
    shows: '"in-u"',
  },
  'GET /certified': {
    right: 'figures',
    ask: ({ unit }) => ({ query: `?unit=${unit}&period=report-2026-year&form=express` }),
    shows: `"received":${FORMS_TAKEN}`,
  },
  // its period has not closed
  'POST /certified': {
    right: 'certify',
    ask: ({ unit }) => ({
      body: {
        unit,
        period: 'report-2026-year',
        form: 'express',
        version: 1,
        seen: '0'.repeat(64),
        reason: null,
      },
    }),
    inside: 422,
  },
  'POST /counts/files': {
    right: 'figures',
    ask: ({ unit }) => ({
      body: { unit, period: 'month-2026-11', form: 'express', by: 'channel', file: 'json', language: 'vi' },
    }),
    shows: `"received":${FORMS_TAKEN},"shown":${FORMS_TAKEN}`,
  },
  'GET /report-calendar': {
    right: 'figures',
    ask: ({ unit }) => ({ query: `?unit=${unit}&period=report-2026-year` }),
    shows: `"received":${FORMS_TAKEN}`,
  },
  'PUT /report-calendar/reminders': {
    right: 'organise',
    ask: ({ unit }) => ({ body: { unit, isOn: true } }),
    outside: 422,
  },
  'POST /report/files': {
    right: 'figures',
    ask: ({ unit }) => ({
      body: { unit, period: 'month-2026-11', form: 'express', file: 'xlsx', language: 'vi' },
    }),
  },
};
