import {
  addFromCatalogue,
  catalogueCommunes,
  catalogueId,
  catalogueProvinces,
} from '../administrative-units.ts';
import { allUnits } from '../store/organisation.ts';
import type { Store } from '../store/store.ts';
import { CallFault } from './call-fault.ts';

export const CATALOGUE_USAGE = `  catalogue [PROVINCE]   adds a province with all its communes from the bundled list; without one it lists them
`;

/** A whole province from the bundled catalogue; what is there already is left as it is. */
export async function takeProvince(store: Store, [code]: readonly string[]): Promise<string> {
  const list = catalogueProvinces();
  if (!code) return list.map((unit) => `${unit.code}  ${unit.name.vi}`).join('\n');
  const province = list.find((unit) => unit.code === code);
  if (!province)
    throw new CallFault('There is no province of that code ("npm run sipas -- catalogue" lists them).');
  const codes = catalogueCommunes(code).map((unit) => unit.code);
  const added = await store.write(async (tx) => {
    const parent = catalogueId(code);
    const top = await addFromCatalogue(tx, { codes: [code], parent: null, tree: 'real' });
    const known = (await allUnits(tx)).find(({ id }) => id === parent)!;
    const { tree, validFrom: since } = known;
    return top + (await addFromCatalogue(tx, { codes, parent, tree, since }));
  });
  return `${province.name.vi}: ${added} units added, ${codes.length + 1 - added} were there.`;
}
