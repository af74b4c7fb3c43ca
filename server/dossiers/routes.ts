import { type Context, Hono } from 'hono';
import { spansBetween } from '../../shared/dossier-spans.ts';
import { addDays } from '../../shared/period.ts';
import {
  COLUMNS_OF,
  type DossierImport,
  type DossierOverview,
  type DossierSource,
  type FaultList,
  FILE_MOST_BYTES,
  FILE_TYPE,
  ImportAskedSchema,
  isInWork,
  type Mapping,
  MappingSchema,
} from '../../shared/wire/dossier-requests.ts';
import { audited } from '../audited.ts';
import { type Caller, createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { createElsewhere } from '../elsewhere.ts';
import { invalid, ProblemError } from '../problem.ts';
import { readJson, readUpload } from '../read-json.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import { addCounts, dossierStatistics, ZERO } from '../store/dossier-figures.ts';
import { importsOf, removeImport, rowsOfImports } from '../store/dossier-imports.ts';
import { fieldsOf } from '../store/fields.ts';
import { hasEndedBy } from '../store/organisation.ts';
import { retentionRules } from '../store/retention.ts';
import { namesOf } from '../store/names-of.ts';
import type { Reader } from '../store/store.ts';
import { createFileSteps } from './file-steps.ts';
import { placesIn } from './ground.ts';
import { createHeldFiles, HELD_MS, type HeldFile } from './held-files.ts';
import { createReadingThread } from './reading-thread.ts';

const MOST_BYTES = 256 * 1024;
/** Of the table of months: a year and the month that runs. */
const DAYS_SHOWN = 365;

/** Lists and statistics of dossiers: files that are looked at, taken in, and taken away again. */
export function dossierRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const { store } = deps;
  const begin = createBegin(deps, guards, 'dossiers');
  const files = createHeldFiles(deps.random);
  const steps = createFileSteps(deps, createReadingThread());
  const elsewhere = createElsewhere(deps, 'dossier files');
  routes.use('/dossiers/files/:id/*', elsewhere.passOn(files.holds));

  const fileOf = (c: Context, { account }: Caller): HeldFile => {
    const file = files.of(account.id, c.req.param('id') ?? '');
    if (!file) throw new ProblemError('not-found');
    return file;
  };
  const idle = (file: HeldFile): HeldFile => {
    if (isInWork(file.state) || file.bytes.length === 0) throw new ProblemError('not-possible');
    return file;
  };

  routes.get('/dossiers', async (c) => {
    const caller = await begin(c);
    return c.json(await store.snapshot((read) => overviewOf(read, caller)));
  });

  routes.post('/dossiers/files', async (c) => {
    const caller = await begin(c);
    const bytes = await readUpload(c, FILE_TYPE, FILE_MOST_BYTES);
    const file = files.add(caller.account.id, bytes);
    await elsewhere.hold(file.state.id, HELD_MS);
    void steps.look(file, caller);
    return c.json(file.state);
  });

  routes.get('/dossiers/files/:id', async (c) => c.json(fileOf(c, await begin(c)).state));

  routes.get('/dossiers/files/:id/faults', async (c) => {
    const { faults } = fileOf(c, await begin(c));
    return c.json({ faults } satisfies FaultList);
  });

  routes.post('/dossiers/files/:id/check', async (c) => {
    const caller = await begin(c);
    const file = idle(fileOf(c, caller));
    if (!file.state.look) throw new ProblemError('not-possible');
    const mapping = await readJson(c, MappingSchema, MOST_BYTES);
    judgeMapping(mapping, file, caller);
    void steps.check(file, caller, mapping);
    return c.json(file.state);
  });

  routes.post('/dossiers/files/:id/import', async (c) => {
    const caller = await begin(c);
    const file = idle(fileOf(c, caller));
    const asked = await readJson(c, ImportAskedSchema, MOST_BYTES);
    const { checked } = file.state;
    if (!checked || (checked.faulty > 0 && !asked.leaveFaulty)) throw new ProblemError('not-possible');
    if (asked.covers && asked.covers.to < asked.covers.from) throw invalid('covers.to', 'order');
    void steps.take(file, caller, asked);
    return c.json(file.state);
  });

  routes.delete('/dossiers/files/:id', async (c) => {
    files.drop(fileOf(c, await begin(c)).state.id);
    return c.body(null, 204);
  });

  routes.post('/dossiers/imports/:id/remove', async (c) => {
    const caller = await begin(c);
    const { account, scope } = caller;
    await store.write(async (tx) => {
      const id = c.req.param('id');
      const one = (
        await importsOf(
          tx,
          scope.units.map((unit) => unit.id),
        )
      ).find((known) => known.id === id);
      if (!one) throw new ProblemError('not-found');
      const rows = await removeImport(tx, id);
      await note(
        tx,
        audited(deps, {
          account: account.id,
          unit: one.unit,
          what: 'dossiers-removed',
          subject: null,
          details: { kind: one.kind, day: one.day, rows },
        }),
      );
    });
    return c.json(await store.snapshot((read) => overviewOf(read, caller)));
  });
  return routes;
}

/** Columns of the other kind, columns beyond the headings, or a place that is not the caller's. */
function judgeMapping({ kind, columns, place }: Mapping, file: HeldFile, { scope }: Caller): void {
  const names: readonly string[] = COLUMNS_OF[kind];
  const width = file.state.look!.headers.length;
  for (const [name, at] of Object.entries(columns))
    if (!names.includes(name) || at === undefined || at >= width) throw invalid(`columns.${name}`, 'wrong');
  const known = kind === 'list' ? placesIn(scope) : scope.units;
  if (place !== null && !known.some(({ id }) => id === place)) throw invalid('place', 'unknown');
}

async function overviewOf(read: Reader, { scope, today }: Caller): Promise<DossierOverview> {
  const units = scope.units.map(({ id }) => id);
  const imports = await importsOf(read, units);
  const names = await namesOf(read, [...new Set(imports.flatMap(({ account }) => account ?? []))]);
  const rows = await rowsOfImports(read);
  const spans = spansBetween(addDays(today, -DAYS_SHOWN), today, 'month').toReversed();
  const figures = await dossierStatistics(read, units, spans, { field: null, today });
  const months = spans.flatMap((span) => {
    const known = figures.filter((one) => one.span === span.id && one.source !== null);
    if (known.length === 0) return [];
    const counts = known.reduce((sum, one) => addCounts(sum, one), ZERO);
    const sources = [...new Set(known.map(({ source }) => source))] as DossierSource[];
    return [{ month: span.id, sources, ...counts }];
  });
  const rules = await retentionRules(read);
  const nameOf = new Map(scope.units.map(({ id, name }) => [id, name]));
  return {
    keeps: { phoneDays: rules.dossierPhoneDays, months: rules.dossierMonths },
    imports: imports.map(
      ({ id, kind, day, account, added, changed, same, left, covers }): DossierImport => ({
        id,
        kind,
        day,
        added,
        changed,
        same,
        left,
        covers,
        by: names.get(account ?? '') ?? null,
        rows: rows.get(id) ?? 0,
      }),
    ),
    months,
    units: scope.units.filter((unit) => !hasEndedBy(unit, today)).map(({ id, name }) => ({ id, name })),
    points: placesIn(scope).map(({ id, name, unit }) => ({ id, name, unit: nameOf.get(unit) ?? name })),
    fields: (await fieldsOf(read, scope.tree)).map(({ code, name }) => ({ code, name })),
  };
}
