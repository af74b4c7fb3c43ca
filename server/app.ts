import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { routePath } from 'hono/route';
import { uuid4 } from '../shared/ids.ts';
import { createTokenGate } from './api/admit-token.ts';
import { openApiRoutes } from './api/openapi-routes.ts';
import { tokenRoutes } from './api/token-routes.ts';
import { alertRoutes } from './alerts/routes.ts';
import { createAddressOf } from './caller-address.ts';
import { callPhoneRoutes } from './calls/phone-routes.ts';
import { caseRoutes } from './cases/case-routes.ts';
import { replyRoutes } from './cases/reply-routes.ts';
import { consentRoutes } from './calls/consent-routes.ts';
import { planRoutes } from './calls/plan-routes.ts';
import { calendarRoutes } from './calendar/calendar-routes.ts';
import { campaignRoutes } from './campaigns/campaign-routes.ts';
import { daysOffRoutes } from './campaigns/days-off-routes.ts';
import { targetRoutes } from './campaigns/target-routes.ts';
import { refuseCrossSite } from './cross-site.ts';
import { createDayTurn } from './day-turn.ts';
import type { Deps } from './deps.ts';
import { ownMemories } from './own-memory.ts';
import { counterScreenRoutes } from './codes/counter-screen.ts';
import { codeRoutes } from './codes/manage-codes.ts';
import { ticketRoutes } from './codes/manage-tickets.ts';
import { createPress } from './print/press.ts';
import { manageDeviceRoutes } from './devices/manage-devices.ts';
import { devicePackRoutes } from './devices/pack-routes.ts';
import { createDeviceGuard, deviceRoutes } from './devices/routes.ts';
import { boardRoutes } from './dossiers/board-routes.ts';
import { dossierRoutes } from './dossiers/routes.ts';
import { rowExportRoutes } from './exports/row-routes.ts';
import { fieldRoutes } from './fields/routes.ts';
import { cutRoutes } from './figures/cut-routes.ts';
import { findingRoutes } from './figures/finding-routes.ts';
import { interviewRoutes } from './figures/interview-routes.ts';
import { progressRoutes } from './figures/progress-routes.ts';
import { figureRoutes } from './figures/routes.ts';
import { healthRoutes } from './health-routes.ts';
import { countWork } from './metrics/count-work.ts';
import { metricRoutes } from './metrics/metric-routes.ts';
import { createReadiness } from './readiness.ts';
import { liveRoutes } from './live/routes.ts';
import { trustRoutes } from './figures/trust-routes.ts';
import { importedRoutes } from './imported/imported-routes.ts';
import { manageIngestRoutes } from './ingest/manage-ingest.ts';
import { ingestRoutes } from './ingest/routes.ts';
import { paperRoutes } from './paper/routes.ts';
import { packIntakeRoutes } from './packs/intake-routes.ts';
import { managePackRoutes } from './packs/manage-packs.ts';
import { peopleRoutes } from './people/routes.ts';
import { pageRoutes } from './pages/routes.ts';
import { keepResults } from './public-page/kept-results.ts';
import { publicRoutes } from './public-page/public-routes.ts';
import { publicSwitchRoutes } from './public-page/switch-routes.ts';
import { auditRoutes } from './managers/audit-page.ts';
import { managerRoutes } from './managers/routes.ts';
import { secondFactorRoutes } from './managers/second-factor.ts';
import { createSessions, describeAccount } from './managers/session.ts';
import { createSignInDelays } from './managers/sign-in-delays.ts';
import { answerProblem, InvalidError, ProblemError, ScopeError } from './problem.ts';
import { restRoutes } from './first-run/rest-routes.ts';
import { type FirstRunGuards, firstRunRoutes } from './first-run/routes.ts';
import { createSetUpSession } from './first-run/set-up-session.ts';
import { certifiedRoutes } from './reports/certified-routes.ts';
import { countsRoutes } from './reports/counts-routes.ts';
import { createReadReport } from './reports/read-report.ts';
import { reportRoutes } from './reports/report-routes.ts';
import { versionRoutes } from './questionnaires/version-routes.ts';
import { questionnaireRoutes } from './questionnaires/routes.ts';
import { TooBusy } from './secrets.ts';
import { createScreenTickets } from './screen-tickets.ts';
import { awayInWords, isOfTheMoment } from './store/database-away.ts';
import { reviewRoutes } from './review/review-routes.ts';
import { recheckRoutes } from './calls/recheck-routes.ts';
import { unitRoutes } from './units/routes.ts';
import { createAddressThrottle, createThrottle, ownLimits, sharedLimits } from './throttle.ts';

/**
 * The whole application over what it is given: this is what tests call. Each feature brings its routes; here
 * stand only the things that hold for all of them.
 */
export function buildApp(given: Deps): Hono {
  const app = new Hono();
  const work = countWork();
  const deps: Deps = { ...given, store: work.measured(given.store), receipted: work.receipt };
  const addressOf = createAddressOf(deps.trustedProxies ?? []);
  const sessions = createSessions(deps);
  const known = createDeviceGuard(deps);
  // By token and not by address: two hundred tablets may sit behind one. A round of five minutes takes a few requests.
  const within =
    (limit: ReturnType<typeof createThrottle>): typeof known =>
    async (authorization) => {
      const found = await known(authorization);
      const waitSeconds = await limit.take(found.id);
      if (waitSeconds > 0) throw new ProblemError('too-many', waitSeconds);
      return found;
    };
  const device = within(createThrottle(ownLimits(deps, 'devices'), 600, 300));
  // a dozen languages of a hundred recordings each, once; later only what has changed
  const listener = within(createThrottle(ownLimits(deps, 'recordings'), 1_500, 300));
  const byAddress = (kind: string, burst: number, perMinute: number) =>
    createAddressThrottle(sharedLimits(deps, kind), { burst, perMinute, rangeFactor: 4 });

  app.use(async (c, next) => {
    const started = performance.now();
    await next();
    securityHeaders(c, deps);
    // a proxy that kept the line would send its next request into a server that ends
    if (deps.stopping?.aborted) c.res.headers.set('connection', 'close');
    // the route's pattern, never the address: codes and ids must not reach the log
    const [route, status, took] = [routePath(c, -1), c.res.status, performance.now() - started];
    deps.log({
      level: 'info',
      what: 'request',
      method: c.req.method,
      route,
      status,
      ms: Math.round(took),
    });
    work.request(route, status, took / 1000);
  });
  app.onError((error, c) => {
    if (error instanceof InvalidError) return answerProblem(c, error.code, { faults: error.faults });
    if (error instanceof ScopeError) return answerProblem(c, error.code, { scope: error.scope });
    if (error instanceof ProblemError) {
      const { retryAfterSeconds } = error;
      return answerProblem(c, error.code, retryAfterSeconds === undefined ? {} : { retryAfterSeconds });
    }
    if (isOfTheMoment(error)) {
      deps.log({ level: 'error', what: 'database-away', why: awayInWords(error) });
      return answerProblem(c, 'not-ready', { retryAfterSeconds: 5 });
    }
    if (error instanceof TooBusy) return answerProblem(c, 'too-many', { retryAfterSeconds: 5 });
    const id = uuid4(deps.random);
    // the name and place of the fault, without its message: a message may quote what was sent
    deps.log({
      level: 'error',
      what: 'fault',
      id,
      name: error.name,
      at: error.stack?.split('\n    at ').slice(1, 4).join(' < ') ?? '',
    });
    return answerProblem(c, 'internal', { id });
  });
  app.notFound((c) => answerProblem(c, 'not-found'));

  // what is made per request is compressed here; built files bring their own compressed copies
  app.use(compress());

  const notReady = createReadiness(deps);
  app.route('/', healthRoutes(deps, { addressOf, notReady }));
  app.route('/', metricRoutes(deps, { work, notReady }));

  // A commune may sit behind one address: 200 own phones an hour from it are welcome, thousands are not.
  const phones = byAddress('phones', 60, 20);
  // A link that is shared in a commune is opened by many behind one address; figures are kept in memory.
  const visitors = createAddressThrottle(ownLimits(deps, 'visitors'), {
    burst: 240,
    perMinute: 120,
    rangeFactor: 4,
  });
  // A counter serves one person in a minute and a half at the most; whoever wants many would like to answer for them.
  const shown = createThrottle(sharedLimits(deps, 'shown tickets'), 30, 1);

  const shared = { clock: deps.clock, memories: deps.together?.memories ?? ownMemories(deps.clock) };
  const screenTickets = createScreenTickets(shared);
  const press = createPress();
  const readReport = createReadReport(deps);
  const results = keepResults(deps);
  const api = new Hono();
  const gate = createTokenGate(deps);
  const account = async (c: Context) => gate.reader(c) ?? sessions.account(c);
  // before the rule of cookies, which says nothing to a program that brings none
  api.use(gate.admit);
  api.use(refuseCrossSite(deps.publicUrl));
  const turnDay = createDayTurn(deps);
  api.use(async (_c, next) => {
    await turnDay();
    await next();
  });
  api.route('/', ingestRoutes(deps, { device, phones, addressOf, screenTickets }));
  api.route('/', deviceRoutes(deps, { device, enrolments: byAddress('enrolments', 30, 6), addressOf }));
  api.route('/', devicePackRoutes(deps, { device, listener }));
  api.route('/', manageDeviceRoutes(deps, { account }));
  api.route('/', manageIngestRoutes(deps, { account }));
  api.route('/', fieldRoutes(deps, { account }));
  api.route('/', questionnaireRoutes(deps));
  api.route('/', versionRoutes(deps, { account }));
  const links = byAddress('links', 10, 2);
  api.route(
    '/',
    managerRoutes(deps, {
      sessions,
      delays: createSignInDelays(shared),
      // a whole province may sign in through one address at half past seven: only wrong tries are counted
      strangers: byAddress('strangers', 60, 20),
      links,
      addressOf,
    }),
  );
  const confirmations = createThrottle(sharedLimits(deps, 'confirmations'), 10, 5);
  api.route('/', secondFactorRoutes(deps, { sessions, confirmations }));
  const setUp = createSetUpSession(deps);
  const enter: FirstRunGuards['enter'] = async (c, account) => {
    const entered = await sessions.begin(c, account, 'sign-in');
    return describeAccount(deps, entered);
  };
  api.route('/', firstRunRoutes(deps, { setUp, links, addressOf, confirmations, enter }));
  api.route('/', restRoutes(deps, { setUp, account }));
  api.route('/', auditRoutes(deps, { sessions }));
  api.route('/', rowExportRoutes(deps, { account: sessions.account }));
  api.route('/', peopleRoutes(deps, { account }));
  api.route('/', tokenRoutes(deps, { account }));
  api.route('/', figureRoutes(deps, { account }));
  api.route('/', liveRoutes(deps, sessions));
  api.route('/', trustRoutes(deps, { account }));
  api.route('/', alertRoutes(deps, { account }));
  api.route('/', findingRoutes(deps, { account }));
  api.route('/', reviewRoutes(deps, { account }));
  api.route('/', cutRoutes(deps, { account }));
  api.route('/', reportRoutes(deps, { account, press, readReport }));
  api.route('/', countsRoutes(deps, { account, press }));
  api.route('/', certifiedRoutes(deps, { account, readReport }));
  api.route('/', calendarRoutes(deps, { account }));
  api.route('/', progressRoutes(deps, { account }));
  api.route('/', interviewRoutes(deps, { account }));
  api.route('/', campaignRoutes(deps, { account }));
  api.route('/', targetRoutes(deps, { account }));
  api.route('/', daysOffRoutes(deps, { account }));
  api.route('/', codeRoutes(deps, { account, press }));
  api.route('/', ticketRoutes(deps, { account, press }));
  api.route('/', paperRoutes(deps, { account, press }));
  api.route('/', counterScreenRoutes(deps, { account, tickets: screenTickets, shown }));
  api.route('/', dossierRoutes(deps, { account }));
  api.route('/', boardRoutes(deps, { account }));
  api.route('/', planRoutes(deps, { account }));
  api.route('/', callPhoneRoutes(deps, { device }));
  api.route('/', consentRoutes(deps, { account }));
  api.route('/', recheckRoutes(deps, { account }));
  api.route('/', caseRoutes(deps, { account }));
  api.route('/', replyRoutes(deps, { account, press }));
  api.route('/', publicSwitchRoutes(deps, { account, results }));
  api.route('/', importedRoutes(deps, { account, press }));
  api.route('/', unitRoutes(deps, { account }));
  api.route('/', packIntakeRoutes(deps, { account }));
  api.route('/', managePackRoutes(deps, { account }));
  app.route('/api/v1', api);
  app.route('/', publicRoutes(deps, { visitors, addressOf, results }));
  app.route('/', openApiRoutes(deps));
  app.route('/', pageRoutes(deps, { phones, addressOf, screenTickets }));
  return app;
}

/** Where staff scan a code; no other page may ask for the camera. */
const CAMERA_PAGES: ReadonlySet<string> = new Set(['/kiosk/staff/', '/kiosk/interview/']);

function securityHeaders(c: Context, deps: Deps): void {
  const { headers } = c.res;
  const camera = CAMERA_PAGES.has(c.req.path) ? '(self)' : '()';
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('permissions-policy', `camera=${camera}, microphone=(), geolocation=(), payment=(), usb=()`);
  if (!headers.has('content-security-policy')) {
    headers.set('content-security-policy', "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
  }
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  if (deps.publicUrl.startsWith('https:')) headers.set('strict-transport-security', 'max-age=31536000');
}
