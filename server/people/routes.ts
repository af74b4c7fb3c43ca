import { type Context, Hono } from 'hono';
import { hasRight, mayGive, needsSecondFactor } from '../../shared/role-rights.ts';
import {
  InviteSchema,
  type InvitationRow,
  type NewLink,
  type People,
  type PersonRow,
  PersonSchema,
} from '../../shared/wire/manage-people.ts';
import { NothingSchema } from '../../shared/wire/manage-requests.ts';
import { ROLES } from '../../shared/wire/overview.ts';
import { audited } from '../audited.ts';
import { type Caller, createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { invalid, ProblemError } from '../problem.ts';
import { readForm, readJson } from '../read-json.ts';
import { LIMITS } from '../session-limits.ts';
import { LINK_MS, newAccountLink } from '../set-up.ts';
import { closeAccount, endAccess, setSecondFactor, type StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import {
  accountsIn,
  changeAccount,
  dropInvitation,
  invitationsIn,
  isLastAdministrator,
  reopenAccount,
} from '../store/listed-accounts.ts';
import { hasEndedBy } from '../store/organisation.ts';
import { retirePhonesOf } from '../store/staff-phones.ts';
import type { Reader, Tx } from '../store/store.ts';

const MOST_BYTES = 4 * 1024;

type Details = Record<string, string | number | boolean>;

/**
 * Accounts of the scope. Nobody gives, or looks after, a role with more rights than the own one; nobody shuts
 * themselves out; a top unit keeps an administrator.
 */
export function peopleRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const { store, random } = deps;

  const begin = createBegin(deps, guards, 'people');
  async function rowsOf(read: Reader, { account, scope }: Caller): Promise<PersonRow[]> {
    const units = new Map(scope.units.map(({ id, name, tree }) => [id, { id, name, tree }]));
    const rows = await accountsIn(read, [...units.keys()], deps.clock(), LIMITS);
    return rows.map((row) => {
      const unit = units.get(row.unit)!;
      const mayChange = mayGive(account, row.role);
      return {
        ...row,
        email: mayChange ? row.email : null,
        unit,
        needsSecondFactor: needsSecondFactor(row.role, unit.tree),
        isSelf: row.id === account.id,
        mayChange,
      };
    });
  }
  /** The person as of this transaction: of two people who act at once the second sees what the first has done. */
  async function personIn(tx: Tx, caller: Caller, id: string): Promise<PersonRow> {
    const person = (await rowsOf(tx, caller)).find((row) => row.id === id);
    if (!person) throw new ProblemError('not-found');
    if (!person.mayChange) throw new ProblemError('forbidden');
    return person;
  }
  const write = (
    tx: Tx,
    { account }: Caller,
    line: { what: string; unit: string; subject: string | null },
    details: Details = {},
  ) => note(tx, audited(deps, { account: account.id, ...line, details }));
  async function newLink(
    tx: Tx,
    { account }: Caller,
    link: Omit<Parameters<typeof newAccountLink>[1], 'at' | 'by'>,
    word: 'invite' | 'reset',
  ): Promise<NewLink> {
    const now = deps.clock();
    const secret = await newAccountLink(tx, { ...link, by: account.id, at: now }, random);
    return { address: `${deps.publicUrl}/dashboard/#${word}=${secret}`, now, expires: now + link.livesMs };
  }

  routes.get('/people', async (c) => {
    const caller = await begin(c);
    const { account, scope } = caller;
    const people = await rowsOf(store.read, caller);
    const units = new Map(scope.units.map(({ id, name, tree }) => [id, { id, name, tree }]));
    const open = await invitationsIn(store.read, [...units.keys()], deps.clock());
    const invitations = open.map(
      (row): InvitationRow => ({ ...row, unit: units.get(row.unit)!, mayChange: mayGive(account, row.role) }),
    );
    return c.json({
      people,
      invitations,
      mayGive: ROLES.filter((role) => mayGive(account, role)),
    } satisfies People);
  });

  routes.post('/people/invitations', async (c) => {
    const caller = await begin(c);
    const { role, unit } = await readForm(c, InviteSchema, MOST_BYTES);
    checkGift(caller, role, unit);
    const made = await store.write(async (tx) => {
      await write(tx, caller, { what: 'account-invited', unit, subject: null }, { role });
      return newLink(
        tx,
        caller,
        { kind: 'account', subject: unit, role, livesMs: LINK_MS.invitation },
        'invite',
      );
    });
    return c.json(made);
  });

  routes.delete('/people/invitations/:id', async (c) => {
    const caller = await begin(c);
    const id = c.req.param('id');
    await store.write(async (tx) => {
      const units = caller.scope.units.map((unit) => unit.id);
      const invitation = (await invitationsIn(tx, units, deps.clock())).find((row) => row.id === id);
      if (!invitation || !(await dropInvitation(tx, id))) throw new ProblemError('not-found');
      const { unit, role } = invitation;
      if (!mayGive(caller.account, role)) throw new ProblemError('forbidden');
      await write(tx, caller, { what: 'invitation-revoked', unit, subject: null }, { role });
    });
    return c.body(null, 204);
  });

  routes.put('/people/:id', async (c) => {
    const caller = await begin(c);
    const change = await readForm(c, PersonSchema, MOST_BYTES);
    const id = c.req.param('id');
    const changed = await store.write(async (tx) => {
      const person = await personIn(tx, caller, id);
      const moves = change.role !== person.role || change.unit !== person.unit.id;
      if (moves) {
        if (person.isSelf) throw invalid(change.role === person.role ? 'unit' : 'role', 'not-allowed');
        checkGift(caller, change.role, change.unit);
        if (await isLastAdministrator(tx, id)) throw new ProblemError('not-possible');
      }
      const email = change.email === undefined ? person.email : change.email;
      await changeAccount(tx, id, { ...change, email });
      // rights that were taken away end now with what they opened, and a role that needs a second factor asks for it
      const ended = moves ? await endAccess(tx, id, deps.clock()) : { sessions: 0, tokens: 0 };
      const phones = hasRight(change, 'collect') ? 0 : await retirePhonesOf(tx, id, deps.clock());
      await write(
        tx,
        caller,
        { what: 'account-changed', unit: change.unit, subject: id },
        {
          ...(change.name !== person.name && { nameBefore: person.name }),
          // whether it changed, not to what: the log is read by others
          ...(email !== person.email && { email: email !== null }),
          ...(change.role !== person.role && { role: change.role, roleBefore: person.role }),
          ...(change.unit !== person.unit.id && { unit: change.unit, unitBefore: person.unit.id }),
          ...(ended.sessions > 0 && { sessions: ended.sessions }),
          ...(ended.tokens > 0 && { tokens: ended.tokens }),
          ...(phones > 0 && { phones }),
        },
      );
      return personIn(tx, caller, id);
    });
    return c.json(changed);
  });

  routes.post('/people/:id/close', (c) =>
    act(c, async (tx, caller, { id, unit, closed, signedIn }) => {
      if (closed || (await isLastAdministrator(tx, id))) throw new ProblemError('not-possible');
      const { phones, tokens } = await closeAccount(tx, id, deps.clock());
      const details = { sessions: signedIn, ...(phones > 0 && { phones }), ...(tokens > 0 && { tokens }) };
      await write(tx, caller, { what: 'account-closed', unit: unit.id, subject: id }, details);
    }),
  );

  routes.post('/people/:id/reopen', (c) =>
    act(c, async (tx, caller, { id, unit, closed }) => {
      if (!closed) throw new ProblemError('not-possible');
      await reopenAccount(tx, id);
      await write(tx, caller, { what: 'account-reopened', unit: unit.id, subject: id });
    }),
  );

  routes.post('/people/:id/second-factor', (c) =>
    act(c, async (tx, caller, { id, unit, secondFactor, signedIn }) => {
      if (!secondFactor) throw new ProblemError('not-possible');
      await setSecondFactor(tx, id, null);
      const line = { what: 'second-factor-off', unit: unit.id, subject: id };
      await write(tx, caller, line, { sessions: signedIn });
    }),
  );

  routes.post('/people/:id/password', async (c) => {
    const caller = await begin(c);
    await readJson(c, NothingSchema, MOST_BYTES);
    const made = await store.write(async (tx) => {
      const { id, unit, closed, isSelf } = await personIn(tx, caller, c.req.param('id'));
      if (closed || isSelf) throw new ProblemError('not-possible');
      await write(tx, caller, { what: 'password-link', unit: unit.id, subject: id });
      return newLink(tx, caller, { kind: 'password', subject: id, livesMs: LINK_MS.soon }, 'reset');
    });
    return c.json(made);
  });

  /** One of the acts on a person who is not oneself; answers with the person afterwards. */
  async function act(c: Context, work: (tx: Tx, caller: Caller, person: PersonRow) => Promise<void>) {
    const caller = await begin(c);
    await readJson(c, NothingSchema, MOST_BYTES);
    const id = c.req.param('id') ?? '';
    const after = await store.write(async (tx) => {
      const person = await personIn(tx, caller, id);
      if (person.isSelf) throw new ProblemError('not-possible');
      await work(tx, caller, person);
      return personIn(tx, caller, id);
    });
    return c.json(after);
  }
  return routes;
}

function checkGift({ account, scope, today }: Caller, role: (typeof ROLES)[number], unit: string): void {
  if (!mayGive(account, role)) throw invalid('role', 'not-allowed');
  if (!scope.units.some((one) => one.id === unit && !hasEndedBy(one, today)))
    throw invalid('unit', 'unknown');
}
