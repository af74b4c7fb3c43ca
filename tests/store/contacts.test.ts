import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contactAt, putContact } from '../../server/store/contacts.ts';
import { addConsent, consentAt, storedConsents } from '../../server/store/consent-scripts.ts';
import { copyDatabase, openCopy } from '../../server/store/copy-database.ts';
import { allUnits, servicePoints } from '../../server/store/organisation.ts';
import { publicPage, publicPages, switchOff, switchOn } from '../../server/store/public-pages.ts';
import type { Reader } from '../../server/store/store.ts';
import { USUAL_CONSENT } from '../../shared/consent-script.ts';
import { databases } from './dialects.ts';

/** The migrations to telephone numbers of units and service points, to their words of consent and to their public pages, on both databases. */
for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());

    test('what was there before shows no number until one is given, and a copy holds it', async () => {
      const { db, reopen } = await database.openFirst('0011-dossiers');
      const name = { name_vi: 'Xã Cũ', name_en: 'Old commune' };
      const dates = { valid_from: '2025-07-01', valid_to: null };
      const top = { id: 'u1', parent: null, tree: 'real', kind: 'tinh', ...name, ...dates };
      const unit = { ...top, id: 'u2', parent: 'u1', kind: 'xa' };
      await db.insertInto('units').values([top, unit]).execute();
      const point = { id: 'p1', unit: 'u2', ...name, opening: '[]', fields: '[]', ...dates };
      await db.insertInto('service_points').values(point).execute();
      await db.destroy();
      const store = await reopen();
      const shown = async (read: Reader) => {
        const points = await servicePoints(read);
        return contactAt(points[0]!, points, await allUnits(read));
      };
      expect(await shown(store.read)).toBeUndefined();
      await store.write((tx) => putContact(tx, 'units', 'u1', '02633822345'));
      expect(await shown(store.read)).toBe('02633822345');
      await store.write((tx) => putContact(tx, 'service_points', 'p1', '19001234'));
      // the words of consent: of the nearest unit that has any, and a version that was used stays readable
      const consent = async (read: Reader) =>
        consentAt(await storedConsents(read), await allUnits(read), 'u2', 'call')?.said.version;
      expect(await consent(store.read)).toBeUndefined();
      const { vi, en } = USUAL_CONSENT.call;
      for (const [unit, version] of [
        ['u1', 'call-1111111111'],
        ['u2', 'call-2222222222'],
        ['u2', null],
      ] as const) {
        const said = version && { version, words: { vi, en } };
        await store.write((tx) =>
          addConsent(tx, { unit, kind: 'call', said: said || null, since: '2026-11-20' }),
        );
        expect(await consent(store.read)).toBe(version ?? 'call-1111111111');
      }
      // no page is public until one is switched on, once
      expect(await publicPages(store.read)).toEqual([]);
      const page = { unit: 'u2', since: '2026-11-20', account: 'a1' };
      const switched = async () => [
        await store.write((tx) => switchOn(tx, page)),
        await store.write((tx) => switchOn(tx, { ...page, account: 'a2' })),
      ];
      expect(await switched()).toEqual([true, false]);
      expect(await store.write((tx) => switchOff(tx, 'u2'))).toBe(true);
      expect(await store.write((tx) => switchOff(tx, 'u2'))).toBe(false);
      expect(await switched()).toEqual([true, false]);
      const folder = mkdtempSync(join(tmpdir(), 'sipas-contacts-'));
      await copyDatabase(store, join(folder, 'copy.db'));
      const copy = openCopy(join(folder, 'copy.db'));
      expect(await shown(copy.read)).toBe('19001234');
      expect(await consent(copy.read)).toBe('call-1111111111');
      expect((await storedConsents(copy.read)).map(({ said }) => said?.version)).toContain('call-2222222222');
      expect(await publicPage(copy.read, 'u2')).toEqual(page);
      await copy.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    });
  });
}
