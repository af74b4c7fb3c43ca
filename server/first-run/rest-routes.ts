import { type Context, Hono } from 'hono';
import { typedCode, WALK_UP_CODE_LENGTH } from '../../shared/ids.ts';
import { localDay } from '../../shared/period.ts';
import { wholeName } from '../../shared/set-up-rules.ts';
import type { NewCode } from '../../shared/wire/manage.ts';
import { NothingSchema } from '../../shared/wire/manage-requests.ts';
import { FirstCampaignSchema, FirstTabletSchema, type SetUpState } from '../../shared/wire/first-run.ts';
import { audited } from '../audited.ts';
import type { Deps } from '../deps.ts';
import { CODE_MS } from '../enrolment-code.ts';
import { judgeDays } from '../judge-days.ts';
import { invalid, ProblemError } from '../problem.ts';
import { readForm, readJson } from '../read-json.ts';
import { requireRight } from '../rights.ts';
import { scopeOf } from '../scope.ts';
import { CURRENT, newDeviceCode, takesDevices } from '../set-up.ts';
import { dropRest, keepRest, keptRest, type Rest } from '../set-up-rest.ts';
import { newPin, pinVerifier } from '../staff-pin.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import { demoContents } from '../store/demo-contents.ts';
import { listDevices } from '../store/listed-devices.ts';
import { addCampaign, allCampaigns } from '../store/campaigns.ts';
import { addWalkUpCode, codesOfPoints, hasEndedBy, type ServicePoint } from '../store/organisation.ts';
import { removeTree } from '../store/remove-tree.ts';
import type { Tx } from '../store/store.ts';
import { organisationState } from './routes.ts';
import type { SetUpSession } from './set-up-session.ts';

const MOST_BYTES = 4 * 1024;

/** What is left once the first account exists: campaign and tablet, by that account; and the demo, by either. */
export function restRoutes(
  deps: Deps,
  guards: { readonly setUp: SetUpSession; readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const { store, random } = deps;

  async function begin(c: Context): Promise<{ account: StoredAccount; rest: Rest }> {
    const account = await guards.account(c);
    requireRight(account, 'settings');
    const rest = await keptRest(store.read);
    if (!rest || rest.unit !== account.unit) throw new ProblemError('not-found');
    return { account, rest };
  }
  const write = (
    tx: Tx,
    { id: account }: StoredAccount,
    line: {
      what: string;
      unit: string;
      subject: string;
      details?: Readonly<Record<string, string | number>>;
    },
  ) => note(tx, audited(deps, { account, details: {}, ...line }));

  routes.get('/set-up', async (c) => {
    if (await guards.setUp.find(c)) return c.json(await organisationState(deps));
    const { account, rest } = await begin(c);
    return c.json(await restState(deps, account, rest));
  });

  routes.post('/set-up/remove-demo', async (c) => {
    const byLink = await guards.setUp.find(c);
    const account = byLink === undefined ? (await begin(c)).account : undefined;
    await readJson(c, NothingSchema, MOST_BYTES);
    await store.write(async (tx) => {
      const { submissions } = await removeTree(tx, 'demo', localDay(deps.clock()));
      const who = { account: account?.id ?? null, unit: account?.unit ?? null };
      await note(
        tx,
        audited(deps, { ...who, what: 'demo-removed', subject: null, details: { count: submissions } }),
      );
    });
    return c.body(null, 204);
  });

  routes.post('/set-up/campaign', async (c) => {
    const { account, rest } = await begin(c);
    const given = await readForm(c, FirstCampaignSchema, MOST_BYTES);
    const { starts, ends, statistic } = given;
    const today = localDay(deps.clock());
    judgeDays(given, today);
    const { points } = await scopeOf(store.read, account, today);
    await store.write(async (tx) => {
      if ((await allCampaigns(tx)).some(({ unit }) => unit === rest.unit))
        throw new ProblemError('not-possible');
      const id = `c${typedCode(8, random).toLowerCase()}`;
      const name = wholeName(given.name);
      const { id: questionnaire, version } = CURRENT;
      const method = { statistic, aggregation: 'pooled' } as const;
      await addCampaign(tx, { id, unit: rest.unit, name, questionnaire, version, starts, ends, ...method });
      for (const [servicePoint, point] of points) {
        if (hasEndedBy(point, today)) continue;
        const code = typedCode(WALK_UP_CODE_LENGTH, random);
        await addWalkUpCode(tx, { code, servicePoint, field: null, campaign: id });
      }
      const details = { name: name.vi, starts };
      await write(tx, account, { what: 'campaign-added', unit: rest.unit, subject: id, details });
    });
    return c.json(await restState(deps, account, rest));
  });

  routes.post('/set-up/tablet', async (c) => {
    const { account, rest } = await begin(c);
    const { name, point: id } = await readForm(c, FirstTabletSchema, MOST_BYTES);
    const today = localDay(deps.clock());
    const point = (await scopeOf(store.read, account, today)).points.get(id);
    if (!point || hasEndedBy(point, today)) throw invalid('point', 'unknown');
    const pin = newPin(random);
    const verifier = await pinVerifier(pin, random);
    const at = deps.clock();
    const made = await store.write(async (tx) => {
      if (!(await takesDevices(tx, id, localDay(at)))) throw new ProblemError('not-possible');
      const asked = { name, servicePoint: id, tree: 'real', at, pin: verifier } as const;
      const { device, code } = await newDeviceCode(tx, asked, random);
      await keepRest(tx, { ...rest, tablet: device });
      const what = device === rest.tablet ? 'device-code' : 'device-added';
      await write(tx, account, { what, unit: point.unit, subject: device, details: { name } });
      return { device, code };
    });
    const address = `${deps.publicUrl}/kiosk/staff/#enrol=${made.code}`;
    return c.json({ ...made, address, now: at, expires: at + CODE_MS.real, pin } satisfies NewCode);
  });

  routes.post('/set-up/end', async (c) => {
    const { account, rest } = await begin(c);
    await readJson(c, NothingSchema, MOST_BYTES);
    await store.write(async (tx) => {
      await dropRest(tx);
      await write(tx, account, { what: 'set-up-ended', unit: rest.unit, subject: rest.office });
    });
    return c.body(null, 204);
  });
  return routes;
}

async function restState(deps: Deps, account: StoredAccount, rest: Rest): Promise<SetUpState> {
  const { read } = deps.store;
  const today = localDay(deps.clock());
  const { units, points } = await scopeOf(read, account, today);
  const open = [...points.values()].filter((point) => !hasEndedBy(point, today));
  const { id, name, tree } = units.find((unit) => unit.id === rest.office)!;
  const campaign = (await allCampaigns(read)).find(({ unit }) => unit === rest.unit);
  const codes = await codesOfPoints(read);
  const tablet = rest.tablet === null ? undefined : (await listDevices(read, rest.tablet))[0];
  return {
    stage: campaign ? 'tablet' : 'campaign',
    starts: campaign?.starts ?? null,
    office: { id, name, tree },
    points: placesOf(open).map(({ id: point, name: named }) => {
      const code = codes.get(point);
      return { id: point, name: named, address: code ? `${deps.publicUrl}/q/${code}` : null };
    }),
    tablet: tablet
      ? { id: tablet.id, name: tablet.name, isEnrolled: tablet.state !== 'new', accepted: tablet.accepted }
      : null,
    demo: await demoContents(read),
    today,
  };
}

/** Service points, each before its counters; a counter is told with its place, because two places may have a first one. */
function placesOf(points: readonly ServicePoint[]): Pick<ServicePoint, 'id' | 'name'>[] {
  const inOrder = points.toSorted((a, b) => a.name.vi.localeCompare(b.name.vi, 'vi', { numeric: true }));
  const tops = inOrder.filter(({ parent }) => parent === undefined);
  return tops.flatMap((top) => [
    top,
    ...inOrder
      .filter(({ parent }) => parent === top.id)
      .map(({ id, name }) => ({
        id,
        name: { vi: `${name.vi}, ${top.name.vi}`, en: `${name.en}, ${top.name.en}` },
      })),
  ]);
}
