import { Hono } from 'hono';
import { localDay } from '../../shared/period.ts';
import type { AuditLine, AuditPage } from '../../shared/wire/manage.ts';
import { audited } from '../audited.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { createRecentMap } from '../recent-map.ts';
import { requireRight } from '../rights.ts';
import { scopeOf } from '../scope.ts';
import { accountsByIds, type StoredAccount } from '../store/accounts.ts';
import { type Audited, auditLines, note } from '../store/audit.ts';
import { namesOf } from '../store/names-of.ts';
import type { Sessions } from './session.ts';

const LINES_MOST = 100;
/** Reading is noted too, but a page that is turned over is one reading. */
const READ_AGAIN_MS = 3_600_000;

/** `GET /audit`: what was done in the units of the account, newest first. */
export function auditRoutes(deps: Deps, guards: { readonly sessions: Sessions }): Hono {
  const routes = new Hono();
  const readers = createRecentMap<number>(10_000);

  routes.get('/audit', async (c) => {
    const account = await guards.sessions.account(c);
    requireRight(account, 'audit');
    const before = c.req.query('before');
    if (before !== undefined && !/^[0-9a-f]{12}-[0-9a-f]{12}$/.test(before)) {
      throw new ProblemError('malformed');
    }
    await noteReading(account);
    const { units, isWhole } = await scopeOf(deps.store.read, account, localDay(deps.clock()));
    const lines = await auditLines(deps.store.read, {
      units: units.map(({ id }) => id),
      // what the server did for everybody is read at the top of a real tree
      ofServer: isWhole && units.some(({ id, tree }) => id === account.unit && tree === 'real'),
      before,
      most: LINES_MOST + 1,
    });
    const shown = lines.slice(0, LINES_MOST);
    const older = lines.length > LINES_MOST ? shown.at(-1)!.id : null;
    return c.json({ lines: await withNames(shown), older } satisfies AuditPage);
  });

  async function noteReading({ id, unit }: StoredAccount): Promise<void> {
    const now = deps.clock();
    if (now - (readers.get(id) ?? 0) < READ_AGAIN_MS) return;
    readers.set(id, now);
    await deps.store.write((tx) =>
      note(tx, audited(deps, { account: id, unit, what: 'audit-read', subject: null, details: {} })),
    );
  }

  /** Who acted, with the role; what was acted on and what details name, by name where there still is one. */
  async function withNames(lines: readonly Audited[]): Promise<AuditLine[]> {
    const { read } = deps.store;
    const actors = new Set(lines.flatMap(({ account }) => account ?? []));
    const known = new Map((await accountsByIds(read, [...actors])).map((row) => [row.id, row]));
    const named = lines.flatMap(({ subject, details }) => [subject, ...Object.values(details)]);
    const names = await namesOf(read, [...new Set(named.filter((value) => typeof value === 'string'))]);
    const nameOf = <T>(value: T) => (typeof value === 'string' ? (names.get(value) ?? value) : value);
    return lines.map(({ at, account, what, subject, details }) => {
      const who = account === null ? undefined : known.get(account);
      const said = Object.fromEntries(Object.entries(details).map(([key, value]) => [key, nameOf(value)]));
      const name = subject === null || subject === account ? undefined : names.get(subject);
      return {
        at,
        who: who?.name ?? null,
        role: who?.role ?? null,
        what,
        subject,
        details: name === undefined ? said : { name, ...said },
      };
    });
  }
  return routes;
}
