import { expect, test } from 'vitest';
import type { Submission } from '../../shared/submission.ts';
import { bytesOf, type Office, openOffice } from '../../tests/fakes/office.ts';
import { inEnglish } from '../../tests/fakes/in-english.ts';
import { addOffice } from '../set-up.ts';
import { realForms } from '../store/demo-contents.ts';
import { allUnits } from '../store/organisation.ts';
import { loadCatalogue, shapeFor } from '../store/catalogue.ts';
import { recount } from '../store/recount.ts';
import { countSubmissions } from '../store/submissions.ts';
import { demo } from './demo-commands.ts';

const run = ({ store, random, now, keys }: Office, ...words: string[]) =>
  inEnglish(
    demo(
      { store, random, clock: () => now, base: 'http://localhost', keys: async () => keys, tell: () => {} },
      words,
    ),
  );
/** Forms of own phones, each as it comes. */
async function send(
  office: Office,
  { code, ...place }: Partial<Submission> & { code: string },
  count: number,
) {
  for (let i = 0; i < count; i++) {
    const items = [{ p: bytesOf(office, { ch: 'qr', ...place }) }];
    await office.call('/api/v1/phone', { body: { proto: 1, code, items } });
  }
}
const ofDemo = async ({ store }: Office) =>
  (await allUnits(store.read)).filter(({ tree }) => tree === 'demo').length;
const acts = async ({ store }: Office) =>
  (await store.read.selectFrom('audit').select(['what', 'details']).execute()).filter(({ what }) =>
    what.startsWith('demo-'),
  );

test('the demo is never put beside forms of real people, and nothing changes where it is refused', async () => {
  const office = await openOffice();
  await send(office, { code: office.code }, 3);
  await expect(run(office, 'fill')).rejects.toThrow('holds 3 real forms');
  expect([await ofDemo(office), await countSubmissions(office.store.read), await acts(office)]).toEqual([
    0,
    3,
    [],
  ]);
  expect(await run(office, 'remove')).toContain('There is no demo province here');
  await expect(run(office)).rejects.toThrow('demo fill; demo remove');
});

test('what is removed is the demo alone: forms that real people gave beside it stay, and their tallies', async () => {
  const office = await openOffice({ tree: 'demo' });
  await send(office, { code: office.code }, 12);
  await expect(run(office, 'fill')).rejects.toThrow('is there already');
  const names = { unit: { vi: 'Xã Thật', en: 'Real' }, point: { vi: 'Điểm Thật', en: 'Real' } };
  const real = await office.store.write((tx) =>
    addOffice(tx, { ...names, kind: 'xa', day: '2026-11-01' }, office.random),
  );
  await send(office, { code: real.code, sp: real.point, c: real.campaign }, 2);
  expect(await realForms(office.store.read)).toBe(2);
  expect(await run(office, 'remove')).toContain('12 invented submissions, 0 accounts and 0 devices');
  expect([await ofDemo(office), await countSubmissions(office.store.read)]).toEqual([0, 2]);
  const { differences } = await office.store.snapshot(async (read) =>
    recount(read, shapeFor(await loadCatalogue(read))),
  );
  expect(differences).toEqual([]);
  await expect(run(office, 'fill')).rejects.toThrow('holds 2 real forms');
  expect(await acts(office)).toEqual([
    { what: 'demo-removed', details: JSON.stringify({ count: 12, by: 'operator' }) },
  ]);
});
