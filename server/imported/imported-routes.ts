import { type Context, Hono } from 'hono';
import { AGGREGATIONS, STATISTICS } from '../../shared/plan-choices.ts';
import { MIN_N, type Method } from '../../shared/score.ts';
import { figuresFileName } from '../../shared/figures-file-name.ts';
import {
  type ImportedResults,
  type ImportedTables,
  RemoveTablesSchema,
  TABLES_MOST_ROWS,
  type TablesLook,
  TakeTablesSchema,
} from '../../shared/wire/imported-results.ts';
import { audited } from '../audited.ts';
import { type Caller, createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { Press } from '../print/press.ts';
import { invalid, ProblemError } from '../problem.ts';
import { readForm } from '../read-json.ts';
import { createSheetTexts } from '../sheets/sheet-texts.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import { allCampaigns, campaignFor } from '../store/campaigns.ts';
import { importedMarks, importedOf, removeImported, sizesIn } from '../store/stored-imports.ts';
import { namesOf } from '../store/names-of.ts';
import { allUnits } from '../store/organisation.ts';
import { versionsOf } from '../store/questionnaires.ts';
import type { Reader } from '../store/store.ts';
import type { Tree } from '../../shared/wire/device.ts';
import { importedPoints } from './imported-points.ts';
import { codeOf, formNamed, type KnownForm, knownForms, numbersIn } from './known-forms.ts';
import { hashOfFile, planTables, writeTables } from './take-tables.ts';
import { templateBook, templateCsv } from './template-file.ts';
import { periodIn } from './understand-tables.ts';

/** Base64 of the largest file, and the few words beside it. */
const MOST_BYTES = 5 * 2 ** 20;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Tables of former years: taken in, taken away, and told as points before a trend. */
export function importedRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount>; readonly press: Press },
): Hono {
  const routes = new Hono();
  const { store } = deps;
  const begin = createBegin(deps, guards, 'organise');
  const reading = createBegin(deps, guards, 'figures');
  const textsOf = createSheetTexts();

  routes.get('/imported-results', async (c) => {
    const caller = await reading(c);
    const unit = caller.scope.units.find(({ id }) => id === c.req.query('unit'));
    if (!unit) throw new ProblemError('not-found');
    const method = methodOf(c);
    const found = await store.snapshot(async (read) => {
      const tables = await importedOf(read, [unit.id]);
      const units = await allUnits(read);
      const campaign = campaignFor(await allCampaigns(read), units, unit.id, caller.today);
      return importedPoints({
        tables,
        sizes: await sizesIn(read, [...new Set(tables.map(({ period }) => period))]),
        parents: new Map(units.map(({ id, parent }) => [id, parent])),
        forms: await formsOf(read, caller.scope.tree),
        now: campaign ? { id: campaign.questionnaire, version: campaign.version } : null,
        method,
        names: await namesOf(read, [...new Set(tables.map(({ account }) => account))]),
      });
    });
    const { id, name, tree } = unit;
    return c.json({ unit: { id, name, tree }, method, ...found } satisfies ImportedResults);
  });

  routes.get('/imported-results/tables', async (c) => {
    const caller = await begin(c);
    return c.json(await store.snapshot((read) => tablesOf(read, caller)));
  });

  routes.get('/imported-results/template', async (c) => {
    const { scope } = await begin(c);
    const unit = scope.units.find(({ id }) => id === c.req.query('unit'));
    if (!unit) throw new ProblemError('not-found');
    const period = periodIn(c.req.query('period') ?? '');
    const form = formNamed(await formsOf(store.read, scope.tree), c.req.query('form') ?? '');
    if (!period || !form) throw new ProblemError('malformed');
    const template = { unit, period: period.id, form };
    const isCsv = c.req.query('file') === 'csv';
    const name = figuresFileName('mau-so-lieu-cu', { unit, period }, form.id);
    return c.body(isCsv ? templateCsv(template) : await guards.press(templateBook(template)), 200, {
      'content-type': isCsv ? 'text/csv; charset=utf-8' : XLSX,
      'content-disposition': `attachment; filename="${name}.${isCsv ? 'csv' : 'xlsx'}"`,
    });
  });

  routes.post('/imported-results', async (c) => {
    const { account, scope, today } = await begin(c);
    const { file, write, reason } = await readForm(c, TakeTablesSchema, MOST_BYTES);
    const bytes = Buffer.from(file, 'base64');
    const texts = await textsOf(bytes, TABLES_MOST_ROWS);
    const planned = async (read: Reader) =>
      planTables(read, texts, { units: scope.units, forms: await formsOf(read, scope.tree), today });
    if (!write) return c.json((await store.snapshot(planned)).look);
    const look = await store.write(async (tx): Promise<TablesLook> => {
      const plan = await planned(tx);
      if (plan.changes.length === 0) return plan.look;
      const changed = plan.look.tables.filter(({ act }) => act === 'change').length;
      if (changed > 0 && reason === null) throw invalid('reason', 'needed');
      const sha256 = hashOfFile(bytes);
      await writeTables(tx, plan, { file: sha256, day: today, account: account.id, reason });
      const details = { added: plan.changes.length - changed, changed, file: shortHash(sha256) };
      const line = { account: account.id, unit: account.unit, subject: null, details };
      await note(tx, audited(deps, { ...line, what: 'old-results-imported' }));
      return { ...plan.look, written: true };
    });
    return c.json(look);
  });

  routes.post('/imported-results/remove', async (c) => {
    const caller = await begin(c);
    const { account, scope } = caller;
    const { file } = await readForm(c, RemoveTablesSchema, 1_000);
    await store.write(async (tx) => {
      const units = scope.units.map(({ id }) => id);
      const rows = await removeImported(tx, file, units);
      if (rows === 0) throw new ProblemError('not-found');
      const details = { rows, file: shortHash(file) };
      const line = { account: account.id, unit: account.unit, subject: null, details };
      await note(tx, audited(deps, { ...line, what: 'old-results-removed' }));
    });
    return c.json(await store.snapshot((read) => tablesOf(read, caller)));
  });
  return routes;
}

/** Forms that a table of the tree may be of: those of its own and of the program. */
async function formsOf(read: Reader, tree: Tree): Promise<KnownForm[]> {
  return knownForms((await versionsOf(read, tree)).map(({ questionnaire }) => questionnaire));
}

const shortHash = (sha256: string) => sha256.slice(0, 12);

function methodOf(c: Context): Method {
  const pick = <T extends string>(list: readonly T[], asked: string): T => {
    const found = list.find((one) => one === asked);
    if (found === undefined) throw new ProblemError('malformed');
    return found;
  };
  return {
    statistic: pick(STATISTICS, c.req.query('statistic') ?? 'top2'),
    aggregation: pick(AGGREGATIONS, c.req.query('aggregation') ?? 'pooled'),
  };
}

async function tablesOf(read: Reader, { scope }: Caller): Promise<ImportedTables> {
  const units = new Map(scope.units.map((unit) => [unit.id, unit]));
  const marks = await importedMarks(read, [...units.keys()]);
  const names = await namesOf(read, [...new Set(marks.map(({ account }) => account))]);
  const forms = await formsOf(read, scope.tree);
  return {
    tables: marks.map(({ unit, period, questionnaire, version, forms: n, file, day, account, reason }) => ({
      unit: { id: unit, name: units.get(unit)!.name },
      period,
      formName: forms.find((form) => form.id === questionnaire && form.version === version)?.name ?? {
        vi: codeOf({ id: questionnaire, version }),
        en: codeOf({ id: questionnaire, version }),
      },
      forms: n >= MIN_N ? n : null,
      file,
      day,
      by: names.get(account) ?? null,
      reason,
    })),
    forms: forms.map((form) => ({
      form: { id: form.id, version: form.version },
      code: codeOf(form),
      name: form.name,
      items: numbersIn(form).length,
    })),
  };
}
