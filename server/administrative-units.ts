import type { Tree } from '../shared/wire/device.ts';
import type { CatalogueUnit } from '../shared/wire/units.ts';
import {
  allPlaces,
  type CataloguePlace,
  communesOf,
  provinces,
  TWO_LEVELS_SINCE,
} from './place-catalogue.ts';
import { addUnit, allUnits } from './store/organisation.ts';
import type { Tx } from './store/store.ts';
import { putUnitVersion } from './store/unit-history.ts';

/** Units of the bundled list as pages choose among them, and how they are added to an organisation. */

/** The list has no dates: one province, Đồng Nai, became a city later than all were made. */
const BECAME_CITY = { code: '75', day: '2026-04-30' } as const;

const unitOf = ({ code, parent, kind, name }: CataloguePlace): CatalogueUnit => ({
  code,
  province: parent === '' ? null : parent,
  kind: kind as CatalogueUnit['kind'],
  name,
});

export const catalogueProvinces = (): CatalogueUnit[] => provinces().map(unitOf);

/** Communes of a province; none of one that there is not. */
export const catalogueCommunes = (province: string): CatalogueUnit[] => communesOf(province).map(unitOf);

/** The id that a unit of the catalogue has in every installation. */
export const catalogueId = (code: string) => `vn${code}`;

/**
 * Adds units of the catalogue below a unit, or at the top of a tree of their own. One that is there already is left as
 * it is; returned is how many were added.
 */
export async function addFromCatalogue(
  tx: Tx,
  asked: {
    readonly codes: readonly string[];
    readonly parent: string | null;
    readonly tree: Tree;
    /** The parent's first day: nothing stands below a unit before it is there. */
    readonly since?: string;
  },
): Promise<number> {
  const { parent, tree, since = '' } = asked;
  const validFrom = since > TWO_LEVELS_SINCE ? since : TWO_LEVELS_SINCE;
  const wanted = new Set(asked.codes);
  const known = new Set((await allUnits(tx)).map(({ id }) => id));
  const units = allPlaces().filter(({ code }) => wanted.has(code) && !known.has(catalogueId(code)));
  for (const { code, kind, name } of units) {
    const id = catalogueId(code);
    await addUnit(tx, { id, parent, tree, kind, name, validFrom, validTo: null });
    if (code === BECAME_CITY.code && validFrom < BECAME_CITY.day) {
      const before = {
        vi: name.vi.replace('Thành phố', 'Tỉnh'),
        en: name.en.replace(/City$/, 'Province'),
      };
      await putUnitVersion(tx, { unit: id, starts: validFrom, parent, kind: 'tinh', name: before });
      await putUnitVersion(tx, { unit: id, starts: BECAME_CITY.day, parent, kind, name });
    }
  }
  return units.length;
}
