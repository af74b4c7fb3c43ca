import * as v from 'valibot';
import { type Pack, PackSchema } from '../../shared/language-pack.ts';
import type { Tree } from '../../shared/wire/device.ts';
import type { OfferedLanguage } from '../../shared/wire/packs.ts';
import type { Reader, Tx } from './store.ts';

/** Language packs of each tree; recordings are named by their bytes, and each is kept once. */

export interface StoredPack extends Pack {
  readonly hash: string;
  readonly isEnabled: boolean;
}

/** Every pack of a tree, by code; `code` alone where one is meant. */
export async function packsOf(read: Reader, tree: Tree, code?: string): Promise<StoredPack[]> {
  const rows = await read
    .selectFrom('packs')
    .selectAll()
    .where('tree', '=', tree)
    .$if(code !== undefined, (query) => query.where('code', '=', code!))
    .orderBy('code')
    .execute();
  const clips = await read
    .selectFrom('pack_clips as p')
    .innerJoin('clips as c', 'c.sha256', 'p.sha256')
    .select(['p.code', 'p.key', 'p.sha256', 'c.size'])
    .where('p.tree', '=', tree)
    .$if(code !== undefined, (query) => query.where('p.code', '=', code!))
    .orderBy('p.key')
    .execute();
  return rows.map((row) => {
    const pack = v.parse(PackSchema, {
      schema: 1,
      code: row.code,
      name: row.name,
      nameVi: row.name_vi,
      questionnaire: { id: row.questionnaire, version: row.version },
      about: {
        reviewer: row.reviewer,
        date: row.reviewed,
        province: row.province,
        dialect: row.dialect,
        voice: row.voice,
      },
      texts: JSON.parse(row.texts),
      clips: Object.fromEntries(
        clips
          .filter((clip) => clip.code === row.code)
          .map(({ key, sha256, size }) => [key, { sha256, bytes: size }]),
      ),
    });
    return { ...pack, hash: row.hash, isEnabled: row.enabled !== 0 };
  });
}

export async function packOf(read: Reader, tree: Tree, code: string): Promise<StoredPack | undefined> {
  return (await packsOf(read, tree, code))[0];
}

/** What tablets of a tree may be offered for a version of the questionnaire. */
export async function enabledPacks(
  read: Reader,
  tree: Tree,
  questionnaire: { readonly id: string; readonly version: number },
): Promise<OfferedLanguage[]> {
  const rows = await read
    .selectFrom('packs')
    .select(['code', 'name', 'hash', 'voice'])
    .where('tree', '=', tree)
    .where('enabled', '=', 1)
    .where('questionnaire', '=', questionnaire.id)
    .where('version', '=', questionnaire.version)
    .orderBy('code')
    .execute();
  return rows.map(({ voice, ...row }) => ({ ...row, voice: voice === 'human' ? 'human' : 'placeholder' }));
}

/** Adds a pack, or gives the one of its code these contents. Its recordings must be there (`putClip`). */
export async function putPack(tx: Tx, tree: Tree, pack: StoredPack): Promise<void> {
  const { code, about } = pack;
  const row = {
    name: pack.name,
    name_vi: pack.nameVi,
    questionnaire: pack.questionnaire.id,
    version: pack.questionnaire.version,
    reviewer: about.reviewer,
    reviewed: about.date,
    province: about.province,
    dialect: about.dialect,
    voice: about.voice,
    texts: JSON.stringify(pack.texts),
    hash: pack.hash,
    enabled: Number(pack.isEnabled),
  };
  await tx
    .insertInto('packs')
    .values({ tree, code, ...row })
    .onConflict((on) => on.columns(['tree', 'code']).doUpdateSet(row))
    .execute();
  await tx.deleteFrom('pack_clips').where('tree', '=', tree).where('code', '=', code).execute();
  const clips = Object.entries(pack.clips).map(([key, { sha256 }]) => ({ tree, code, key, sha256 }));
  if (clips.length > 0) await tx.insertInto('pack_clips').values(clips).execute();
  await dropUnusedClips(tx);
}

export async function putClip(tx: Tx, sha256: string, bytes: Uint8Array): Promise<void> {
  await tx
    .insertInto('clips')
    .values({ sha256, size: bytes.length, bytes: Buffer.from(bytes) })
    .onConflict((on) => on.column('sha256').doNothing())
    .execute();
}

/** Removes a pack with the recordings that no other one uses. */
export async function removePack(tx: Tx, tree: Tree, code: string): Promise<void> {
  await tx.deleteFrom('pack_clips').where('tree', '=', tree).where('code', '=', code).execute();
  await tx.deleteFrom('packs').where('tree', '=', tree).where('code', '=', code).execute();
  await dropUnusedClips(tx);
}

/** Removes all packs of a tree that is removed. */
export async function removePacksOf(tx: Tx, tree: Tree): Promise<void> {
  await tx.deleteFrom('pack_clips').where('tree', '=', tree).execute();
  await tx.deleteFrom('packs').where('tree', '=', tree).execute();
  await dropUnusedClips(tx);
}

async function dropUnusedClips(tx: Tx): Promise<void> {
  const used = tx.selectFrom('pack_clips').select('sha256');
  await tx.deleteFrom('clips').where('sha256', 'not in', used).execute();
}

/** A recording of some pack of a tree; where it is asked for a tablet, of one that is enabled. */
export async function clipBytes(
  read: Reader,
  tree: Tree,
  sha256: string,
  { enabledOnly = false } = {},
): Promise<Uint8Array | undefined> {
  const row = await read
    .selectFrom('clips as c')
    .innerJoin('pack_clips as k', 'k.sha256', 'c.sha256')
    .innerJoin('packs as p', (join) => join.onRef('p.tree', '=', 'k.tree').onRef('p.code', '=', 'k.code'))
    .select('c.bytes')
    .where('c.sha256', '=', sha256)
    .where('p.tree', '=', tree)
    .$if(enabledOnly, (query) => query.where('p.enabled', '=', 1))
    .limit(1)
    .executeTakeFirst();
  return row?.bytes;
}

/** Which languages service points offer, in their order; one that is not named offers all that are enabled. */
export async function languagesOfPoints(read: Reader): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await read.selectFrom('point_languages').selectAll().execute();
  return new Map(rows.map((row) => [row.service_point, v.parse(CodesSchema, JSON.parse(row.codes))]));
}
const CodesSchema = v.array(v.string());

/** Null: as everywhere. */
export async function putLanguagesOf(tx: Tx, point: string, codes: readonly string[] | null): Promise<void> {
  await tx.deleteFrom('point_languages').where('service_point', '=', point).execute();
  if (codes === null) return;
  await tx
    .insertInto('point_languages')
    .values({ service_point: point, codes: JSON.stringify(codes) })
    .execute();
}
