import type { Questionnaire } from '../../shared/questionnaire.ts';
import { keptOfPack } from '../kept-of-pack.ts';
import type { Tree } from '../../shared/wire/device.ts';
import type { StoredPack } from '../store/language-packs.ts';
import { settled } from '../take-pack.ts';

/** The pack as it goes over to that version: nobody has reviewed it there, so it speaks nowhere until it is enabled anew. */
export function carriedOver(
  pack: StoredPack,
  from: Questionnaire,
  to: Questionnaire,
  tree: Tree,
): StoredPack {
  const { id, version } = to;
  const about = { ...pack.about, reviewer: null, date: null };
  const carried = { ...pack, ...keptOfPack(pack, from, to), about, questionnaire: { id, version } };
  return settled({ ...carried, isEnabled: false }, tree, to);
}
