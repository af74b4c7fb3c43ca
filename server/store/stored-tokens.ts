import type { ApiScope } from '../../shared/wire/api-tokens.ts';
import type { Reader, Tx } from './store.ts';

/** Access codes of programs. A secret is found by its hash alone, and stored as nothing else. */

export interface StoredToken {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly scopes: readonly ApiScope[];
  readonly madeBy: string;
  readonly made: string;
  readonly until: string;
  readonly lastUsed: string | null;
  readonly revoked: string | null;
}

export async function addToken(
  tx: Tx,
  token: Omit<StoredToken, 'lastUsed' | 'revoked'> & { readonly secretSha256: string },
): Promise<void> {
  const { secretSha256, madeBy, scopes, ...columns } = token;
  await tx
    .insertInto('api_tokens')
    .values({
      ...columns,
      secret_sha256: secretSha256,
      scopes: JSON.stringify(scopes),
      made_by: madeBy,
      last_used: null,
      revoked: null,
    })
    .execute();
}

const read = {
  columns: ['id', 'name', 'unit', 'scopes', 'made_by', 'made', 'until', 'last_used', 'revoked'] as const,
  row: (row: {
    id: string;
    name: string;
    unit: string;
    scopes: string;
    made_by: string;
    made: string;
    until: string;
    last_used: string | null;
    revoked: string | null;
  }): StoredToken => {
    const { made_by: madeBy, last_used: lastUsed, scopes, ...same } = row;
    return { ...same, madeBy, lastUsed, scopes: JSON.parse(scopes) as ApiScope[] };
  },
};

/** A token that opens something on a day. An attacker who measures time learns of a hash, from which no secret follows. */
export async function tokenBySecret(
  reader: Reader,
  secretSha256: string,
  day: string,
): Promise<StoredToken | undefined> {
  const row = await reader
    .selectFrom('api_tokens')
    .select(read.columns)
    .where('secret_sha256', '=', secretSha256)
    .where('revoked', 'is', null)
    .where('until', '>=', day)
    .executeTakeFirst();
  return row && read.row(row);
}

/** Of these units, newest first. */
export async function tokensOf(reader: Reader, units: readonly string[]): Promise<StoredToken[]> {
  if (units.length === 0) return [];
  const rows = await reader
    .selectFrom('api_tokens')
    .select(read.columns)
    .where('unit', 'in', [...units])
    .orderBy('made', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(read.row);
}

export async function noteUse(tx: Tx, id: string, day: string): Promise<void> {
  await tx.updateTable('api_tokens').set({ last_used: day }).where('id', '=', id).execute();
}

/** False where it had been revoked before. */
export async function revokeToken(tx: Tx, id: string, day: string): Promise<boolean> {
  const row = await tx
    .updateTable('api_tokens')
    .set({ revoked: day })
    .where('id', '=', id)
    .where('revoked', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes back what an account has handed out: how many. */
export async function revokeTokensOf(tx: Tx, account: string, day: string): Promise<number> {
  const rows = await tx
    .updateTable('api_tokens')
    .set({ revoked: day })
    .where('made_by', '=', account)
    .where('revoked', 'is', null)
    .where('until', '>=', day)
    .returning('id')
    .execute();
  return rows.length;
}

/** Those that ended before a day go: whoever looks after them has long seen that they did. */
export async function removeEndedTokens(tx: Tx, before: string): Promise<number> {
  const rows = await tx
    .deleteFrom('api_tokens')
    .where((eb) => eb.or([eb('until', '<', before), eb('revoked', '<', before)]))
    .returning('id')
    .execute();
  return rows.length;
}
