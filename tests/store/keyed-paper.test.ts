import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { loadCatalogue, shapeFor } from '../../server/store/catalogue.ts';
import { countSubmissions } from '../../server/store/submissions.ts';
import { recount } from '../../server/store/recount.ts';
import { uuid4 } from '../../shared/ids.ts';
import type { FormKept, PaperBatchView } from '../../shared/wire/paper.ts';
import { openOffice, signInAs } from '../fakes/office.ts';
import { databases } from './dialects.ts';

for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());

    test('a batch of paper forms is keyed, keyed again and closed, and nothing of single forms is left beside it', async () => {
      const { store } = await database.open();
      onTestFinished(() => store.close());
      const office = await openOffice({ store });
      const cookie = await signInAs(office, 'manager');
      const call = async <T>(path: string, body?: unknown) =>
        (await (await office.call(`/api/v1/paper/batches${path}`, { cookie, body })).json()) as T;
      const asked = { point: office.point, field: null, campaign: office.campaign, form: 'full' };
      const more = { language: 'vi', halfMonth: '2026-11/2', printed: 12, note: '' };
      const { id } = await call<PaperBatchView>('', { ...asked, ...more });
      const form = { set: 0, keyed: Array.from({ length: 43 }, (_, i) => (i < 40 ? 4 : 1)) };
      for (let i = 0; i < 10; i++)
        await call<FormKept>(`/${id}/forms`, { id: uuid4(office.random), ...form });
      await call(`/${id}/unusable`, { id: uuid4(office.random), why: 'empty' });
      const keyed = [5, ...form.keyed.slice(1)];
      await call(`/${id}/second`, { number: 1, set: 0, keyed });
      expect((await call<PaperBatchView>(`/${id}`)).drawnForms).toMatchObject([{ state: 'differs' }]);
      expect(await countSubmissions(store.read)).toBe(9);
      await call(`/${id}/close`, {});
      expect(await call(`/${id}`)).toMatchObject({ returned: 11, valid: 10, twice: 1, differing: 1 });
      expect(await countSubmissions(store.read)).toBe(10);
      expect(await store.read.selectFrom('paper_entries').selectAll().execute()).toEqual([]);
      const shapes = shapeFor(await loadCatalogue(store.read));
      expect((await recount(store.read, shapes)).differences).toEqual([]);
    });
  });
}
