import { mayEnable, missing } from '../../shared/language-pack.ts';
import { fits } from '../../shared/pack-limits.ts';
import { BUILT_IN_LANGUAGES } from '../../shared/pack-limits.ts';
import { builtInTexts, clipKeys, readOut, textKeys } from '../../shared/pack-keys.ts';
import type { Questionnaire } from '../../shared/questionnaire.ts';
import type { Tree } from '../../shared/wire/device.ts';
import type { LanguagePage, LanguageRow } from '../../shared/wire/manage-languages.ts';
import { keptOfPack } from '../kept-of-pack.ts';
import type { StoredPack } from '../store/language-packs.ts';
import type { KnownPacks } from './known-packs.ts';

/** A line of the list of languages: how far a pack has come, and where it may speak. */
export function describeRow(pack: StoredPack, tree: Tree, known: KnownPacks): LanguageRow {
  const { code, name, nameVi, about, questionnaire, isEnabled } = pack;
  const asked = known.questionnaireFor(questionnaire)!;
  const lacks = missing(pack, asked);
  const isBuiltIn = BUILT_IN_LANGUAGES.includes(code);
  const texts = isBuiltIn ? 0 : textKeys(asked).length;
  const clips = clipKeys(asked).length;
  return {
    code,
    name,
    nameVi,
    about,
    questionnaire,
    isEnabled,
    isBuiltIn,
    isBegun: known.begun.has(code),
    mayEnable: mayEnable(pack, tree, asked),
    unfit: known.asked.filter((version) => !fits(pack, version)),
    texts: { have: texts - lacks.texts.length, of: texts },
    clips: { have: clips - lacks.clips.length, of: clips },
  };
}

/** Everything about one pack, key by key. */
export function describePage(
  pack: StoredPack,
  tree: Tree,
  known: KnownPacks,
): Omit<LanguagePage, 'mayChange'> {
  const asked = known.questionnaireFor(pack.questionnaire)!;
  return {
    ...describeRow(pack, tree, known),
    tree,
    missing: missing(pack, asked),
    carries: carriesOf(pack, asked, known),
    lines: linesOf(pack, asked),
    recordings: clipKeys(asked).map((key) => ({
      key,
      says: readOut(asked, pack.code === 'en' ? 'en' : 'vi', key).join(' '),
      clip: pack.clips[key] ?? null,
    })),
  };
}

function carriesOf(pack: StoredPack, from: Questionnaire, known: KnownPacks): LanguagePage['carries'] {
  if (!known.begun.has(pack.code)) return [];
  return known.asked
    .filter((version) => !fits(pack, version))
    .flatMap((version) => {
      const to = known.questionnaireFor(version);
      if (!to) return [];
      const { texts, clips } = keptOfPack(pack, from, to);
      const [textsOf, clipsOf] = [pack.texts, pack.clips].map((all) => Object.keys(all).length);
      return {
        ...version,
        texts: { have: Object.keys(texts).length, of: textsOf! },
        clips: { have: Object.keys(clips).length, of: clipsOf! },
      };
    });
}

function linesOf({ code, texts }: StoredPack, asked: Questionnaire): LanguagePage['lines'] {
  if (BUILT_IN_LANGUAGES.includes(code)) return [];
  const english = builtInTexts(asked, 'en');
  return Object.entries(builtInTexts(asked, 'vi')).map(([key, vi]) => ({
    key,
    vi,
    en: english[key]!,
    text: texts[key] ?? null,
  }));
}
