import type { RandomBytes } from '../../shared/ids.ts';
import {
  addFromCatalogue,
  catalogueCommunes,
  catalogueId,
  catalogueProvinces,
} from '../administrative-units.ts';
import { audited } from '../audited.ts';
import type { Said } from '../said/said.ts';
import { note } from '../store/audit.ts';
import { allUnits } from '../store/organisation.ts';
import type { Store } from '../store/store.ts';
import { CallFault } from './call-fault.ts';

/** A whole province from the bundled catalogue; what is there already is left as it is. */
export async function takeProvince(
  place: { readonly store: Store; readonly random: RandomBytes; readonly clock: () => number },
  [code]: readonly string[],
): Promise<Said> {
  const list = catalogueProvinces();
  if (!code) return () => list.map((unit) => `${unit.code}  ${unit.name.vi}`).join('\n');
  const province = list.find((unit) => unit.code === code);
  if (!province) throw new CallFault(({ office }) => office.catalogue.unknown);
  const codes = catalogueCommunes(code).map((unit) => unit.code);
  const added = await place.store.write(async (tx) => {
    const parent = catalogueId(code);
    const top = await addFromCatalogue(tx, { codes: [code], parent: null, tree: 'real' });
    const known = (await allUnits(tx)).find(({ id }) => id === parent)!;
    const { tree, validFrom: since } = known;
    const units = top + (await addFromCatalogue(tx, { codes, parent, tree, since }));
    if (units > 0) {
      const details = { name: known.name.vi, units, by: 'operator' };
      const line = { account: null, unit: parent, what: 'catalogue-loaded', subject: parent, details };
      await note(tx, audited(place, line));
    }
    return units;
  });
  return ({ office }) => office.catalogue.taken(province.name.vi, added, codes.length + 1 - added);
}
