import type { Reader, Tx } from './store.ts';

/** Open enrolment codes: found by their selector, which is no secret; of the rest only a hash is stored. */

export interface StoredCode {
  readonly selector: string;
  readonly secretSha256: string;
  readonly device: string;
  readonly expires: number;
  /** Wrong tries so far. */
  readonly tries: number;
  /** SHA-256 of the public key that used the code; null while nobody has. */
  readonly usedKey: string | null;
}

/** The code of a selector, if it still lives. */
export async function liveCode(read: Reader, selector: string, at: number): Promise<StoredCode | undefined> {
  const row = await read
    .selectFrom('enrolment_codes')
    .selectAll()
    .where('selector', '=', selector)
    .where('expires', '>', at)
    .executeTakeFirst();
  if (!row) return undefined;
  const { selector: name, device, expires, tries } = row;
  return { selector: name, secretSha256: row.secret_sha256, device, expires, tries, usedKey: row.used_key };
}

export async function addCode(
  tx: Tx,
  code: Pick<StoredCode, 'selector' | 'secretSha256' | 'device' | 'expires'>,
): Promise<void> {
  await tx
    .insertInto('enrolment_codes')
    .values({
      selector: code.selector,
      secret_sha256: code.secretSha256,
      device: code.device,
      expires: code.expires,
      tries: 0,
      used_key: null,
    })
    .execute();
}

/** A device has one open code at most; those that are too old go with it. */
export async function dropCodes(tx: Tx, device: string, at: number): Promise<void> {
  await tx
    .deleteFrom('enrolment_codes')
    .where((eb) => eb.or([eb('device', '=', device), eb('expires', '<=', at)]))
    .execute();
}

export async function countWrongTry(tx: Tx, selector: string): Promise<void> {
  await tx
    .updateTable('enrolment_codes')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('selector', '=', selector)
    .execute();
}

export async function useCode(tx: Tx, selector: string, keySha256: string): Promise<void> {
  await tx
    .updateTable('enrolment_codes')
    .set({ used_key: keySha256 })
    .where('selector', '=', selector)
    .execute();
}

/** Devices that have a code which nobody has used yet. */
export async function devicesWithOpenCode(read: Reader, at: number, triesMost: number): Promise<Set<string>> {
  const rows = await read
    .selectFrom('enrolment_codes')
    .select('device')
    .where('expires', '>', at)
    .where('used_key', 'is', null)
    .where('tries', '<', triesMost)
    .execute();
  return new Set(rows.map(({ device }) => device));
}
