import { type Context, Hono } from 'hono';
import { readPeriod } from '../../shared/period.ts';
import { CountFileSchema } from '../../shared/wire/figure-counts-requests.ts';
import { audited } from '../audited.ts';
import type { Deps } from '../deps.ts';
import { onGround } from '../figures/figure-ground.ts';
import type { Press } from '../print/press.ts';
import { ProblemError } from '../problem.ts';
import { readJson } from '../read-json.ts';
import { requireRight } from '../rights.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import { createThrottle, ownLimits } from '../throttle.ts';
import { buildCounts } from './build-counts.ts';
import { figuresFileName } from '../../shared/figures-file-name.ts';
import { countsBook, countsCsv } from './write-counts.ts';

const MOST_BYTES = 2_000;
const TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/vnd.sipas.counts+json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** `POST /counts/files`: what the page of details shows, as a file. Counts only: no line of it is about one person. */
export function countsRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount>; readonly press: Press },
): Hono {
  const routes = new Hono();
  // every cut of a unit in a sitting; a script that takes those of a whole province waits
  const files = createThrottle(ownLimits(deps, 'count files'), 30, 10);
  routes.post('/counts/files', async (c) => {
    const account = await guards.account(c);
    requireRight(account, 'figures');
    const asked = await readJson(c, CountFileSchema, MOST_BYTES);
    const { unit, form, by, asOf, statistic, aggregation, file, language } = asked;
    const period = readPeriod(asked.period);
    if (!period) throw new ProblemError('malformed');
    const waitSeconds = await files.take(account.id);
    if (waitSeconds > 0) throw new ProblemError('too-many', waitSeconds);
    const method = { ...(statistic && { statistic }), ...(aggregation && { aggregation }) };
    const counts = await onGround(
      deps,
      account.unit,
      { unit, day: asOf, period, form, method },
      async (ground) => buildCounts(ground, by),
    );
    const content =
      file === 'xlsx'
        ? await guards.press(countsBook(counts, language))
        : file === 'csv'
          ? countsCsv(counts, language)
          : `${JSON.stringify(counts)}\n`;
    // what is not written down does not leave
    await deps.store.write((tx) => {
      const details = { name: counts.unit.name.vi, period: period.id, form, cut: by, file };
      const line = { account: account.id, unit: counts.unit.id, subject: null, details };
      return note(tx, audited(deps, { ...line, what: 'export-counts' }));
    });
    const name = figuresFileName('so-lieu-hai-long', counts, by);
    return c.body(content, 200, {
      'content-type': TYPES[file],
      'content-disposition': `attachment; filename="${name}.${file}"`,
    });
  });
  return routes;
}
