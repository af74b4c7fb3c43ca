import { type Context, Hono } from 'hono';
import { hasRight, RIGHT_OF_SCOPE } from '../../shared/role-rights.ts';
import { uuid4 } from '../../shared/ids.ts';
import { addDays } from '../../shared/period.ts';
import {
  API_SCOPES,
  type ApiScope,
  type NewToken,
  TOKEN_DAYS_MOST,
  TOKEN_PREFIX,
  type TokenList,
  type TokenRow,
  TokenSchema,
} from '../../shared/wire/api-tokens.ts';
import { NothingSchema } from '../../shared/wire/manage-requests.ts';
import { audited } from '../audited.ts';
import { type Caller, createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { invalid, ProblemError } from '../problem.ts';
import { readForm, readJson } from '../read-json.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import { accountsByIds, type StoredAccount } from '../store/accounts.ts';
import { addToken, revokeToken, type StoredToken, tokensOf } from '../store/stored-tokens.ts';
import { note } from '../store/audit.ts';
import { hasEndedBy } from '../store/organisation.ts';
import type { Reader } from '../store/store.ts';

const MOST_BYTES = 4 * 1024;

/** Access codes of programs: made by who looks after people, shown once, listed with the day of the last use, revoked. */
export function tokenRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const { store, random } = deps;
  const begin = createBegin(deps, guards, 'people');

  routes.get('/tokens', async (c) => {
    const caller = await begin(c);
    return c.json({
      today: caller.today,
      tokens: await rowsOf(store.read, caller),
      scopes: scopesOf(caller.account),
    } satisfies TokenList);
  });

  routes.post('/tokens', async (c) => {
    const caller = await begin(c);
    const { account, scope, today } = caller;
    const asked = await readForm(c, TokenSchema, MOST_BYTES);
    const scopes = API_SCOPES.filter((one) => asked.scopes.includes(one));
    if (scopes.some((one) => !scopesOf(account).includes(one))) throw invalid('scopes', 'not-allowed');
    if (!scope.units.some((one) => one.id === asked.unit && !hasEndedBy(one, today)))
      throw invalid('unit', 'unknown');
    if (asked.until < today) throw invalid('until', 'too-early');
    if (asked.until > addDays(today, TOKEN_DAYS_MOST)) throw invalid('until', 'too-late');
    const secret = `${TOKEN_PREFIX}${newSecret(random)}`;
    const id = uuid4(random);
    const { name, unit, until } = asked;
    const token = await store.write(async (tx) => {
      const line = { id, name, unit, scopes, until, made: today, madeBy: account.id };
      await addToken(tx, { ...line, secretSha256: hashSecret(secret) });
      const details = { name, scopes: scopes.join(', '), until };
      await note(tx, audited(deps, { account: account.id, unit, what: 'token-made', subject: id, details }));
      return rowIn(tx, caller, id);
    });
    return c.json({ token, secret, base: `${deps.publicUrl}/api/v1` } satisfies NewToken);
  });

  routes.post('/tokens/:id/revoke', async (c) => {
    const caller = await begin(c);
    await readJson(c, NothingSchema, MOST_BYTES);
    const id = c.req.param('id');
    const token = await store.write(async (tx) => {
      const { name, unit } = await rowIn(tx, caller, id);
      if (!(await revokeToken(tx, id, caller.today))) throw new ProblemError('not-possible');
      const line = { account: caller.account.id, unit: unit.id, what: 'token-revoked', subject: id };
      await note(tx, audited(deps, { ...line, details: { name } }));
      return rowIn(tx, caller, id);
    });
    return c.json(token);
  });
  return routes;
}

const scopesOf = (account: StoredAccount): ApiScope[] =>
  API_SCOPES.filter((scope) => hasRight(account, RIGHT_OF_SCOPE[scope]));

async function rowsOf(read: Reader, { scope, today }: Caller): Promise<TokenRow[]> {
  const units = new Map(scope.units.map(({ id, name, tree }) => [id, { id, name, tree }]));
  const tokens = await tokensOf(read, [...units.keys()]);
  const makers = await accountsByIds(read, [...new Set(tokens.map(({ madeBy }) => madeBy))]);
  return tokens.map(({ madeBy, unit, ...token }) => ({
    ...token,
    unit: units.get(unit)!,
    state: stateOf(token, today),
    maker: makers.find(({ id }) => id === madeBy)?.name ?? null,
  }));
}

async function rowIn(read: Reader, caller: Caller, id: string): Promise<TokenRow> {
  const row = (await rowsOf(read, caller)).find((one) => one.id === id);
  if (!row) throw new ProblemError('not-found');
  return row;
}

function stateOf(
  { revoked, until }: Pick<StoredToken, 'revoked' | 'until'>,
  today: string,
): TokenRow['state'] {
  if (revoked !== null) return 'revoked';
  return until < today ? 'expired' : 'active';
}
