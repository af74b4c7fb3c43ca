import { newKeys, type Keys } from '../../server/keys.ts';
import { takeProvince } from '../../server/cli/take-province.ts';
import { catalogueCommunes, catalogueId } from '../../server/administrative-units.ts';
import { provinces } from '../../server/place-catalogue.ts';
import { prepareStore } from '../../server/set-up.ts';
import { addCampaign } from '../../server/store/campaigns.ts';
import { loadCatalogue, shapeFor } from '../../server/store/catalogue.ts';
import { addServicePoint } from '../../server/store/organisation.ts';
import { addToTallies } from '../../server/store/tallies.ts';
import type { Store } from '../../server/store/store.ts';
import type { Text } from '../../shared/questionnaire.ts';
import type { Submission } from '../../shared/submission.ts';
import { submissionOf } from './office.ts';
import { imageOf, openImage } from './memory-store.ts';
import { seeded } from './seeded.ts';

/** A province of the bundled list in a database of its own, with a key of its own. */
export interface CatalogueProvince {
  readonly store: Store;
  readonly keys: Keys;
  readonly province: { readonly code: string; readonly name: Text; readonly unit: string };
  /** Counts forms at the service point of one of its communes, by their position: of 3 November 2026 unless another half-day is named. */
  take(commune: number, count: number, change?: Partial<Submission>): Promise<void>;
}

/** After the reporting year 2026. */
export const AFTER_YEAR = Date.parse('2026-12-20T09:00:00+07:00');

let empty: Promise<Buffer> | undefined;

/** The first four communes have a service point. */
export async function openProvince(code: string): Promise<CatalogueProvince> {
  const random = seeded(Number(code));
  const store = openImage(await (empty ??= imageOf(async () => {})));
  await setUpProvince(store, code, { communes: 4, points: 1 });
  const known = await store.write((tx) => loadCatalogue(tx));
  return {
    store,
    keys: newKeys(),
    province: { ...provinces().find((one) => one.code === code)!, unit: catalogueId(code) },
    async take(commune, count, change = {}) {
      const added = Array.from({ length: count }, () => {
        const point = pointAt(commune, 0);
        const submission = submissionOf({ random, campaign: 'c', point }, { b: '2026-11-03AM', ...change });
        return { submission, place: point, halfDay: submission.b, standing: 'counted' as const };
      });
      await store.write((tx) =>
        addToTallies(tx, added, {
          shapeFor: shapeFor(known),
          releasesAtOnce: () => false,
          currentHalfMonth: '2026-11/1',
        }),
      );
    },
  };
}

/** The id of a service point of a commune, both by their position. */
export const pointAt = (commune: number, point: number) => `p${commune}-${point}`;

/** Units, service points of the first communes, and a campaign `c` over the reporting year 2026. */
export async function setUpProvince(
  store: Store,
  code: string,
  size: { readonly communes: number; readonly points: number },
): Promise<void> {
  const random = seeded(1);
  await prepareStore(store, random);
  await takeProvince({ store, random, clock: () => AFTER_YEAR }, [code]);
  const name = { vi: 'Khảo sát thường xuyên', en: 'Continuous survey' };
  const dates = { validFrom: '2025-07-01', validTo: null };
  await store.write(async (tx) => {
    await addCampaign(tx, {
      id: 'c',
      unit: catalogueId(code),
      name,
      questionnaire: 'sp39',
      version: 1,
      starts: '2025-12-15',
      ends: null,
      statistic: 'top2',
      aggregation: 'pooled',
    });
    for (const [at, commune] of catalogueCommunes(code).slice(0, size.communes).entries()) {
      for (let i = 0; i < size.points; i++) {
        const point = {
          id: pointAt(at, i),
          unit: catalogueId(commune.code),
          opening: [],
          fields: [],
          ...dates,
        };
        await addServicePoint(tx, { ...point, name: { vi: `Điểm ${i + 1}`, en: `Point ${i + 1}` } });
      }
    }
  });
}
