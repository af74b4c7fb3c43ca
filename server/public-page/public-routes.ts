import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { localDay } from '../../shared/period.ts';
import type { Language } from '../../shared/questionnaire.ts';
import type { Deps } from '../deps.ts';
import { publicUnits } from '../public-units.ts';
import { contactOf } from '../store/contacts.ts';
import { allUnits } from '../store/organisation.ts';
import { repliesOf } from '../store/replies.ts';
import type { AddressThrottle } from '../throttle.ts';
import { dataPackage, dictionaryPage } from './dictionary.ts';
import type { ReadResults } from './kept-results.ts';
import { openCsv, openJson } from './open-data.ts';
import { type Html, languageOf, publicPolicy } from './page-frame.ts';
import { listPage, messagePage } from './plain-pages.ts';
import { resultsPage, type ShownUnit } from './results-page.ts';

/** So long a browser or a proxy may show it without asking; the page that switches says so. */
const CACHE = 'public, max-age=300';
const REPLIES_MOST = 12;

const HTML = 'text/html; charset=utf-8';
const CSV = 'text/csv; charset=utf-8';
const JSON_TEXT = 'application/json; charset=utf-8';

interface Sheet {
  readonly type: string;
  readonly write: (shown: ShownUnit, language: Language) => Html | string;
}
const inLines = (value: unknown) => JSON.stringify(value, null, 2);

/** What there is of a unit, by the end of its address. */
const SHEETS: Readonly<Record<string, Sheet>> = {
  '': { type: HTML, write: resultsPage },
  '/data.csv': { type: CSV, write: openCsv },
  '/data.json': { type: JSON_TEXT, write: (shown) => inLines(openJson(shown)) },
  '/dictionary': { type: HTML, write: dictionaryPage },
  '/dictionary.json': { type: JSON_TEXT, write: (shown) => inLines(dataPackage(shown)) },
};

/** The pages that anybody may read: no account, no cookie, and nothing is kept of who reads. */
export function publicRoutes(
  deps: Deps,
  guards: {
    readonly visitors: AddressThrottle;
    readonly addressOf: (c: Context) => string;
    readonly results: ReadResults;
  },
): Hono {
  const routes = new Hono();
  const { read } = deps.store;

  const today = () => localDay(deps.clock());

  /** Undefined where the page is off, the unit has ended, or there never was one: nobody can tell which. */
  async function shownUnit(id: string): Promise<ShownUnit | undefined> {
    const unit = (await publicUnits(read, today())).find((one) => one.id === id);
    if (!unit) return undefined;
    const replies = (await repliesOf(read, [id])).filter(({ withdrawn }) => withdrawn === null);
    return {
      unit,
      results: await guards.results(unit),
      replies: replies.slice(0, REPLIES_MOST),
      contact: contactOf(id, await allUnits(read)),
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
    if (type === HTML) c.header('content-security-policy', publicPolicy);
    // open data are for other sites too, which read them without any cookie
    else c.header('access-control-allow-origin', '*');
    return c.req.header('if-none-match') === etag ? c.body(null, 304, headers) : c.body(body, 200, headers);
  };

  routes.use('/public/*', async (c, next) => {
    const waitSeconds = await guards.visitors.take(guards.addressOf(c), 'public');
    if (waitSeconds === 0) return next();
    c.header('retry-after', String(waitSeconds));
    return answerHtml(c, messagePage('busy'), 429);
  });

  for (const [end, { type, write }] of Object.entries(SHEETS)) {
    routes.get(`/public/:unit${end}`, async (c) => {
      const shown = await shownUnit(c.req.param('unit'));
      if (!shown) return answerHtml(c, messagePage('missing'), 404);
      if (type === CSV) c.header('content-disposition', `attachment; filename="${fileName(shown)}.csv"`);
      return answerCached(c, type, write(shown, languageOf(c)));
    });
  }

  routes.get('/public', (c) => c.redirect('/public/', 301));
  routes.get('/public/', async (c) => {
    const units = await publicUnits(read, today());
    if (units.length === 0) return answerHtml(c, messagePage('missing'), 404);
    return answerCached(c, HTML, listPage(units, languageOf(c)));
  });
  return routes;
}

const fileName = ({ unit }: ShownUnit) => `ket-qua-khao-sat-${unit.id.replace(/[^A-Za-z0-9_-]/g, '-')}`;
