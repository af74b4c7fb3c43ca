import type { Right } from '../../shared/role-rights.ts';
import { CASE_ROWS } from './scope-of-cases.ts';
import { EXPORT_ROWS } from './scope-of-exports.ts';
import { FIGURE_ROWS } from './scope-of-figures.ts';
import type { Place } from './split-province.ts';

/**
 * What every address of the managers answers to every role of a commune, and what must not be in it: nothing of the
 * commune beside it, nothing of another province. Each row asks the same of a place inside and of one outside.
 *
 * A new address fails the first test until it has a row: its right (`any` = every account), what is asked at a place,
 * and where they differ from the usual the answers inside (200) and outside (404), and what must be in it.
 */
export interface ScopeRow {
  readonly right: Right | 'any';
  /** Query, parameters of the address in their order, body; left out where nothing is asked. */
  readonly ask?: (at: Place) => Asked;
  readonly inside?: number;
  /** Null: no place can be named. */
  readonly outside?: number | null;
  readonly shows?: string;
  /** Its answer does not end. */
  readonly isStream?: boolean;
  /** What is inside, taken to a place outside: refused, as if there were no such place. */
  readonly across?: (home: Place, away: Place) => Asked;
}
export interface Asked {
  readonly query?: string;
  readonly ids?: readonly string[];
  readonly body?: object;
}
const none = {};
const name = { vi: 'Tên mới', en: 'New name' };
const on = (id: keyof Place, body: object = none) => ({ ask: (at: Place) => ({ ids: [at[id]], body }) });
const list = (right: ScopeRow['right'], shows?: string): ScopeRow => ({
  right,
  outside: null,
  ...(shows && { shows }),
});
/** Of the top of a tree: whoever has the right in a part of it is told no. */
const ofTop = (right: Right, ids: readonly string[] = []): ScopeRow => ({
  right,
  ask: () => ({ ids, body: none }),
  inside: 403,
  outside: null,
});

const campaignOf = (unit: string) => ({
  name,
  unit,
  covers: null,
  questionnaire: { id: 'sp39', version: 1 },
  starts: '2029-12-15',
  ends: '2030-12-14',
  statistic: 'top2',
  aggregation: 'pooled',
  forms: {},
  thresholds: {},
  plan: null,
  follows: null,
});

const FORM_ID = '3f6c2a9e-8b41-4d07-9e53-1c7ab20f64d8';
const paperAt = (point: string, campaign: string) => ({
  point,
  campaign,
  field: null,
  form: 'full',
  language: 'vi',
  halfMonth: '2026-11/2',
  printed: 10,
  note: '',
});

const callsOf = (unit: string) => ({
  unit,
  queue: 'sample',
  from: '2026-11-01',
  to: '2026-11-20',
  wanted: 1,
  ends: '2026-11-30',
});

export const SCOPE_TABLE: Readonly<Record<string, ScopeRow>> = {
  'GET /session': list('any', '"in-u"'),
  'POST /session/second-factor': { right: 'any', outside: null },
  'PUT /session/second-factor': { right: 'any', ask: () => ({ body: none }), inside: 400, outside: null },
  'GET /units': list('any', '"in-u"'),
  'GET /units/days': list('any'),
  'GET /live': { ...list('figures'), isStream: true },
  'GET /alerts': list('review', '"in-p"'),
  'POST /alerts/:id/seen': { right: 'review', ...on('alert'), shows: '"in-p"' },
  'GET /alerts/rules': list('organise', '"in-u"'),
  'POST /alerts/rules': {
    right: 'organise',
    ask: ({ unit }) => ({ body: { unit, rule: { isOn: true, line: 75, measure: 'service', mail: 'line' } } }),
    outside: 422,
    shows: '"in-u"',
  },
  'PUT /alerts/address': {
    right: 'review',
    ask: () => ({ body: { email: 'in@lamkhe.gov.vn' } }),
    outside: null,
  },
  // no mail server
  'POST /alerts/trial': { right: 'organise', inside: 409, outside: null },
  'GET /tokens': list('people', '"in-u"'),
  'POST /tokens': {
    right: 'people',
    ask: ({ unit }) => ({
      body: { name: 'Cổng dữ liệu', unit, scopes: ['figures:read'], until: '2027-06-30' },
    }),
    outside: 422,
    shows: '"in-u"',
  },
  'POST /tokens/:id/revoke': { right: 'people', ...on('program'), shows: '"revoked"' },
  'GET /audit': list('audit'),
  'GET /findings': list('review', '"in-p"'),
  'GET /reviews': {
    right: 'review',
    ask: ({ unit }) => ({ query: `?unit=${unit}&halfMonth=2026-11/1` }),
    shows: '"in-p"',
  },
  'POST /reviews': {
    right: 'review',
    ask: ({ point }) => ({
      body: {
        point,
        span: '2026-11-03AM',
        flag: 'any',
        decision: 'exclude',
        reason: 'Trẻ em nghịch máy buổi sáng',
      },
    }),
  },
  ...CASE_ROWS,
  ...FIGURE_ROWS,
  ...EXPORT_ROWS,
  'GET /quarantine': list('review', '"in-p"'),
  'POST /quarantine/decide': {
    right: 'review',
    ask: ({ point }) => ({
      body: {
        cohort: { reason: 'unknown-field', kind: 'held', point, halfMonth: '2026-11/2' },
        decision: 'refuse',
        reason: 'Không rõ lĩnh vực',
      },
    }),
  },
  'POST /reattributions': {
    right: 'review',
    ask: ({ second: from, point: to }) => ({
      body: { from, to, fromDay: '2026-11-01', toDay: '2026-11-02', reason: 'Đặt nhầm điểm tiếp nhận' },
    }),
    across: ({ point: from }, { point: to }) => ({
      body: { from, to, fromDay: '2026-11-01', toDay: '2026-11-02', reason: 'Đặt nhầm điểm tiếp nhận' },
    }),
  },

  'GET /points': list('devices', '"in-p"'),
  'GET /devices': list('devices', '"in-p"'),
  'GET /devices/holders': list('devices'),
  'POST /devices': { right: 'devices', ask: ({ point }) => ({ body: { name: 'Máy mới', point } }) },
  'GET /devices/:id': { right: 'devices', ...on('device'), shows: '"in-p"' },
  'POST /devices/:id/code': { right: 'devices', ...on('device') },
  'POST /devices/:id/pin': { right: 'devices', ...on('device', { pin: null }) },
  'POST /devices/:id/seen': { right: 'devices', ...on('device') },
  'POST /devices/:id/move': {
    right: 'devices',
    ask: ({ device, second: point }) => ({ ids: [device], body: { point, from: '2026-11-20' } }),
    across: ({ device }, { point }) => ({ ids: [device], body: { point, from: '2026-11-20' } }),
  },
  'POST /devices/:id/state': { right: 'devices', ...on('device', { state: 'inactive', note: '' }) },
  'POST /devices/:id/replace': { right: 'devices', ...on('device', { name: 'Máy thay', note: '' }) },
  // what it answers of another place stands in import-rescue.test.ts: the file is made on the device
  'POST /rescue': { right: 'devices', ask: () => ({ body: none }), inside: 400, outside: null },

  'GET /campaigns': list('organise', '"in-c"'),
  'GET /campaigns/:id/progress': { right: 'organise', ...on('campaign'), shows: '"in-u"' },
  'GET /campaigns/:id/interviews': { right: 'organise', ...on('campaign') },
  'GET /campaigns/:id/items': {
    right: 'organise',
    ask: ({ campaign, unit }) => ({ ids: [campaign], query: `?unit=${unit}` }),
    shows: '"in-u"',
    across: ({ campaign }, { unit }) => ({ ids: [campaign], query: `?unit=${unit}` }),
  },
  'POST /campaigns': {
    right: 'organise',
    ask: ({ unit }) => ({ body: campaignOf(unit) }),
    outside: 422,
    across: ({ unit }, away) => ({ body: { ...campaignOf(unit), covers: [away.unit] } }),
  },
  'PUT /campaigns/:id': {
    right: 'organise',
    ask: ({ campaign, unit }) => ({
      ids: [campaign],
      body: { ...campaignOf(unit), starts: '2027-12-15', ends: '2028-12-14' },
    }),
    across: ({ campaign }, { unit }) => ({ ids: [campaign], body: campaignOf(unit) }),
  },
  // a planned one is changed as a whole
  'POST /campaigns/:id/until': { right: 'organise', ...on('campaign', { ends: '2028-12-13' }), inside: 409 },
  'DELETE /campaigns/:id': { right: 'organise', ...on('campaign', { reopens: false }), inside: 204 },
  'GET /questionnaires': list('organise', '"sp39"'),
  'POST /questionnaire-drafts': ofTop('organise'),
  'GET /questionnaire-drafts/:id': ofTop('organise', ['nothing']),
  'PUT /questionnaire-drafts/:id': ofTop('organise', ['nothing']),
  'DELETE /questionnaire-drafts/:id': ofTop('organise', ['nothing']),
  'POST /questionnaire-drafts/:id/publish': ofTop('organise', ['nothing']),
  'POST /questionnaires/:id/:version/retire': ofTop('organise', ['sp39', '1']),
  'GET /rechecks': list('dossiers'),
  'GET /rechecks/sums': list('dossiers'),
  // of another place: tests/store/rechecks.test.ts
  'POST /rechecks/:id': {
    right: 'dossiers',
    ask: () => ({ ids: ['nothing'], body: { outcome: 'no', time: null, way: null } }),
    inside: 404,
    outside: null,
  },
  'GET /consent': { right: 'organise', ask: ({ unit }) => ({ query: `?unit=${unit}` }), shows: '"in-u"' },
  'POST /consent': {
    right: 'organise',
    ask: ({ unit }) => ({ body: { unit, kind: 'call', words: null } }),
    outside: 422,
  },
  'GET /targets': list('organise'),
  'POST /targets': {
    right: 'organise',
    ask: ({ unit }) => ({
      body: { unit, year: 2027, field: null, percent: 90, source: name, from: '2026-12-15' },
    }),
    outside: 422,
  },
  'GET /days-off': { right: 'organise', ask: ({ unit }) => ({ query: `?unit=${unit}` }) },
  'POST /days-off': {
    right: 'organise',
    ask: ({ unit }) => ({ body: { unit, day: '2026-12-07', kind: 'off', like: 1, name } }),
    outside: 422,
  },
  'POST /days-off/reset': { right: 'organise', ask: ({ unit }) => ({ body: { unit, day: '2026-12-07' } }) },

  'GET /codes': list('organise', '"in-p"'),
  'GET /codes/options': list('organise', '"in-p"'),
  'POST /codes': {
    right: 'organise',
    ask: ({ point }) => ({ body: { places: [{ point, counter: null, field: null }], campaign: null } }),
    outside: 422,
  },
  'POST /codes/print': {
    right: 'organise',
    ask: ({ code }) => ({ body: { codes: [code], format: 'A6-card', language: 'vi' } }),
  },
  'POST /codes/renew': {
    right: 'organise',
    ask: ({ code }) => ({ body: { codes: [code], ends: '2026-11-30' } }),
  },
  'POST /codes/revoke': { right: 'organise', ask: ({ code }) => ({ body: { codes: [code] } }) },
  'GET /tickets': list('organise', '"in-p"'),
  'POST /tickets': {
    right: 'organise',
    ask: ({ point }) => ({
      body: { point, counter: null, field: null, campaign: null, count: 10, expires: '2026-11-27', note: '' },
    }),
    outside: 422,
    across: ({ point }, { campaign }) => ({
      body: { point, counter: null, field: null, campaign, count: 10, expires: '2026-11-27', note: '' },
    }),
  },
  'POST /tickets/print': {
    right: 'organise',
    ask: ({ batch, ticket }) => ({ body: { batch, tickets: [ticket], language: 'vi' } }),
  },
  'POST /tickets/:id/revoke': { right: 'organise', ...on('batch') },
  'GET /counter-screen': list('invite', '"in-p"'),
  'POST /counter-screen/tickets': {
    right: 'invite',
    ask: ({ point }) => ({ body: { point, field: null, replaces: null } }),
    outside: 422,
  },
  // whoever looks names a ticket that nobody can guess
  'POST /counter-screen/look': {
    right: 'invite',
    ask: () => ({ body: { ticket: 'A'.repeat(22) } }),
    outside: null,
  },

  'GET /paper/batches': list('key', '"in-p"'),
  'GET /paper/options': list('organise', '"in-p"'),
  'POST /paper/batches': {
    right: 'organise',
    ask: ({ point }) => ({ body: paperAt(point, 'in-now') }),
    outside: 422,
    across: ({ point }) => ({ body: paperAt(point, 'zz-out-now') }),
  },
  'GET /paper/batches/:id': { right: 'key', ...on('paper'), shows: '"in-p"' },
  'PUT /paper/batches/:id/printed': { right: 'organise', ...on('paper', { printed: 20 }) },
  'POST /paper/batches/:id/keying': { right: 'key', ...on('paper', { last: null }) },
  'POST /paper/batches/:id/forms': {
    right: 'key',
    ...on('paper', { id: FORM_ID, set: 0, keyed: Array.from({ length: 43 }, () => 'b') }),
  },
  'POST /paper/batches/:id/unusable': { right: 'key', ...on('paper', { id: FORM_ID, why: 'empty' }) },
  // nothing waits for a second entry
  'POST /paper/batches/:id/second': {
    right: 'key',
    ...on('paper', { number: 9, set: 0, keyed: ['b'] }),
    inside: 404,
  },
  'POST /paper/batches/:id/decide': {
    right: 'key',
    ...on('paper', { number: 9, decided: [{ place: 0, keyed: 1 }] }),
    inside: 404,
  },
  'POST /paper/batches/:id/close': { right: 'organise', ...on('paper') },
  // it has just been closed
  'POST /paper/batches/:id/print': { right: 'organise', ...on('paper'), inside: 409 },

  // one list for the whole tree: read everywhere, changed at its top
  'GET /fields': list('organise'),
  'POST /fields': ofTop('organise'),
  'PUT /fields/:code': ofTop('organise', ['ht']),
  'POST /procedures': ofTop('organise'),
  'PUT /procedures/:code': ofTop('organise', ['1.001193']),
  'POST /fields/import': ofTop('organise'),

  // the same for languages; each place orders its own
  'GET /languages': list('organise', '"in-p"'),
  'GET /languages/:code': { right: 'organise', ask: () => ({ ids: ['kho'] }), outside: null },
  // nothing has been recorded
  'GET /languages/:code/clips/:key': {
    right: 'organise',
    ask: () => ({ ids: ['vi', 'sample'] }),
    inside: 404,
    outside: null,
  },
  'GET /languages/:code/export': { right: 'organise', ask: () => ({ ids: ['kho'] }), outside: null },
  'POST /languages': ofTop('settings'),
  'POST /languages/import': ofTop('settings'),
  'POST /languages/:code/clips': ofTop('settings', ['vi']),
  'POST /languages/:code/texts': ofTop('settings', ['kho']),
  'PUT /languages/:code/about': ofTop('settings', ['kho']),
  'POST /languages/:code/enable': ofTop('settings', ['vi']),
  'POST /languages/:code/carry-over': ofTop('settings', ['vi']),
  'POST /languages/:code/disable': ofTop('settings', ['vi']),
  'DELETE /languages/:code': ofTop('settings', ['vi']),
  'PUT /points/:id/languages': { right: 'organise', ...on('point', { codes: ['en', 'vi'] }) },

  'GET /people': list('people', '"in-person"'),
  'POST /people/invitations': {
    right: 'people',
    ask: ({ unit }) => ({ body: { role: 'reader', unit } }),
    outside: 422,
  },
  'DELETE /people/invitations/:id': { right: 'people', ...on('invitation'), inside: 204 },
  'PUT /people/:id': {
    right: 'people',
    ask: ({ person, unit }) => ({ ids: [person], body: { name: 'Tên mới', role: 'reader', unit } }),
    across: ({ person }, { unit }) => ({ ids: [person], body: { name: 'Tên mới', role: 'reader', unit } }),
  },
  'POST /people/:id/password': { right: 'people', ...on('person') },
  'POST /people/:id/close': { right: 'people', ...on('person') },
  'POST /people/:id/reopen': { right: 'people', ...on('person') },
  // there is none to take away
  'POST /people/:id/second-factor': { right: 'people', ...on('person'), inside: 409 },

  'GET /organisation/units': list('organise', '"in-u"'),
  'GET /organisation/units/:id': { right: 'organise', ...on('unit'), shows: '"in-p"' },
  'POST /organisation/units': {
    right: 'organise',
    ask: ({ unit: parent }) => ({ body: { parent, kind: 'so', name, from: '2026-11-20' } }),
    outside: 422,
  },
  'POST /organisation/units/:id/rename': {
    right: 'organise',
    ...on('unit', { kind: 'xa', name, from: '2026-11-20' }),
  },
  // the unit that an account looks after is moved, merged and closed by whoever looks after what is above it
  'POST /organisation/units/:id/move': {
    right: 'organise',
    ask: ({ unit }) => ({ ids: [unit], body: { parent: unit, from: '2026-11-20' } }),
    inside: 409,
  },
  'POST /organisation/units/merge': {
    right: 'organise',
    ask: ({ unit }) => ({ body: { units: [unit, 'other'], into: { id: unit }, from: '2026-11-20' } }),
    inside: 422,
    outside: 422,
    across: ({ unit }, away) => ({
      body: { units: [unit, away.unit], into: { id: unit }, from: '2026-11-20' },
    }),
  },
  'POST /organisation/units/:id/close': {
    right: 'organise',
    ...on('unit', { from: '2026-11-21' }),
    inside: 409,
  },
  // nothing has been decided for that day
  'POST /organisation/units/:id/withdraw': {
    right: 'organise',
    ...on('unit', { from: '2026-11-21' }),
    inside: 409,
  },
  'PUT /organisation/units/:id/contact': {
    right: 'organise',
    ...on('unit', { contact: '0263 3822 345' }),
    shows: '"own":"0263\u00a03822\u00a0345"',
  },
  'PUT /organisation/points/:id/contact': { right: 'organise', ...on('point', { contact: '' }) },
  'POST /organisation/points': {
    right: 'organise',
    ask: ({ unit }) => ({
      body: { unit, parent: null, name, opening: [], fields: [], from: '2026-11-20' },
    }),
    outside: 422,
  },
  'POST /organisation/points/:id/change': {
    right: 'organise',
    ...on('point', {
      name: { vi: 'Điểm mới', en: 'New point' },
      opening: [],
      fields: [],
      from: '2026-11-20',
    }),
  },
  'POST /organisation/points/:id/move': {
    right: 'organise',
    ask: ({ unit, second }) => ({ ids: [second], body: { unit, parent: null, from: '2026-11-20' } }),
    across: ({ second }, { unit }) => ({ ids: [second], body: { unit, parent: null, from: '2026-11-20' } }),
  },
  'POST /organisation/points/:id/close': { right: 'organise', ...on('second', { from: '2026-11-21' }) },
  'GET /catalogue': list('organise'),
  'POST /catalogue': {
    right: 'organise',
    ask: ({ unit: under }) => ({ body: { under, codes: ['00004'] } }),
    outside: 422,
  },

  // before their dossiers go
  'GET /call-plans': list('dossiers', '"in-calls"'),
  'POST /call-plans/preview': {
    right: 'dossiers',
    ask: ({ unit }) => ({ body: callsOf(unit) }),
    outside: 422,
    shows: '"in-p"',
  },
  'POST /call-plans': { right: 'dossiers', ask: ({ unit }) => ({ body: callsOf(unit) }), outside: 422 },
  'GET /call-plans/:id': { right: 'dossiers', ask: ({ calls }) => ({ ids: [calls] }), shows: '"in-p"' },
  'POST /call-plans/:id/close': { right: 'dossiers', ...on('calls') },

  'GET /dossiers': list('dossiers', '"in-p"'),
  // a file belongs to the account that chose it (import-dossiers.test.ts)
  'POST /dossiers/files': { right: 'dossiers', ask: () => ({ body: none }), inside: 415, outside: null },
  'GET /dossiers/files/:id': {
    right: 'dossiers',
    ask: () => ({ ids: ['file'] }),
    inside: 404,
    outside: null,
  },
  'GET /dossiers/files/:id/faults': {
    right: 'dossiers',
    ask: () => ({ ids: ['file'] }),
    inside: 404,
    outside: null,
  },
  'POST /dossiers/files/:id/check': {
    right: 'dossiers',
    ask: () => ({ ids: ['file'], body: none }),
    inside: 404,
    outside: null,
  },
  'POST /dossiers/files/:id/import': {
    right: 'dossiers',
    ask: () => ({ ids: ['file'], body: none }),
    inside: 404,
    outside: null,
  },
  'DELETE /dossiers/files/:id': {
    right: 'dossiers',
    ask: () => ({ ids: ['file'] }),
    inside: 404,
    outside: null,
  },
  'POST /dossiers/imports/:id/remove': { right: 'dossiers', ...on('dossiers') },

  // only the account of a set-up that is under way goes on with it (first-run.test.ts)
  'GET /set-up': { right: 'settings', inside: 404, outside: null },
  'POST /set-up/remove-demo': { right: 'settings', inside: 404, outside: null },
  'POST /set-up/campaign': { right: 'settings', inside: 404, outside: null },
  'POST /set-up/tablet': { right: 'settings', inside: 404, outside: null },
  'POST /set-up/end': { right: 'settings', inside: 404, outside: null },
};

/** Asked by whoever holds the link of a first set-up, whose session has no account (first-run.test.ts). */
export const BY_LINK: ReadonlySet<string> = new Set([
  'POST /set-up/draft',
  'POST /set-up/second-factor',
  'POST /set-up/office',
]);
