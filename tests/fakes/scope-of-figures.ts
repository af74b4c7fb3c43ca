import type { ScopeRow } from './scope-table.ts';
import { FORMS_TAKEN } from './split-province.ts';

const figures = (more = ''): ScopeRow => ({
  right: 'figures',
  ask: ({ unit }) => ({ query: `?unit=${unit}&period=month-2026-11&form=express${more}` }),
  shows: `"received":${FORMS_TAKEN},"shown":${FORMS_TAKEN}`,
});

/** Figures of a unit and what is made of them (`scope-table.ts`). */
export const FIGURE_ROWS: Readonly<Record<string, ScopeRow>> = {
  'GET /overview': figures(),
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
