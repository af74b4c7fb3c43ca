import type { Shelf } from '../device/shelf.ts';
import type { Database } from './database.ts';
import type { Journal } from './journal.ts';

/** The device's facts, in the same database and as durable as the outbox. */
export function openDeviceShelf(database: Database): Shelf {
  return {
    read: (name) => database.use('readonly', ['device'], (tx) => tx.get('device', name)),
    write: (name, value) =>
      database.use('readwrite', ['device'], async (tx) => tx.put('device', value, name)),
  };
}

/** What a tablet whose database was wiped needs to know itself again; the key is not among it and cannot be. */
const isFact = (name: string) => /^(token|settings|questionnaire)/.test(name);

/** The shelf whose facts lie beside the journal too: a wiped tablet finds them there, and what is missing there is added. */
export async function openDoubledShelf(
  database: Database,
  journal: Pick<Journal, 'saveFacts'>,
  found: unknown,
  onFault: (fault: string) => void,
): Promise<Shelf> {
  const { read, write } = openDeviceShelf(database);
  let beside = (found ?? {}) as Record<string, unknown>;

  async function save(): Promise<void> {
    const facts: typeof beside = {};
    await database.use('readonly', ['device'], async (tx) => {
      for (const name of await tx.keys('device'))
        if (isFact(name)) facts[name] = await tx.get('device', name);
    });
    if (JSON.stringify(facts) === JSON.stringify(beside)) return;
    try {
      await journal.saveFacts(facts);
      beside = facts;
    } catch {
      onFault('journal-fails');
    }
  }

  if (beside['token'] !== undefined && (await read('token')) === undefined) {
    onFault('device-restored');
    for (const [name, value] of Object.entries(beside)) await write(name, value);
  } else await save();
  return {
    read,
    async write(name, value) {
      await write(name, value);
      if (isFact(name)) await save();
    },
  };
}
