import { expect, test } from 'vitest';
import { memoryFiles } from '../../tests/fakes/memory-journal.ts';
import { openDoubledShelf } from './device-shelf.ts';
import { openJournal } from './journal.ts';
import { emptyMaps, memoryDatabase } from './memory-database.ts';

const ENROLLED = { 'questionnaire sp39 1': { id: 'sp39' }, settings: { point: 'p1' }, token: 't' };

/** A tablet whose page can be started anew over what is left of its database and of its files. */
function tablet() {
  const memories = { maps: emptyMaps(), files: memoryFiles() };
  async function start() {
    const faults: string[] = [];
    let saves = 0;
    const journal = openJournal(memories.files);
    const { facts } = await journal.open();
    const counted = {
      saveFacts(given: unknown) {
        saves++;
        return journal.saveFacts(given);
      },
    };
    const database = memoryDatabase(memories.maps);
    const shelf = await openDoubledShelf(database, counted, facts, (fault) => faults.push(fault));
    return { shelf, faults, saves: () => saves };
  }
  return { memories, start };
}

async function enrolled() {
  const { memories, start } = tablet();
  const first = await start();
  for (const [name, value] of Object.entries(ENROLLED)) await first.shelf.write(name, value);
  return { memories, start, first };
}

test('a wiped tablet finds its facts beside the journal', async () => {
  const { memories, start } = await enrolled();
  memories.maps = emptyMaps();
  const { shelf, faults } = await start();
  for (const [name, value] of Object.entries(ENROLLED)) expect(await shelf.read(name)).toEqual(value);
  expect(faults).toEqual(['device-restored']);
});

test('facts whose files were lost are all written again at the next start', async () => {
  const { memories, start } = await enrolled();
  memories.files = memoryFiles();
  await start();
  memories.maps = emptyMaps();
  expect(await (await start()).shelf.read('token')).toBe('t');
});

test('what is no fact and what has not changed is not written again', async () => {
  const { start, first } = await enrolled();
  expect(first.saves()).toBe(3);
  await first.shelf.write('settings', { point: 'p1' });
  await first.shelf.write('round', { end: 'drained' });
  expect(first.saves()).toBe(3);
  expect((await start()).saves()).toBe(0);
});

test('facts that cannot be written are a fault, and are tried again', async () => {
  const { memories, start, first } = await enrolled();
  const write = memories.files.write;
  memories.files.write = () => Promise.reject(new Error('full'));
  await first.shelf.write('settings', { point: 'p2' });
  expect(first.faults).toEqual(['journal-fails']);
  memories.files.write = write;
  await first.shelf.write('settings', { point: 'p2' });
  memories.maps = emptyMaps();
  expect(await (await start()).shelf.read('settings')).toEqual({ point: 'p2' });
});
