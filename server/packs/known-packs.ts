import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { type Pack, PackSchema } from '../../shared/language-pack.ts';
import { BUILT_IN_LANGUAGES } from '../../shared/pack-limits.ts';
import { localDay } from '../../shared/period.ts';
import type { Questionnaire } from '../../shared/questionnaire.ts';
import { en } from '../../shared/text/en.ts';
import { vi } from '../../shared/text/vi.ts';
import type { Tree } from '../../shared/wire/device.ts';
import { CURRENT } from '../set-up.ts';
import { allCampaigns } from '../store/campaigns.ts';
import { allUnits } from '../store/organisation.ts';
import { packsOf, type StoredPack } from '../store/language-packs.ts';
import { allQuestionnaires } from '../store/questionnaires.ts';
import type { Reader } from '../store/store.ts';
import { emptyPack } from '../take-pack.ts';

/**
 * Every pack of a tree: what has been taken in, and beside it, without contents, the built-in languages and those that
 * the product ships as empty packs. A name alone is no claim: a pack is offered when people have filled it.
 */

const NameSchema = v.pick(PackSchema, ['code', 'name', 'nameVi']);
const SHIPPED: readonly v.InferOutput<typeof NameSchema>[] = [
  { code: 'vi', name: vi.languageName, nameVi: vi.languageName },
  { code: 'en', name: en.languageName, nameVi: 'Tiếng Anh' },
  ...v.parse(
    v.array(NameSchema),
    JSON.parse(readFileSync(new URL('shipped-languages.json', import.meta.url), 'utf8')),
  ),
];

export interface KnownPacks {
  readonly packs: readonly StoredPack[];
  /** Codes of those of which something has been taken in. */
  readonly begun: ReadonlySet<string>;
  /** Versions that campaigns of the tree ask now or later. */
  readonly asked: readonly Pack['questionnaire'][];
  /** What a new pack is made for. */
  readonly current: Questionnaire;
  readonly questionnaireFor: (version: Pack['questionnaire']) => Questionnaire | undefined;
}

export async function knownPacks(read: Reader, tree: Tree, nowMs: number): Promise<KnownPacks> {
  const questionnaires = await allQuestionnaires(read);
  const questionnaireFor = ({ id, version }: Pack['questionnaire']) =>
    questionnaires.find((candidate) => candidate.id === id && candidate.version === version);
  const stored = await packsOf(read, tree);
  const begun = new Set(stored.map(({ code }) => code));
  const asked = await askedVersions(read, tree, localDay(nowMs));
  const current = questionnaireFor(asked.at(-1) ?? CURRENT)!;
  const empty = SHIPPED.filter(({ code }) => !begun.has(code)).map((name) => emptyPack(name, tree, current));
  const order = (code: string) => (BUILT_IN_LANGUAGES.includes(code) ? BUILT_IN_LANGUAGES.indexOf(code) : 9);
  const packs = [...stored, ...empty].sort(
    (a, b) => order(a.code) - order(b.code) || a.nameVi.localeCompare(b.nameVi, 'vi'),
  );
  return { packs, begun, asked, current, questionnaireFor };
}

async function askedVersions(read: Reader, tree: Tree, today: string): Promise<Pack['questionnaire'][]> {
  const units = new Map((await allUnits(read)).map((unit) => [unit.id, unit.tree]));
  const versions = (await allCampaigns(read))
    .filter(({ unit, ends }) => units.get(unit) === tree && (ends === null || ends >= today))
    .map(({ questionnaire: id, version }) => ({ id, version }));
  return [...new Map(versions.map((asked) => [`${asked.id} ${asked.version}`, asked])).values()];
}
