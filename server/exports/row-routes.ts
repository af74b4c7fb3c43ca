import { type Context, Hono } from 'hono';
import { uuid4 } from '../../shared/ids.ts';
import { localDay, readPeriod } from '../../shared/period.ts';
import { figuresFileName } from '../../shared/figures-file-name.ts';
import { type ExportChoices, type RowExport, type RowFile } from '../../shared/wire/row-exports.ts';
import { AskExportSchema } from '../../shared/wire/row-export-requests.ts';
import { audited } from '../audited.ts';
import type { Deps } from '../deps.ts';
import { createElsewhere } from '../elsewhere.ts';
import { ProblemError } from '../problem.ts';
import { readJson } from '../read-json.ts';
import { requireRight } from '../rights.ts';
import { type Scope, scopeOf } from '../scope.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import type { Unit } from '../store/organisation.ts';
import { createThrottle, ownLimits } from '../throttle.ts';
import { exportHere } from './exporter.ts';
import { createOpenExports, type Prepared } from './open-exports.ts';

const MOST_BYTES = 1_000;
/** Another instance knows so long where a file was prepared: whoever waits longer prepares it again. */
const FETCHED_WITHIN_MS = 24 * 3_600_000;
const ENDING: Readonly<Record<RowFile, string>> = {
  csv: 'csv.zip',
  jsonl: 'jsonl.zip',
  xlsx: 'xlsx',
  package: 'zip',
};
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A package holds all of the server: for an auditor of the whole of a real tree. */
const mayTakePackage = ({ isWhole, tree }: Scope) => isWhole && tree === 'real';

/**
 * Rows, for the auditor alone: a file is prepared, then fetched once by the browser itself, which writes it to the disk as it
 * comes, while the page asks how far it is. It is made while it is read and stands nowhere.
 */
export function rowExportRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const open = createOpenExports(deps.exporter ?? exportHere(deps.store), deps.stopping);
  const elsewhere = createElsewhere(deps, 'exports');
  routes.use('/exports/:id/*', elsewhere.passOn(open.holds));
  const tries = createThrottle(ownLimits(deps, 'row exports'), 10, 1);
  const auditor = async (c: Context) => {
    const account = await guards.account(c);
    requireRight(account, 'export');
    return account;
  };
  const ownScope = (account: StoredAccount) => scopeOf(deps.store.read, account, localDay(deps.clock()));
  /** The unit that is asked for; nothing outside of the account's, and a package only of the whole. */
  async function unitOf(account: StoredAccount, { unit, file }: Prepared): Promise<Unit> {
    const scope = await ownScope(account);
    const found = scope.units.find(({ id }) => id === unit);
    if (!found) throw new ProblemError('not-found');
    if (file === 'package' && !mayTakePackage(scope)) throw new ProblemError('forbidden');
    return found;
  }
  const found = (c: Context, one: RowExport | undefined) => {
    if (!one) throw new ProblemError('not-found');
    return c.json(one);
  };

  routes.get('/exports', async (c) => {
    const account = await auditor(c);
    return c.json({ mayTakePackage: mayTakePackage(await ownScope(account)) } satisfies ExportChoices);
  });

  routes.post('/exports', async (c) => {
    const account = await auditor(c);
    const { unit, period, file, language } = await readJson(c, AskExportSchema, MOST_BYTES);
    if (period !== null && !readPeriod(period)) throw new ProblemError('malformed');
    const asked = { unit, period: file === 'package' ? null : period, file, language };
    await unitOf(account, asked);
    if (open.isFull()) throw new ProblemError('too-many', 30);
    const waitSeconds = await tries.take(account.id);
    if (waitSeconds > 0) throw new ProblemError('too-many', waitSeconds);
    const prepared = open.prepare(uuid4(deps.random), account.id, asked);
    await elsewhere.hold(prepared.id, FETCHED_WITHIN_MS);
    return c.json(prepared);
  });

  routes.get('/exports/:id', async (c) => {
    const account = await auditor(c);
    return found(c, open.look(c.req.param('id'), account.id));
  });

  routes.delete('/exports/:id', async (c) => {
    const account = await auditor(c);
    return found(c, open.cancel(c.req.param('id'), account.id));
  });

  routes.get('/exports/:id/file', async (c) => {
    const account = await auditor(c);
    const id = c.req.param('id');
    const asked = open.asked(id, account.id);
    if (!asked) throw new ProblemError('not-found');
    // whoever looks at it only would use it up
    if (c.req.method === 'HEAD') return c.body(null);
    if (open.isFull()) throw new ProblemError('too-many', 30);
    // the account may have got another unit since
    const name = fileName(await unitOf(account, asked), asked);
    const details = { file: asked.file, period: asked.period };
    // what is not written down does not leave
    await write(account, asked, 'export-rows', details);
    const stream = open.start(id, account.id, deps.clock(), ({ state, rows }) => {
      void write(account, asked, 'export-rows-ended', { ...details, state, rows }).catch(() => {
        deps.log({ level: 'error', what: 'export not written down' });
      });
    });
    if (!stream) throw new ProblemError('not-found');
    return c.body(stream, 200, {
      'content-type': asked.file === 'xlsx' ? XLSX : 'application/zip',
      'content-disposition': `attachment; filename="${name}"`,
      // packed already
      'cache-control': 'no-store, no-transform',
      // nginx would take in the whole file, however slowly it is fetched
      'x-accel-buffering': 'no',
    });
  });

  function write(
    account: StoredAccount,
    { unit }: Prepared,
    what: string,
    details: Record<string, string | number | null>,
  ) {
    const line = { account: account.id, unit, subject: null, details: { unit, ...details } };
    return deps.store.write((tx) => note(tx, audited(deps, { ...line, what })));
  }

  function fileName(unit: Unit, { period, file }: Prepared): string {
    const what = file === 'package' ? 'ho-so-kiem-tra' : 'phieu-tra-loi';
    const id = period ?? localDay(deps.clock());
    return `${figuresFileName(what, { unit, period: { id } })}.${ENDING[file]}`;
  }
  return routes;
}
