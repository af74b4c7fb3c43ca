import type { ApiScope } from './wire/api-tokens.ts';
import type { Tree } from './wire/device.ts';
import type { Role } from './wire/overview.ts';

/** What a role may do, always inside the unit of the account and below it. The server decides; pages only follow. */
export type Right =
  | 'figures'
  | 'devices'
  | 'review'
  // units, service points, fields, campaigns, codes: what an office is made of
  | 'organise'
  | 'people'
  // shows a citizen at the counter the code of one answer
  | 'invite'
  // types in what citizens have marked on paper
  | 'key'
  // asks citizens face to face on a telephone that belongs to the account; sees no answer that was handed in
  | 'collect'
  // lists of dossiers with the numbers of citizens: who imports them; not who collects answers
  | 'dossiers'
  // stands by the figures of a closed period, for good
  | 'certify'
  // reads masked remarks and follows up cases: never whoever serves at a counter
  | 'cases'
  // shows figures of a unit to everybody, on a page without sign-in
  | 'publish'
  | 'settings'
  | 'audit'
  | 'export';

const OF_ROLE: Readonly<Record<Role, readonly Right[]>> = {
  administrator: [
    'figures',
    'devices',
    'review',
    'certify',
    'organise',
    'dossiers',
    'cases',
    'publish',
    'people',
    'invite',
    'key',
    'collect',
    'settings',
    'audit',
  ],
  manager: [
    'figures',
    'devices',
    'review',
    'certify',
    'organise',
    'dossiers',
    'cases',
    'publish',
    'invite',
    'key',
    'collect',
  ],
  // invites citizens to answer, asks them, keys what they wrote, and sees no figure of it
  staff: ['invite', 'key', 'collect'],
  // the only role to which rows leave the server
  auditor: ['figures', 'audit', 'export'],
  reader: ['figures'],
};

export function hasRight(account: { readonly role: Role }, right: Right): boolean {
  return OF_ROLE[account.role].includes(right);
}

/** Nobody hands out more than they have: a role is given, or looked after, by whoever has each of its rights. */
export function mayGive(account: { readonly role: Role }, role: Role): boolean {
  return OF_ROLE[role].every((right) => hasRight(account, right));
}

/** Who sees answers of real people, or decides about them, shows more than a password. Demo and training may. */
export function needsSecondFactor(role: Role, tree: Tree): boolean {
  return tree === 'real' && (hasRight({ role }, 'review') || hasRight({ role }, 'audit'));
}

/** Whoever makes an access code for a program has the right of each of its scopes: nobody hands out more than they have. */
export const RIGHT_OF_SCOPE: Readonly<Record<ApiScope, Right>> = {
  'figures:read': 'figures',
  'plans:read': 'organise',
  'devices:read': 'devices',
  'checks:read': 'review',
  'dossiers:read': 'dossiers',
  'cases:read': 'cases',
};
