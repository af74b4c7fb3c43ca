import { en } from '../shared/text/en.ts';
import { vi } from '../shared/text/vi.ts';
import type { Place } from '../shared/wire/device.ts';
import type { OfferedLanguage } from '../shared/wire/packs.ts';
import type { ServicePoint } from './store/organisation.ts';
import { enabledPacks, languagesOfPoints } from './store/language-packs.ts';
import type { Reader } from './store/store.ts';

/** The texts of these are built in: they are offered everywhere, with sound where a pack brings it. */
const BUILT_IN: readonly OfferedLanguage[] = [
  { code: 'vi', name: vi.languageName, hash: null, voice: null },
  { code: 'en', name: en.languageName, hash: null, voice: null },
];

/**
 * What a tablet at a service point offers, in its order: packs that are enabled in the tree and made for the version
 * that is asked there. Undefined = Vietnamese and English without sound, which needs no word.
 */
export async function offeredLanguages(
  read: Reader,
  point: ServicePoint,
  { tree, questionnaire }: Pick<Place, 'tree' | 'questionnaire'>,
): Promise<OfferedLanguage[] | undefined> {
  const packs = await enabledPacks(read, tree, questionnaire);
  const orders = await languagesOfPoints(read);
  // a counter without an order of its own keeps that of its centre
  const order = orders.get(point.id) ?? orders.get(point.parent ?? '');
  if (packs.length === 0 && !order) return undefined;
  const there = new Map([...BUILT_IN, ...packs].map((language) => [language.code, language]));
  return (order ?? [...there.keys()]).flatMap((code) => there.get(code) ?? []);
}
