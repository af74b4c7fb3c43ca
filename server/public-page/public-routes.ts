import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { localDay } from '../../shared/period.ts';
import type { Deps } from '../deps.ts';
import { livesOn } from '../dated-tree.ts';
import { createRecentMap } from '../recent-map.ts';
import { contactOf } from '../store/contacts.ts';
import { allUnits, type Unit } from '../store/organisation.ts';
import { publicPage, publicPages } from '../store/public-pages.ts';
import { repliesOf } from '../store/replies.ts';
import type { AddressThrottle } from '../throttle.ts';
import { dataPackage, dictionaryPage } from './dictionary.ts';
import { openCsv, openJson } from './open-data.ts';
import { type Html, languageOf, publicPolicy } from './page-frame.ts';
import { type PublicResults, readPublicResults } from './public-results.ts';
import { listPage, messagePage } from './plain-pages.ts';
import { resultsPage, type ShownUnit } from './results-page.ts';

/** Figures of closed quarters move seldom: so long they are kept, that no crowd reads the tallies again and again. */
const KEPT_MS = 15 * 60_000;
const KEPT_MOST = 1_000;
/** So long a browser or a proxy may show it without asking; the page that switches says so. */
const CACHE = 'public, max-age=300';
const REPLIES_MOST = 12;

/** The pages that anybody may read: no account, no cookie, and nothing is kept of who reads. */
export function publicRoutes(
  deps: Deps,
  guards: { readonly visitors: AddressThrottle; readonly addressOf: (c: Context) => string },
): Hono {
  const routes = new Hono();
  const { read } = deps.store;
  const resultsOf = keptResults(deps);

  /** Undefined where the page is off, the unit has ended, or there never was one: nobody can tell which. */
  async function shownUnit(id: string): Promise<ShownUnit | undefined> {
    if (!(await publicPage(read, id))) return undefined;
    const units = await allUnits(read);
    const unit = units.find((one) => one.id === id && livesOn(one, localDay(deps.clock())));
    if (!unit) return undefined;
    const replies = (await repliesOf(read, [id])).filter(({ withdrawn }) => withdrawn === null);
    return {
      unit,
      results: await resultsOf(unit),
      replies: replies.slice(0, REPLIES_MOST),
      contact: contactOf(id, units),
    };
  }

  const answerHtml = (c: Context, page: Html, status: 200 | 404 | 429 = 200) => {
    c.header('content-security-policy', publicPolicy);
    return c.html(page, status);
  };
  /** The same bytes to whoever has them already are not sent again. */
  const answerCached = async (c: Context, type: string, page: Html | string) => {
    const body = String(await page);
    const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const headers = { 'content-type': type, 'cache-control': CACHE, etag };
    if (type.startsWith('text/html')) c.header('content-security-policy', publicPolicy);
    return c.req.header('if-none-match') === etag ? c.body(null, 304, headers) : c.body(body, 200, headers);
  };

  routes.use('/public/*', async (c, next) => {
    const waitSeconds = guards.visitors.take(guards.addressOf(c), 'public');
    if (waitSeconds === 0) return next();
    c.header('retry-after', String(waitSeconds));
    return answerHtml(c, messagePage('busy'), 429);
  });

  const kinds: Readonly<Record<string, (c: Context, shown: ShownUnit) => readonly [string, Html | string]>> =
    {
      '': (c, shown) => [HTML, resultsPage(shown, languageOf(c))],
      '/data.csv': (c, shown) => {
        c.header('content-disposition', `attachment; filename="${fileName(shown.unit)}.csv"`);
        return ['text/csv; charset=utf-8', openCsv(shown)];
      },
      '/data.json': (_, shown) => ['application/json', JSON.stringify(openJson(shown), null, 2)],
      '/dictionary': (c, shown) => [HTML, dictionaryPage(shown, languageOf(c))],
      '/dictionary.json': (_, shown) => ['application/json', JSON.stringify(dataPackage(shown), null, 2)],
    };
  for (const [end, write] of Object.entries(kinds)) {
    routes.get(`/public/:unit${end}`, async (c) => {
      const shown = await shownUnit(c.req.param('unit'));
      if (!shown) return answerHtml(c, messagePage('missing'), 404);
      // open data are for other sites too, which read them without any cookie
      if (!end.endsWith('dictionary') && end !== '') c.header('access-control-allow-origin', '*');
      return answerCached(c, ...write(c, shown));
    });
  }

  routes.get('/public', (c) => c.redirect('/public/', 301));
  routes.get('/public/', async (c) => {
    const on = new Set((await publicPages(read)).map(({ unit }) => unit));
    const today = localDay(deps.clock());
    const units = (await allUnits(read)).filter((unit) => on.has(unit.id) && livesOn(unit, today));
    if (units.length === 0) return answerHtml(c, messagePage('missing'), 404);
    return answerCached(c, HTML, listPage(units, languageOf(c)));
  });
  return routes;
}

const HTML = 'text/html; charset=utf-8';

const fileName = ({ id }: Unit) => `ket-qua-khao-sat-${id.replace(/[^A-Za-z0-9_-]/g, '-')}`;

/** Each unit's figures are read once in a while, however many ask at once. */
function keptResults(deps: Deps): (unit: Unit) => Promise<PublicResults> {
  const kept = createRecentMap<{ readonly at: number; readonly results: Promise<PublicResults> }>(KEPT_MOST);
  return (unit) => {
    const now = deps.clock();
    const known = kept.get(unit.id);
    if (known && now >= known.at && now - known.at < KEPT_MS) return known.results;
    const results = readPublicResults(deps, unit);
    kept.set(unit.id, { at: now, results });
    results.catch(() => kept.delete(unit.id));
    return results;
  };
}
