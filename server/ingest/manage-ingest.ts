import { type Context, Hono } from 'hono';
import { localDay } from '../../shared/period.ts';
import { DecideSchema, ReattributionSchema } from '../../shared/wire/manage-requests.ts';
import { RESCUE_MOST_BYTES, RescueFileSchema } from '../../shared/wire/rescue.ts';
import { audited } from '../audited.ts';
import { createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { readJson } from '../read-json.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import { loadCatalogue } from '../store/catalogue.ts';
import { deviceById } from '../store/devices.ts';
import { addEntry } from '../store/entries.ts';
import { placeNamed } from '../store/quarantine.ts';
import { recordReattribution } from './record-reattribution.ts';
import { importRescue } from './import-rescue.ts';
import { type CohortName, decideCohort, heldCohorts } from './review-quarantine.ts';

/** What managers do about submissions that did not come the straight way: review, re-attribution, rescue files. */
export function manageIngestRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const { store } = deps;
  let importing = false;

  const toReview = createBegin(deps, guards, 'review');
  const toRescue = createBegin(deps, guards, 'devices');

  routes.get('/quarantine', async (c) => {
    const { scope } = await toReview(c);
    const cohorts = await store.snapshot(async (read) =>
      heldCohorts(read, scope, { ...deps, catalogue: await loadCatalogue(read), nowMs: deps.clock() }),
    );
    return c.json(cohorts);
  });

  routes.post('/quarantine/decide', async (c) => {
    const { account, scope } = await toReview(c);
    const asked = await readJson(c, DecideSchema, 4 * 1024);
    const { cohort, decision, reason } = asked;
    const decided = await store.write(async (tx) => {
      const judging = { ...deps, catalogue: await loadCatalogue(tx), nowMs: deps.clock() };
      const result = await decideCohort(tx, scope, asked, judging);
      if (result.decided === 0) return result;
      await record(tx, { account, cohort, decision, reason, count: result.decided });
      return result;
    });
    if (decided.decided + decided.left === 0) throw new ProblemError('not-found');
    return c.json(decided);
  });

  async function record(
    tx: Parameters<typeof addEntry>[0],
    made: {
      readonly account: StoredAccount;
      readonly cohort: CohortName;
      readonly decision: string;
      readonly reason: string;
      readonly count: number;
    },
  ): Promise<void> {
    const { account, cohort, decision, count } = made;
    const facts = { decision, ...cohort, count, because: made.reason };
    const at = deps.clock();
    await addEntry(tx, { kind: 'quarantine', day: localDay(at), by: account.id, facts: { ...facts, at } });
    const { id, unit } = account;
    await note(
      tx,
      audited(deps, {
        account: id,
        unit,
        what: `quarantine-${decision}`,
        subject: cohort.point,
        details: facts,
      }),
    );
  }

  routes.post('/reattributions', async (c) => {
    const { account, scope } = await toReview(c);
    const asked = await readJson(c, ReattributionSchema, 4 * 1024);
    const [from, to] = [scope.points.get(asked.from), scope.points.get(asked.to)];
    if (!from || !to) throw new ProblemError('not-found');
    const treeOf = (unit: string) => scope.units.find(({ id }) => id === unit)?.tree;
    if (treeOf(from.unit) !== treeOf(to.unit)) throw new ProblemError('not-possible');
    return c.json(await recordReattribution(deps, asked, { account: account.id, unit: account.unit }));
  });

  routes.post('/rescue', async (c) => {
    const { account, scope } = await toRescue(c);
    // a file is held in memory while it is opened: one at a time
    if (importing) throw new ProblemError('too-many', 30);
    importing = true;
    try {
      const file = await readJson(c, RescueFileSchema, RESCUE_MOST_BYTES);
      const content = deps.keys.openRescue(file);
      if (!content) throw new ProblemError('rescue-unreadable');
      const device = await deviceById(store.read, content.dev);
      if (!device?.assignments.some(({ servicePoint }) => scope.points.has(servicePoint)))
        throw new ProblemError('not-found');
      // anybody can encrypt to the public key: who imports answers for the places that it would count at
      const isForeign = (point: string | null) =>
        !scope.points.has(point ?? '') &&
        device.assignments.some(({ servicePoint }) => servicePoint === point);
      if (content.items.some(({ p }) => isForeign(placeNamed(p).point))) throw new ProblemError('forbidden');
      const result = await importRescue(deps, device, content);
      const { device: subject, ...details } = result;
      const { id, unit } = account;
      await store.write((tx) =>
        note(tx, audited(deps, { account: id, unit, what: 'rescue-import', subject, details })),
      );
      return c.json(result);
    } finally {
      importing = false;
    }
  });
  return routes;
}
