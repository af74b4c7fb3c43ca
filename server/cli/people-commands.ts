import type { RandomBytes } from '../../shared/ids.ts';
import { type Role, ROLES } from '../../shared/wire/overview.ts';
import { audited } from '../audited.ts';
import type { Said } from '../said/said.ts';
import type { OperatorWords } from '../said/words-vi.ts';
import { LIMITS } from '../session-limits.ts';
import { LINK_MS, newAccountLink } from '../set-up.ts';
import { isSetUpOpen, newSetUpLink } from '../set-up-link.ts';
import { accountByLogin, closeAccount, setSecondFactor, type StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import { allUnits, type Unit } from '../store/organisation.ts';
import type { Store } from '../store/store.ts';
import { accountsIn, isLastAdministrator, reopenAccount } from '../store/listed-accounts.ts';
import { CallFault, sayOne } from './call-fault.ts';

/** Who may sign in: invitations, forgotten passwords, lost phones, people who have left. */

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
) => Promise<Said>;

export const people: Readonly<Record<string, PeopleCommand>> = {
  async accounts({ store, clock }) {
    const units = new Map((await allUnits(store.read)).map(({ id, name }) => [id, name.vi]));
    if (units.size === 0) throw new CallFault(({ people: words }) => words.noOffice);
    const found = await accountsIn(store.read, [...units.keys()], clock(), LIMITS);
    const accounts = found.toSorted((a, b) => a.login.localeCompare(b.login));
    return ({ people: words }) =>
      accounts
        .map(({ login, name, role, unit, closed, secondFactor, lastSignIn }) =>
          [
            words.account(login, name, words.roles[role], units.get(unit) ?? unit),
            ...(secondFactor ? [words.secondFactor] : []),
            lastSignIn === null ? words.neverSignedIn : words.signedIn(lastSignIn),
            ...(closed ? [words.isClosed] : []),
          ].join(', '),
        )
        .join('\n') || words.noAccounts;
  },

  async 'set-up-link'({ store, base, random, clock }) {
    const secret = await store.write(async (tx) => {
      if (!(await isSetUpOpen(tx))) return undefined;
      const line = { account: null, unit: null, subject: null, details: { by: 'operator' } };
      await note(tx, audited({ clock, random }, { ...line, what: 'set-up-link' }));
      return newSetUpLink(tx, clock(), random);
    });
    if (secret === undefined) throw new CallFault(({ people: words }) => words.setUpClosed);
    return ({ people: words }) => words.setUpLink(`${base}/dashboard/#set-up=${secret}`);
  },

  async administrator(place, [id]) {
    const tops = (await allUnits(place.store.read)).filter((unit) => unit.parent === null);
    const top = tops.length === 1 ? tops[0] : tops.find((unit) => unit.id === id);
    if (tops.length === 0) throw new CallFault(({ people: words }) => words.noOffice);
    const choice: Said = (words) => words.people.oneOf(listed(tops)(words));
    if (!top && id) throw new CallFault(choice);
    if (!top) return choice;
    return invitation(place, top, undefined);
  },

  async invite(place, [id], { role }) {
    const units = await allUnits(place.store.read);
    if (!id) return (words) => listed(units)(words).join('\n') || words.people.noOffice;
    const unit = units.find((candidate) => candidate.id === id);
    if (!unit) throw new CallFault(({ call }) => call.noUnit(id));
    const known = ROLES.find((candidate) => candidate === role);
    if (!known) throw new CallFault(({ people: words }) => words.sayRole(ROLES));
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
    return ({ people: words }) => words.passwordLink(account.name, `${base}/dashboard/#reset=${secret}`);
  },

  async 'second-factor'(place, [word, login]) {
    if (word !== 'reset') throw new CallFault(sayOne('second-factor reset'));
    const account = await accountNamed(place.store, login);
    await place.store.write(async (tx) => {
      await setSecondFactor(tx, account.id, null);
      await note(tx, audited(place, { ...by(account), what: 'second-factor-off' }));
    });
    return ({ people: words }) => words.factorReset(account.name);
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
    return ({ people: { wasLast: last, closed } }) => (wasLast ? last : closed)(account.login, account.name);
  },

  async reopen(place, [login]) {
    const account = await accountNamed(place.store, login);
    if (!account.closed) return ({ people: words }) => words.notClosed(account.login);
    await place.store.write(async (tx) => {
      await reopenAccount(tx, account.id);
      await note(tx, audited(place, { ...by(account), what: 'account-reopened' }));
    });
    return ({ people: words }) => words.reopened(account.name);
  },
};

const listed =
  (units: readonly Unit[]) =>
  ({ people: words }: OperatorWords): string[] =>
    units.map(({ id, name }) => words.unit(id, name.vi));

/** Acts of the operator have no account: whoever may run commands on the server. */
const by = ({ id, unit }: StoredAccount) => ({
  account: null,
  unit,
  subject: id,
  details: { by: 'operator' },
});

async function invitation(place: Place, unit: Unit, role: Role | undefined): Promise<Said> {
  const { store, base, random, clock } = place;
  const link = { kind: 'account', subject: unit.id, at: clock(), livesMs: LINK_MS.soon } as const;
  const secret = await store.write(async (tx) => {
    const details = { role: role ?? 'administrator', by: 'operator' };
    const line = { account: null, unit: unit.id, what: 'account-invited', subject: null, details };
    await note(tx, audited(place, line));
    return newAccountLink(tx, { ...link, ...(role && { role }) }, random);
  });
  const opens = `${base}/dashboard/#invite=${secret}`;
  return ({ people: words }) => words.invited(words.roles[role ?? 'administrator'], unit.name.vi, opens);
}

async function accountNamed(store: Store, login: string | undefined): Promise<StoredAccount> {
  if (!login) throw new CallFault(({ people: words }) => words.nameAccount);
  const account = await accountByLogin(store.read, login.toLowerCase());
  if (!account) throw new CallFault(({ people: words }) => words.noAccount);
  return account;
}
