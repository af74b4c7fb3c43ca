import { createHash } from 'node:crypto';
import { encodeSeal, SEAL_MOST, sealPreimage } from '../../shared/wire/seal.ts';
import { addSeal, lastSeal } from './seals.ts';
import type { Tx } from './store.ts';

/** Own phones have no key: the server seals what came from them, as the device of this name. */
export const SERVER_DEVICE = 'server';

/**
 * Seals everything that own phones sent since the last night. The leaves are sorted over all of them before they are
 * cut into seals, so that no seal tells who came before whom. Returns the number of seals.
 */
export async function sealPhones(
  tx: Tx,
  seal: { readonly halfDay: string; readonly app: string; readonly sign: (text: string) => string },
): Promise<number> {
  const rows = await tx
    .selectFrom('phone_leaves')
    // a tablet can seal whatever bytes it has come by: no leaf stands in two seals
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('leaves')
            .select('leaves.leaf')
            .whereRef('leaves.leaf', '=', 'phone_leaves.leaf')
            .where('leaves.sealed', '=', 1),
        ),
      ),
    )
    .select('leaf')
    .orderBy('leaf')
    .execute();
  const leaves = rows.map(({ leaf }) => Buffer.from(leaf).toString('hex')).sort();
  let { n, hash, total } = await lastSeal(tx, SERVER_DEVICE);
  const before = n;
  for (let i = 0; i < leaves.length; i += SEAL_MOST) {
    const group = leaves.slice(i, i + SEAL_MOST);
    n++;
    total += group.length;
    const prev = hash;
    const { halfDay: b, app } = seal;
    const s = encodeSeal({ v: 1, dev: SERVER_DEVICE, n, prev, total, b, app, leaves: group });
    hash = createHash('sha256').update(sealPreimage(s)).digest('hex');
    const sig = seal.sign(sealPreimage(s));
    await addSeal(tx, { device: SERVER_DEVICE, n, hash, prev, total, b, s, sig }, group);
  }
  await tx.deleteFrom('phone_leaves').execute();
  return n - before;
}
