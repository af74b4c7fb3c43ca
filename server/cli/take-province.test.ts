import { expect, test } from 'vitest';
import { openOffice } from '../../tests/fakes/office.ts';
import { inEnglish } from '../../tests/fakes/in-english.ts';
import { takeProvince } from './take-province.ts';

test('a province taken in by the operator stands in the audit log, once', async () => {
  const office = await openOffice();
  const place = { store: office.store, random: office.random, clock: () => office.now };
  const run = (words: readonly string[]) => inEnglish(takeProvince(place, words));
  expect((await run([])).split('\n')).toHaveLength(34);
  await expect(run(['none'])).rejects.toThrow('no province of that code');
  const added = Number(/: (\d+) units added, 0 were there/.exec(await run(['75']))![1]);
  expect(await run(['75'])).toContain(`: 0 units added, ${added} were there`);
  const audit = office.store.read.selectFrom('audit').select(['account', 'unit', 'details']);
  expect(await audit.where('what', '=', 'catalogue-loaded').execute()).toEqual([
    {
      account: null,
      unit: 'vn75',
      details: JSON.stringify({ name: 'Thành phố Đồng Nai', units: added, by: 'operator' }),
    },
  ]);
});
