import { beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice, PASSWORD, signInAs } from '../tests/fakes/office.ts';
import { ROLES, type Role } from '../shared/wire/overview.ts';
import { WITHOUT_COOKIE } from './cross-site.ts';
import { hasRight, type Right } from '../shared/role-rights.ts';

/**
 * Every address of the server, and who may call it. `open`: anybody. `device`, `code`, `link`: who shows a token, a
 * walk-up or enrolment code, a one-time secret. `set-up`: whoever came by the link of the first run. `signed-in`: every
 * account. Else the right that it needs.
 */
type Caller = 'open' | 'device' | 'code' | 'link' | 'set-up' | 'signed-in' | Right;
const CALLERS: Readonly<Record<string, Caller>> = {
  'GET /healthz': 'open',
  'GET /readyz': 'open',
  'GET /seen': 'open',
  // to everybody but a program of this machine, or with the token, it does not exist
  'GET /metrics': 'open',
  'GET /': 'open',
  'GET /q': 'open',
  'GET /q/': 'open',
  'GET /q/:code': 'open',
  'GET /q/at/:point': 'open',
  'GET /s': 'open',
  'GET /kiosk': 'open',
  'GET /kiosk/*': 'open',
  'GET /design': 'open',
  'GET /design/*': 'open',
  'GET /dashboard': 'open',
  'GET /dashboard/*': 'open',
  'GET /favicon.ico': 'open',
  'GET /public': 'open',
  'GET /public/': 'open',
  'GET /public/:unit': 'open',
  'GET /public/:unit/data.csv': 'open',
  'GET /public/:unit/data.json': 'open',
  'GET /public/:unit/dictionary': 'open',
  'GET /public/:unit/dictionary.json': 'open',
  'GET /api': 'open',
  'GET /api/': 'open',
  'GET /openapi.json': 'open',
  'GET /api/v1/questionnaires/:id/:version': 'open',

  'POST /api/v1/batches': 'device',
  'POST /api/v1/seals': 'device',
  'POST /api/v1/heartbeats': 'device',
  'GET /api/v1/device': 'device',
  'GET /api/v1/packs/:code': 'device',
  'GET /api/v1/calls': 'device',
  'POST /api/v1/calls/attempts': 'device',
  'GET /api/v1/packs/clips/:sha256': 'device',
  'POST /api/v1/phone': 'code',
  'POST /api/v1/tickets/open': 'code',
  'POST /api/v1/devices/code': 'code',
  'POST /api/v1/devices/enrol': 'code',

  'POST /api/v1/session': 'link',
  'POST /api/v1/invitations/accept': 'link',
  'POST /api/v1/invitations/reset': 'link',
  // signing out works for whoever asks: there may be nothing left to end
  'DELETE /api/v1/session': 'link',

  'POST /api/v1/set-up/session': 'link',
  'POST /api/v1/set-up/draft': 'set-up',
  'GET /api/v1/set-up/provinces/:code': 'set-up',
  'POST /api/v1/set-up/second-factor': 'set-up',
  'POST /api/v1/set-up/office': 'set-up',
  // by the link too, until the first account exists
  'GET /api/v1/set-up': 'settings',
  'POST /api/v1/set-up/remove-demo': 'settings',
  'POST /api/v1/set-up/campaign': 'settings',
  'POST /api/v1/set-up/tablet': 'settings',
  'POST /api/v1/set-up/end': 'settings',

  'GET /api/v1/session': 'signed-in',
  'POST /api/v1/session/second-factor': 'signed-in',
  'PUT /api/v1/session/second-factor': 'signed-in',
  'GET /api/v1/audit': 'audit',
  'GET /api/v1/exports': 'export',
  'POST /api/v1/exports': 'export',
  'GET /api/v1/exports/:id': 'export',
  'DELETE /api/v1/exports/:id': 'export',
  'GET /api/v1/exports/:id/file': 'export',
  'GET /api/v1/units': 'signed-in',
  'GET /api/v1/overview': 'figures',
  'GET /api/v1/live': 'figures',
  'GET /api/v1/alerts': 'review',
  'POST /api/v1/alerts/:id/seen': 'review',
  'GET /api/v1/alerts/rules': 'organise',
  'POST /api/v1/alerts/rules': 'organise',
  'PUT /api/v1/alerts/address': 'review',
  'POST /api/v1/alerts/trial': 'organise',
  'GET /api/v1/cuts': 'figures',
  'GET /api/v1/comparison': 'figures',
  'GET /api/v1/passport': 'figures',
  'GET /api/v1/report': 'figures',
  'POST /api/v1/report/files': 'figures',
  'GET /api/v1/certified': 'figures',
  'POST /api/v1/certified': 'certify',
  'POST /api/v1/counts/files': 'figures',
  'GET /api/v1/imported-results': 'figures',
  'GET /api/v1/imported-results/tables': 'organise',
  'GET /api/v1/imported-results/template': 'organise',
  'POST /api/v1/imported-results': 'organise',
  'POST /api/v1/imported-results/remove': 'organise',
  'GET /api/v1/report-calendar': 'figures',
  'PUT /api/v1/report-calendar/reminders': 'organise',

  'GET /api/v1/points': 'devices',
  'GET /api/v1/devices': 'devices',
  'GET /api/v1/devices/holders': 'devices',
  'POST /api/v1/devices': 'devices',
  'GET /api/v1/devices/:id': 'devices',
  'POST /api/v1/devices/:id/code': 'devices',
  'POST /api/v1/devices/:id/state': 'devices',
  'POST /api/v1/devices/:id/move': 'devices',
  'POST /api/v1/devices/:id/pin': 'devices',
  'POST /api/v1/devices/:id/seen': 'devices',
  'POST /api/v1/devices/:id/replace': 'devices',
  'POST /api/v1/rescue': 'devices',
  'GET /api/v1/codes': 'organise',
  'GET /api/v1/codes/options': 'organise',
  'POST /api/v1/codes': 'organise',
  'POST /api/v1/codes/revoke': 'organise',
  'POST /api/v1/codes/renew': 'organise',
  'POST /api/v1/codes/print': 'organise',
  'GET /api/v1/tickets': 'organise',
  'POST /api/v1/tickets': 'organise',
  'POST /api/v1/tickets/:id/revoke': 'organise',
  'POST /api/v1/tickets/print': 'organise',
  'GET /api/v1/counter-screen': 'invite',
  'POST /api/v1/counter-screen/tickets': 'invite',
  'POST /api/v1/counter-screen/look': 'invite',
  'GET /api/v1/paper/batches': 'key',
  'GET /api/v1/paper/batches/:id': 'key',
  'GET /api/v1/paper/options': 'organise',
  'POST /api/v1/paper/batches': 'organise',
  'PUT /api/v1/paper/batches/:id/printed': 'organise',
  'POST /api/v1/paper/batches/:id/print': 'organise',
  'POST /api/v1/paper/batches/:id/keying': 'key',
  'POST /api/v1/paper/batches/:id/forms': 'key',
  'POST /api/v1/paper/batches/:id/unusable': 'key',
  'POST /api/v1/paper/batches/:id/second': 'key',
  'POST /api/v1/paper/batches/:id/decide': 'key',
  'POST /api/v1/paper/batches/:id/close': 'organise',
  'GET /api/v1/quarantine': 'review',
  'POST /api/v1/quarantine/decide': 'review',
  'POST /api/v1/reattributions': 'review',
  'GET /api/v1/findings': 'review',
  'GET /api/v1/trust': 'figures',
  'GET /api/v1/late-board': 'figures',
  'GET /api/v1/against-dossiers': 'figures',
  'GET /api/v1/reviews': 'review',
  'POST /api/v1/reviews': 'review',

  'GET /api/v1/campaigns': 'organise',
  'POST /api/v1/campaigns': 'organise',
  'PUT /api/v1/campaigns/:id': 'organise',
  'POST /api/v1/campaigns/:id/until': 'organise',
  'DELETE /api/v1/campaigns/:id': 'organise',
  'GET /api/v1/campaigns/:id/progress': 'organise',
  'GET /api/v1/campaigns/:id/interviews': 'organise',
  'GET /api/v1/campaigns/:id/items': 'organise',
  'GET /api/v1/rechecks': 'dossiers',
  'GET /api/v1/rechecks/sums': 'dossiers',
  'POST /api/v1/rechecks/:id': 'dossiers',
  'GET /api/v1/cases': 'cases',
  'GET /api/v1/cases/count': 'cases',
  'GET /api/v1/cases/:id': 'cases',
  'POST /api/v1/cases': 'cases',
  'POST /api/v1/cases/:id/acts': 'cases',
  'GET /api/v1/replies': 'cases',
  'POST /api/v1/replies': 'cases',
  'POST /api/v1/replies/print': 'cases',
  'POST /api/v1/replies/:id/withdraw': 'cases',
  'GET /api/v1/questionnaires': 'organise',
  'POST /api/v1/questionnaire-drafts': 'organise',
  'GET /api/v1/questionnaire-drafts/:id': 'organise',
  'PUT /api/v1/questionnaire-drafts/:id': 'organise',
  'DELETE /api/v1/questionnaire-drafts/:id': 'organise',
  'POST /api/v1/questionnaire-drafts/:id/publish': 'organise',
  'POST /api/v1/questionnaires/:id/:version/retire': 'organise',
  'GET /api/v1/public-pages': 'publish',
  'POST /api/v1/public-pages': 'publish',
  'GET /api/v1/consent': 'organise',
  'POST /api/v1/consent': 'organise',
  'GET /api/v1/targets': 'organise',
  'POST /api/v1/targets': 'organise',
  'GET /api/v1/days-off': 'organise',
  'POST /api/v1/days-off': 'organise',
  'POST /api/v1/days-off/reset': 'organise',

  'GET /api/v1/people': 'people',
  'POST /api/v1/people/invitations': 'people',
  'DELETE /api/v1/people/invitations/:id': 'people',
  'PUT /api/v1/people/:id': 'people',
  'POST /api/v1/people/:id/close': 'people',
  'POST /api/v1/people/:id/reopen': 'people',
  'POST /api/v1/people/:id/second-factor': 'people',
  'POST /api/v1/people/:id/password': 'people',

  'GET /api/v1/tokens': 'people',
  'POST /api/v1/tokens': 'people',
  'POST /api/v1/tokens/:id/revoke': 'people',

  'GET /api/v1/fields': 'organise',
  'POST /api/v1/fields': 'organise',
  'PUT /api/v1/fields/:code': 'organise',
  'POST /api/v1/procedures': 'organise',
  'PUT /api/v1/procedures/:code': 'organise',
  'POST /api/v1/fields/import': 'organise',

  'GET /api/v1/languages': 'organise',
  'GET /api/v1/languages/:code': 'organise',
  'GET /api/v1/languages/:code/clips/:key': 'organise',
  'GET /api/v1/languages/:code/export': 'organise',
  'PUT /api/v1/points/:id/languages': 'organise',
  'POST /api/v1/languages': 'settings',
  'POST /api/v1/languages/import': 'settings',
  'POST /api/v1/languages/:code/clips': 'settings',
  'POST /api/v1/languages/:code/texts': 'settings',
  'PUT /api/v1/languages/:code/about': 'settings',
  'POST /api/v1/languages/:code/enable': 'settings',
  'POST /api/v1/languages/:code/carry-over': 'settings',
  'POST /api/v1/languages/:code/disable': 'settings',
  'DELETE /api/v1/languages/:code': 'settings',
  'GET /api/v1/dossiers': 'dossiers',
  'POST /api/v1/dossiers/files': 'dossiers',
  'GET /api/v1/dossiers/files/:id': 'dossiers',
  'GET /api/v1/dossiers/files/:id/faults': 'dossiers',
  'POST /api/v1/dossiers/files/:id/check': 'dossiers',
  'POST /api/v1/dossiers/files/:id/import': 'dossiers',
  'DELETE /api/v1/dossiers/files/:id': 'dossiers',
  'POST /api/v1/dossiers/imports/:id/remove': 'dossiers',
  'GET /api/v1/call-plans': 'dossiers',
  'POST /api/v1/call-plans': 'dossiers',
  'POST /api/v1/call-plans/preview': 'dossiers',
  'GET /api/v1/call-plans/:id': 'dossiers',
  'POST /api/v1/call-plans/:id/close': 'dossiers',

  'GET /api/v1/units/days': 'signed-in',
  'GET /api/v1/organisation/units': 'organise',
  'GET /api/v1/organisation/units/:id': 'organise',
  'POST /api/v1/organisation/units': 'organise',
  'POST /api/v1/organisation/units/merge': 'organise',
  'POST /api/v1/organisation/units/:id/rename': 'organise',
  'POST /api/v1/organisation/units/:id/move': 'organise',
  'POST /api/v1/organisation/units/:id/withdraw': 'organise',
  'POST /api/v1/organisation/units/:id/close': 'organise',
  'PUT /api/v1/organisation/units/:id/contact': 'organise',
  'PUT /api/v1/organisation/points/:id/contact': 'organise',
  'POST /api/v1/organisation/points': 'organise',
  'POST /api/v1/organisation/points/:id/change': 'organise',
  'POST /api/v1/organisation/points/:id/move': 'organise',
  'POST /api/v1/organisation/points/:id/close': 'organise',
  'GET /api/v1/catalogue': 'organise',
  'POST /api/v1/catalogue': 'organise',
};

let office: Office;
let routes: { readonly method: string; readonly path: string }[];
const cookies = new Map<Role, string>();
beforeAll(async () => {
  office = await openOffice();
  routes = office.app.routes.filter(({ method }) => method !== 'ALL');
  for (const role of ROLES) cookies.set(role, await signInAs(office, role));
});

const nameOf = ({ method, path }: { readonly method: string; readonly path: string }) => `${method} ${path}`;
const callerOf = (route: { readonly method: string; readonly path: string }) => CALLERS[nameOf(route)];
const needsAccount = (caller: Caller | undefined) =>
  caller !== undefined && !['open', 'device', 'code', 'link', 'set-up'].includes(caller);
/** An address with something in the place of each parameter. */
const pathOf = (path: string) => path.replace(/:\w+(?:\{[^}]*\})?/g, 'nothing');
const codeOf = async (answer: Response) =>
  answer.status < 400 ? 'ok' : ((await answer.json()) as { code: string }).code;
const bodyFor = (method: string) => (method === 'GET' ? {} : { body: {} });

test('every address of the server is named here with its callers, and none is named that is not there', () => {
  const names = [...new Set(routes.map(nameOf))];
  expect(names.filter((name) => !Object.hasOwn(CALLERS, name))).toEqual([]);
  expect(Object.keys(CALLERS).filter((name) => !names.includes(name))).toEqual([]);
});

test('a write is guarded against other sites, unless a token or a code takes the place of the cookie', async () => {
  const writes = routes.filter(({ method }) => method !== 'GET');
  expect(writes.length).toBeGreaterThan(5);
  for (const route of writes) {
    const caller = callerOf(route);
    const isExempt = caller === 'device' || caller === 'code';
    expect(WITHOUT_COOKIE.has(route.path), nameOf(route)).toBe(isExempt);
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      {},
    ]) {
      const answer = await office.app.request(`http://localhost:8080${pathOf(route.path)}`, {
        method: route.method,
        headers: {
          host: 'localhost:8080',
          cookie: cookies.get('administrator')!,
          'content-type': 'application/json',
          ...headers,
        } as Record<string, string>,
        body: '{}',
      });
      const code = await codeOf(answer);
      if (isExempt) expect(code, nameOf(route)).not.toBe('cross-site');
      else
        expect([answer.status, code], `${nameOf(route)} ${JSON.stringify(headers)}`).toEqual([
          403,
          'cross-site',
        ]);
    }
  }
});

test('no answer of the API about anybody is kept by a browser or on the way', async () => {
  for (const route of routes.filter(({ method, path }) => method === 'GET' && path.startsWith('/api/'))) {
    const answer = await office.call(pathOf(route.path), { cookie: cookies.get('administrator')! });
    expect(answer.headers.get('cache-control'), nameOf(route)).toBe('no-store');
  }
});

test('a page of ours is let through, by Fetch Metadata or by the Origin of an older browser', async () => {
  for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { origin: 'http://localhost:8080' }]) {
    const answer = await office.app.request('http://localhost:8080/api/v1/session', {
      method: 'POST',
      headers: { host: 'localhost:8080', 'content-type': 'application/json', ...headers } as Record<
        string,
        string
      >,
      body: JSON.stringify({ login: 'nobody', password: PASSWORD }),
    });
    expect(await codeOf(answer)).toBe('wrong-credentials');
  }
});

test('a device is known by its token alone: the cookie of a manager opens none of its addresses', async () => {
  for (const route of routes.filter((candidate) => callerOf(candidate) === 'device')) {
    const answer = await office.call(pathOf(route.path), {
      method: route.method,
      cookie: cookies.get('administrator')!,
      ...bodyFor(route.method),
    });
    expect([answer.status, await codeOf(answer)], nameOf(route)).toEqual([401, 'no-token']);
  }
});

test('no account opens the set-up: it takes the link', async () => {
  for (const route of routes.filter((candidate) => callerOf(candidate) === 'set-up')) {
    const answer = await office.call(pathOf(route.path), {
      method: route.method,
      cookie: cookies.get('administrator')!,
      ...bodyFor(route.method),
    });
    expect([answer.status, await codeOf(answer)], nameOf(route)).toEqual([401, 'no-session']);
  }
});

test('what needs an account is closed to everybody else', async () => {
  for (const route of routes.filter((candidate) => needsAccount(callerOf(candidate)))) {
    const answer = await office.call(pathOf(route.path), { method: route.method, ...bodyFor(route.method) });
    expect([answer.status, await codeOf(answer)], nameOf(route)).toEqual([401, 'no-session']);
  }
});

describe.each(ROLES)('the role %s', (role) => {
  test('reaches what its rights name, and is refused before anything else is looked at', async () => {
    for (const route of routes.filter((candidate) => needsAccount(callerOf(candidate)))) {
      const caller = callerOf(route)!;
      const may = caller === 'signed-in' || hasRight({ role }, caller as Right);
      const answer = await office.call(pathOf(route.path), {
        method: route.method,
        cookie: cookies.get(role)!,
        ...bodyFor(route.method),
      });
      const code = await codeOf(answer);
      if (may) expect(['no-session', 'forbidden'], nameOf(route)).not.toContain(code);
      else expect([answer.status, code], nameOf(route)).toEqual([403, 'forbidden']);
    }
  });
});

test('staff collect answers and see none, and only the auditor takes rows out', () => {
  expect(ROLES.filter((role) => !hasRight({ role }, 'figures'))).toEqual(['staff']);
  expect(ROLES.filter((role) => hasRight({ role }, 'export'))).toEqual(['auditor']);
  expect(ROLES.filter((role) => hasRight({ role }, 'audit'))).toEqual(['administrator', 'auditor']);
  expect(ROLES.filter((role) => hasRight({ role }, 'people'))).toEqual(['administrator']);
});

test('no address clears the storage of a browser, where the outbox of a kiosk may lie', async () => {
  for (const route of routes) {
    for (const cookie of [undefined, cookies.get('administrator')!]) {
      const answer = await office.call(pathOf(route.path), {
        method: route.method,
        ...(cookie && route.path !== '/api/v1/session' ? { cookie } : {}),
        ...bodyFor(route.method),
      });
      expect(answer.headers.has('clear-site-data'), nameOf(route)).toBe(false);
      expect(answer.headers.get('x-content-type-options'), nameOf(route)).toBe('nosniff');
      expect(answer.headers.get('content-security-policy'), nameOf(route)).toContain(
        "frame-ancestors 'none'",
      );
    }
  }
});
