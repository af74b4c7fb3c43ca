import { loadCatalogue, shapeFor } from '../../server/store/catalogue.ts';
import { recount } from '../../server/store/recount.ts';
import type { MemoryStore } from '../fakes/memory-store.ts';
import { judge, overallTaps, type Taken } from './taps-taken.ts';

/**
 * What must hold. Safety is looked at with every answer that leaves the server and at every restore; liveness once
 * the faults have stopped.
 */
export class LawBroken extends Error {
  override readonly name = 'LawBroken';
}

function must(holds: boolean, law: string): asserts holds {
  if (!holds) throw new LawBroken(law);
}

export interface Laws {
  /** Receipts are inside the rows at every instant, and the bytes are those that were sent first. */
  onAnswer(store: MemoryStore, path: string, body: string, answer: string): Promise<void>;
  /** The server begins anew with what is in the store: only what it holds is still promised. */
  onRestore(store: MemoryStore): Promise<void>;
  /** Nothing promised has gone, tallies are a recount, no device's ledger is wrong. */
  atRest(store: MemoryStore): Promise<void>;
  /** After the faults have stopped: the server has exactly what was thanked. */
  atEnd(store: MemoryStore): Promise<void>;
}

type Receipts = readonly (readonly [string, string])[];

export function createLaws(taken: readonly Taken[], tablets: readonly string[]): Laws {
  let promised = new Map<string, string>();
  const idIn = (p: string) => /"id":"([0-9a-f-]{36})"/.exec(p)?.[1];

  async function keepsPromises(store: MemoryStore): Promise<void> {
    const rows = await store.submissions();
    const bytes = new Map(rows.map(({ id, p }) => [id, p]));
    must(bytes.size === rows.length, 'no id stands twice');
    for (const [id, p] of promised) must(bytes.get(id) === p, `what was receipted stays as it is: ${id}`);
  }

  return {
    async onAnswer(store, path, body, answer) {
      if (!path.endsWith('/batches')) return;
      const sent = (JSON.parse(body) as { items: { p: string }[] }).items.map(({ p }) => p);
      const { receipts } = JSON.parse(answer) as { receipts: Receipts };
      must(receipts.length === sent.length, 'a receipt for each submission of a batch');
      const good = receipts.filter(([, kind]) => kind === 'stored' || kind === 'dup').map(([id]) => id);
      if (good.length === 0) return;
      const rows = await store.submissions(good);
      for (const id of good) {
        const found = rows.filter((row) => row.id === id);
        must(found.length === 1, `a receipt stands for one row: ${id} has ${found.length}`);
        must(
          sent.some((p) => idIn(p) === id && p === found[0]!.p),
          `a receipt stands for the bytes that were sent: ${id}`,
        );
        must((promised.get(id) ?? found[0]!.p) === found[0]!.p, `the bytes of ${id} never change`);
        promised.set(id, found[0]!.p);
      }
    },
    async onRestore(store) {
      promised = new Map((await store.submissions()).map(({ id, p }) => [id, p]));
    },
    async atRest(store) {
      await keepsPromises(store);
      const { differences } = await recount(store.read, shapeFor(await loadCatalogue(store.read)));
      must(differences.length === 0, `tallies equal a recount: ${differences[0]}`);
      const rows = await store.submissions();
      const owners = new Map(taken.map(({ id, tablet }) => [id, tablet]));
      const devices = await store.read.selectFrom('devices').select(['id', 'accepted']).execute();
      for (const { id, accepted } of devices) {
        const stored = rows.filter((row) => owners.get(row.id) === tablets.indexOf(id)).length;
        must(accepted === stored, `the ledger of a device says ${accepted}, ${stored} rows are its own`);
      }
    },
    async atEnd(store) {
      const rows = await store.submissions();
      const quarantine = await store.read
        .selectFrom('quarantine')
        .select('p')
        .where('kind', '=', 'held')
        .execute();
      const faults = judge(
        taken,
        rows,
        quarantine.map(({ p }) => Buffer.from(p).toString()),
      );
      must(faults.length === 0, faults.join('; '));
      const ids = new Set(rows.map(({ id }) => id));
      const levels = [0, 0, 0, 0, 0, 0];
      for (const { p } of rows) levels[(JSON.parse(p) as { a: number[] }).a[0]!]!++;
      must(
        levels.join() === overallTaps(taken, ids).join(),
        'each level was tapped as often as it is stored',
      );
    },
  };
}
