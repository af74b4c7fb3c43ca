import { type Context, Hono } from 'hono';
import { uuid4 } from '../../shared/ids.ts';
import { localDay } from '../../shared/period.ts';
import { faultsOf } from '../../shared/set-up-rules.ts';
import type { Account } from '../../shared/wire/overview.ts';
import {
  AskFactorSchema,
  BeginSchema,
  DraftSchema,
  FirstAccountSchema,
  type Place,
  type SetUpState,
} from '../../shared/wire/first-run.ts';
import { audited } from '../audited.ts';
import { COMMON_FIELDS, COMMUNE_FIELDS } from '../common-fields.ts';
import type { Deps } from '../deps.ts';
import { newPendingFactor, readPendingFactor } from '../pending-factor.ts';
import { communesOf, provinces } from '../place-catalogue.ts';
import { invalid, InvalidError, ProblemError } from '../problem.ts';
import { readForm, readJson } from '../read-json.ts';
import { hashPassword, hashSecret } from '../secrets.ts';
import { beginSetUp, closeSetUp, isSetUpOpen } from '../set-up-link.ts';
import { keepRest } from '../set-up-rest.ts';
import {
  accountById,
  accountByLogin,
  addAccount,
  setSecondFactor,
  type StoredAccount,
} from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import { demoContents } from '../store/demo-contents.ts';
import type { Tx } from '../store/store.ts';
import type { AddressThrottle, Throttle } from '../throttle.ts';
import { stepOfCode } from '../totp.ts';
import { dropDraft, keepDraft, keptDraft } from './kept-draft.ts';
import { layOffice } from './lay-office.ts';
import type { SetUpSession } from './set-up-session.ts';

/** A draft with every list full. */
const DRAFT_MOST_BYTES = 256 * 1024;
const MOST_BYTES = 4 * 1024;

export interface FirstRunGuards {
  readonly setUp: SetUpSession;
  /** Of one-time links, by address. */
  readonly links: AddressThrottle;
  readonly addressOf: (c: Context) => string;
  readonly confirmations: Throttle;
  /** Signs the first account in, and says what it learns about itself. */
  readonly enter: (c: Context, account: StoredAccount) => Promise<Account>;
}

/** From the link to the first account: whoever holds the link fills in a draft, and the account makes it real. */
export function firstRunRoutes(deps: Deps, guards: FirstRunGuards): Hono {
  const routes = new Hono();
  const { store, random } = deps;
  const { setUp } = guards;
  const slowDown = (waitSeconds: number) => {
    if (waitSeconds > 0) throw new ProblemError('too-many', waitSeconds);
  };
  const log = (tx: Tx, line: { what: string; unit?: string; account?: string; details?: Details }) => {
    const { unit = null, account = null, details = {} } = line;
    return note(tx, audited(deps, { account, unit, what: line.what, subject: account, details }));
  };

  routes.post('/set-up/session', async (c) => {
    slowDown(await guards.links.take(guards.addressOf(c)));
    const { secret } = await readJson(c, BeginSchema, MOST_BYTES);
    const token = await store.write(async (tx) => {
      const made = await beginSetUp(tx, secret, deps.clock(), random);
      if (made !== undefined) await log(tx, { what: 'set-up-begun' });
      return made;
    });
    if (token === undefined) throw new ProblemError('link-used');
    setUp.write(c, token);
    return c.body(null, 204);
  });

  routes.post('/set-up/draft', async (c) => {
    await setUp.token(c);
    const draft = await readForm(c, DraftSchema, DRAFT_MOST_BYTES);
    await store.write(async (tx) => {
      await stillOpen(tx);
      await keepDraft(tx, draft);
    });
    return c.body(null, 204);
  });

  routes.get('/set-up/provinces/:code', async (c) => {
    await setUp.token(c);
    return c.json(communesOf(c.req.param('code')).map(placeOf));
  });

  routes.post('/set-up/second-factor', async (c) => {
    const token = await setUp.token(c);
    const { login } = await readForm(c, AskFactorSchema, MOST_BYTES);
    if (await accountByLogin(store.read, login)) throw invalid('login', 'taken');
    return c.json(newPendingFactor(deps, { account: hashSecret(token), login }));
  });

  routes.post('/set-up/office', async (c) => {
    const token = await setUp.token(c);
    const given = await readForm(c, FirstAccountSchema, MOST_BYTES);
    slowDown(await guards.confirmations.take('set-up'));
    const secret = readPendingFactor(deps, given.pending, hashSecret(token));
    const step = stepOfCode(secret, given.code, deps.clock());
    if (step === undefined) throw new ProblemError('wrong-code');
    const password = await hashPassword(given.password, random);
    const account = await store.write(async (tx) => {
      await stillOpen(tx);
      const draft = await keptDraft(tx);
      const faults = faultsOf(draft);
      if (faults.length > 0) throw new InvalidError(faults);
      const { login, name } = given;
      if (await accountByLogin(tx, login)) throw invalid('login', 'taken');
      const {
        top: unit,
        office,
        counts,
      } = await layOffice(tx, draft, {
        day: localDay(deps.clock()),
        random,
      });
      const id = uuid4(random);
      const role = 'administrator';
      await addAccount(tx, { id, login, name, role, unit, password });
      await setSecondFactor(tx, id, { locked: deps.keys.lock(secret), step });
      await log(tx, { what: 'office-set-up', unit: office, account: id, details: counts });
      await log(tx, { what: 'account-added', unit, account: id, details: { role, login } });
      await log(tx, { what: 'second-factor-on', unit, account: id });
      await closeSetUp(tx);
      await dropDraft(tx);
      await keepRest(tx, { unit, office, tablet: null });
      return (await accountById(tx, id))!;
    });
    setUp.end(c);
    return c.json(await guards.enter(c, account));
  });

  async function stillOpen(tx: Tx): Promise<void> {
    if (!(await isSetUpOpen(tx))) throw new ProblemError('not-possible');
  }
  return routes;
}

type Details = Readonly<Record<string, string | number>>;

/** What the pages see while the draft is filled in. */
export async function organisationState(deps: Pick<Deps, 'store'>): Promise<SetUpState> {
  const { read } = deps.store;
  return {
    stage: 'organisation',
    draft: await keptDraft(read),
    provinces: provinces().map(placeOf),
    fields: COMMON_FIELDS.map(({ code, name }) => ({ code, name, isUsual: COMMUNE_FIELDS.includes(code) })),
    demo: await demoContents(read),
  };
}

const placeOf = ({ code, kind, name }: Place): Place => ({ code, kind, name });
