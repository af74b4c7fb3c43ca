import { OWN_QUESTIONNAIRE } from '../../shared/own-questionnaire.ts';
import { builtInTexts, textKeys } from '../../shared/pack-keys.ts';
import { itemsOf, type Questionnaire, RELATIONS, type VersionName } from '../../shared/questionnaire.ts';
import { documentOf } from '../../shared/questionnaire-draft.ts';
import type { Tree } from '../../shared/wire/device.ts';
import type {
  DraftLanguage,
  DraftView,
  QuestionnaireList,
  VersionCampaign,
  VersionRow,
} from '../../shared/wire/questionnaire-versions.ts';
import { breakBetween, isSameVersion } from '../../shared/version-breaks.ts';
import type { Caller } from '../caller.ts';
import { keptOfPack } from '../kept-of-pack.ts';
import { allCampaigns, heldAt, stateOn } from '../store/campaigns.ts';
import { allUnits, upwards } from '../store/organisation.ts';
import { packsOf } from '../store/language-packs.ts';
import { namesOf } from '../store/names-of.ts';
import { draftsOf, type StoredDraft } from '../store/questionnaire-drafts.ts';
import { type PublishedVersion, versionsOf } from '../store/questionnaires.ts';
import type { Reader } from '../store/store.ts';

/** All versions of the tree, with what they have to do with each other and where they are asked; drafts where they are changed. */
export async function questionnaireList(read: Reader, caller: Caller): Promise<QuestionnaireList> {
  const { scope } = caller;
  const versions = await versionsOf(read, scope.tree);
  const asked = await campaignsSeen(read, caller);
  const drafts = scope.isWhole ? await draftsOf(read, scope.tree) : [];
  const names = await namesOf(
    read,
    drafts.map((draft) => draft.account),
  );
  return {
    mayChange: scope.isWhole,
    versions: versions.map((version) =>
      rowOf(
        version,
        versions,
        asked.flatMap(({ of, ...campaign }) => (isSameVersion(of, version.questionnaire) ? [campaign] : [])),
      ),
    ),
    drafts: drafts.map(({ id, base, draft, changed, account: by }) => ({
      id,
      base,
      title: draft.title,
      changed,
      by: names.get(by) ?? null,
    })),
  };
}

/** Campaigns of the scope, and those of units above that hold at its top, each with its version. */
async function campaignsSeen(
  read: Reader,
  { account, scope, today }: Caller,
): Promise<(VersionCampaign & { readonly of: VersionName })[]> {
  const units = await allUnits(read);
  const inside = new Set(scope.units.map(({ id }) => id));
  const above = new Set(upwards(units, account.unit).map(({ id }) => id));
  return (await allCampaigns(read))
    .filter((one) => inside.has(one.unit) || heldAt(one).some((id) => above.has(id)))
    .map((one) => ({
      id: one.id,
      name: one.name,
      unit: units.find(({ id }) => id === one.unit)!.name,
      state: stateOn(one, today),
      of: { id: one.questionnaire, version: one.version },
    }));
}

function rowOf(
  { questionnaire, sha256, published, retired }: PublishedVersion,
  versions: readonly PublishedVersion[],
  campaigns: readonly VersionCampaign[],
): VersionRow {
  const { id, version, title, former: named } = questionnaire;
  const all = versions.map((one) => one.questionnaire);
  const former = named && all.find((one) => isSameVersion(one, named));
  return {
    id,
    version,
    title,
    isShipped: published === null,
    published,
    retired,
    sha256,
    items: itemsOf(questionnaire).length,
    former: named ? { id: named.id, version: named.version } : null,
    changes: former ? changesIn(questionnaire, former) : null,
    breaks: former
      ? [...breakBetween(former, questionnaire, all).groups].map(([group, state]) => ({ group, state }))
      : [],
    campaigns,
  };
}

function changesIn(questionnaire: Questionnaire, before: Questionnaire): VersionRow['changes'] {
  const links = questionnaire.former?.items ?? [];
  const count = (relation: string) => links.filter((link) => link.relation === relation).length;
  const [same, near, reworded, other] = RELATIONS.map(count) as [number, number, number, number];
  const continued = new Set(links.map(({ from }) => from));
  return {
    same,
    near,
    reworded,
    other,
    new: itemsOf(questionnaire).length - links.length,
    dropped: itemsOf(before).filter(({ number }) => !continued.has(number)).length,
  };
}

/** What the next version of a tree will be called. */
export function nextVersion(versions: readonly PublishedVersion[], tree: Tree) {
  const id = OWN_QUESTIONNAIRE[tree];
  const own = versions.filter(({ questionnaire }) => questionnaire.id === id);
  return { id, version: Math.max(0, ...own.map(({ questionnaire }) => questionnaire.version)) + 1 };
}

export async function draftView(
  read: Reader,
  { id, base, edition, draft, tree }: StoredDraft,
): Promise<DraftView> {
  const versions = await versionsOf(read, tree);
  const from = versions.map((one) => one.questionnaire).find((one) => isSameVersion(one, base))!;
  const next = nextVersion(versions, tree);
  const becomes = documentOf(from, draft, next);
  const languages = (await packsOf(read, tree))
    .filter((pack) => isSameVersion(pack.questionnaire, from) && Object.keys(pack.texts).length > 0)
    .map((pack): DraftLanguage => {
      const keys = textKeys(becomes);
      const stays = Object.keys(keptOfPack(pack, from, becomes).texts);
      const asked = Object.keys(builtInTexts(from, 'vi')).filter((key) => /^(?:item-|overall)/.test(key));
      return {
        code: pack.code,
        name: pack.nameVi,
        isEnabled: pack.isEnabled,
        texts: keys.length,
        kept: keys.filter((key) => stays.includes(key)).length,
        says: Object.fromEntries(asked.flatMap((key) => (pack.texts[key] ? [[key, pack.texts[key]]] : []))),
      };
    });
  return {
    id,
    base,
    edition,
    draft,
    usedNumber: Math.max(
      ...versions.flatMap((one) => itemsOf(one.questionnaire).map(({ number }) => number)),
    ),
    next,
    languages,
  };
}
