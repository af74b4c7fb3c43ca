import type { RandomBytes } from '../../shared/ids.ts';
import { type Role, ROLES } from '../../shared/wire/overview.ts';
import { audited } from '../audited.ts';
import { LIMITS } from '../session-limits.ts';
import { LINK_MS, newAccountLink } from '../set-up.ts';
import { isSetUpOpen, newSetUpLink } from '../set-up-link.ts';
import { accountByLogin, closeAccount, setSecondFactor, type StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import { allUnits, type Unit } from '../store/organisation.ts';
import type { Store } from '../store/store.ts';
import { accountsIn, isLastAdministrator, reopenAccount } from '../store/listed-accounts.ts';
import { CallFault } from './call-fault.ts';

/** Who may sign in: invitations, forgotten passwords, lost phones, people who have left. */

const NO_OFFICE = 'No office is set up yet: npm run sipas -- set-up-link';

interface Place {
  readonly store: Store;
  readonly base: string;
  readonly random: RandomBytes;
  readonly clock: () => number;
}
type PeopleCommand = (
  place: Place,
  words: readonly string[],
  flags: { readonly role: string },
) => Promise<string>;

export const people: Readonly<Record<string, PeopleCommand>> = {
  async accounts({ store, clock }) {
    const units = new Map((await allUnits(store.read)).map(({ id, name }) => [id, name.vi]));
    if (units.size === 0) throw new CallFault(NO_OFFICE);
    const found = await accountsIn(store.read, [...units.keys()], clock(), LIMITS);
    const lines = found
      .toSorted((a, b) => a.login.localeCompare(b.login))
      .map(({ login, name, role, unit, closed, secondFactor, lastSignIn }) =>
        [
          `  ${login}  ${name}  ${role}  ${units.get(unit)}`,
          ...(secondFactor ? ['second factor'] : []),
          lastSignIn === null ? 'never signed in' : `last signed in ${lastSignIn}`,
          ...(closed ? ['CLOSED'] : []),
        ].join(', '),
      );
    return lines.join('\n') || 'There are no accounts yet: npm run sipas -- administrator';
  },

  async 'set-up-link'({ store, base, random, clock }) {
    const secret = await store.write(async (tx) => {
      if (!(await isSetUpOpen(tx))) return undefined;
      const line = { account: null, unit: null, subject: null, details: { by: 'operator' } };
      await note(tx, audited({ clock, random }, { ...line, what: 'set-up-link' }));
      return newSetUpLink(tx, clock(), random);
    });
    if (secret === undefined) {
      throw new CallFault(
        'An office is set up already, so its set-up is closed. A new administrator: npm run sipas -- administrator',
      );
    }
    return `Open this within a day (it works once, and takes the place of an earlier link):\n${base}/dashboard/#set-up=${secret}`;
  },

  async administrator(place, [id]) {
    const tops = (await allUnits(place.store.read)).filter((unit) => unit.parent === null);
    const top = tops.length === 1 ? tops[0] : tops.find((unit) => unit.id === id);
    if (tops.length === 0) throw new CallFault(NO_OFFICE);
    if (!top) return `Name one of these units:\n${listed(tops)}`;
    return invitation(place, top, undefined);
  },

  async invite(place, [id], { role }) {
    const units = await allUnits(place.store.read);
    if (!id) return listed(units) || NO_OFFICE;
    const unit = units.find((candidate) => candidate.id === id);
    if (!unit) throw new CallFault(`There is no unit ${id}. "npm run sipas -- invite" lists them.`);
    const known = ROLES.find((candidate) => candidate === role);
    if (!known) throw new CallFault(`Say --role with one of: ${ROLES.join(', ')}.`);
    return invitation(place, unit, known);
  },

  async password(place, [login]) {
    const account = await accountNamed(place.store, login);
    const { store, base, random, clock } = place;
    const link = { kind: 'password', subject: account.id, at: clock(), livesMs: LINK_MS.soon } as const;
    const secret = await store.write(async (tx) => {
      await note(tx, audited(place, { ...by(account), what: 'password-link' }));
      return newAccountLink(tx, link, random);
    });
    return `${account.name} opens this within the hour (it works once):\n${base}/dashboard/#reset=${secret}`;
  },

  async 'second-factor'(place, [word, login]) {
    if (word !== 'reset') throw new CallFault('Say "second-factor reset NAME".');
    const account = await accountNamed(place.store, login);
    await place.store.write(async (tx) => {
      await setSecondFactor(tx, account.id, null);
      await note(tx, audited(place, { ...by(account), what: 'second-factor-off' }));
    });
    return `${account.name} is signed out everywhere and sets up a new second factor at the next sign-in.`;
  },

  async close(place, [login]) {
    const account = await accountNamed(place.store, login);
    const wasLast = await place.store.write(async (tx) => {
      const isLast = await isLastAdministrator(tx, account.id);
      await closeAccount(tx, account.id, place.clock());
      await note(tx, audited(place, { ...by(account), what: 'account-closed' }));
      return isLast;
    });
    // pages refuse it; whoever runs commands here can make another administrator at once
    const next = wasLast ? ' It was the last administrator: npm run sipas -- administrator' : '';
    return `The account ${account.login} is closed. ${account.name} is signed out everywhere.${next}`;
  },

  async reopen(place, [login]) {
    const account = await accountNamed(place.store, login);
    if (!account.closed) return `The account ${account.login} is not closed.`;
    await place.store.write(async (tx) => {
      await reopenAccount(tx, account.id);
      await note(tx, audited(place, { ...by(account), what: 'account-reopened' }));
    });
    return `${account.name} may sign in again, with the password of before.`;
  },
};

const listed = (units: readonly Unit[]) => units.map((unit) => `  ${unit.id}  ${unit.name.vi}`).join('\n');

/** Acts of the operator have no account: whoever may run commands on the server. */
const by = ({ id, unit }: StoredAccount) => ({
  account: null,
  unit,
  subject: id,
  details: { by: 'operator' },
});

async function invitation(place: Place, unit: Unit, role: Role | undefined): Promise<string> {
  const { store, base, random, clock } = place;
  const link = { kind: 'account', subject: unit.id, at: clock(), livesMs: LINK_MS.soon } as const;
  const secret = await store.write(async (tx) => {
    const details = { role: role ?? 'administrator', by: 'operator' };
    const line = { account: null, unit: unit.id, what: 'account-invited', subject: null, details };
    await note(tx, audited(place, line));
    return newAccountLink(tx, { ...link, ...(role && { role }) }, random);
  });
  const who = role === undefined ? 'A new administrator' : `A new ${role}`;
  return `${who} of ${unit.name.vi} opens this within the hour (it works once):\n${base}/dashboard/#invite=${secret}`;
}

async function accountNamed(store: Store, login: string | undefined): Promise<StoredAccount> {
  const account = login ? await accountByLogin(store.read, login.toLowerCase()) : undefined;
  if (!account) {
    throw new CallFault(
      'There is no account of that name. "npm run sipas -- invite" makes a link for a new one.',
    );
  }
  return account;
}
