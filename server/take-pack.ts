import { createHash } from 'node:crypto';
import { mayEnable, NO_ABOUT, type Pack, type PackAbout } from '../shared/language-pack.ts';
import { fits } from '../shared/pack-limits.ts';
import { BUILT_IN_LANGUAGES, PACK_BYTES_MOST, TEXT_MOST } from '../shared/pack-limits.ts';
import { builtInTexts, clipKeys, type Texts } from '../shared/pack-keys.ts';
import type { Questionnaire } from '../shared/questionnaire.ts';
import type { FaultAt } from '../shared/wire/problem.ts';
import { SYS } from '../shared/wire/batch.ts';
import type { Tree } from '../shared/wire/device.ts';
import type { PackAnswer } from '../shared/wire/packs.ts';
import { type ClipBytes, readClip } from './read-clip.ts';
import { putClip, putPack, type StoredPack } from './store/language-packs.ts';
import type { Tx } from './store/store.ts';

/**
 * How texts and recordings come into a pack. Promised: everything that is not right is named and then nothing comes in;
 * what is there and not named stays; the same once more changes nothing. Whoever changes a text or a recording takes
 * the review away, unless the file brings one along: nobody has heard the new one yet.
 */
export interface Intake {
  /** What a pack's file says about itself; left out where only texts or recordings are brought. */
  readonly head?: Pick<Pack, 'name' | 'nameVi' | 'questionnaire' | 'about'>;
  readonly texts: Texts;
  readonly clips: ReadonlyMap<string, Uint8Array>;
  /** Names of files that mean nothing here. */
  readonly unknown: readonly string[];
}

export interface IntakePlan {
  readonly pack: StoredPack;
  readonly newClips: readonly ClipBytes[];
  readonly texts: Changes;
  readonly clips: Changes;
  readonly isChanged: boolean;
  readonly unknown: readonly string[];
  readonly faults: readonly FaultAt[];
}
export interface Changes {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly same: number;
}

/** A pack of which nothing is known but its name. */
export function emptyPack(
  { code, name, nameVi }: Pick<Pack, 'code' | 'name' | 'nameVi'>,
  tree: Tree,
  questionnaire: Questionnaire,
): StoredPack {
  const { id, version } = questionnaire;
  const nothing = { about: NO_ABOUT, texts: {}, clips: {}, isEnabled: false };
  const pack = { schema: 1, code, name, nameVi, questionnaire: { id, version }, ...nothing } as const;
  return settled(pack, tree, questionnaire);
}

/** What an intake would do to a pack; `before` is empty for a new one. Nothing is written. */
export function planIntake(
  before: StoredPack,
  intake: Intake,
  { tree, questionnaire }: { readonly tree: Tree; readonly questionnaire: Questionnaire },
): IntakePlan {
  const source = builtInTexts(questionnaire, 'vi');
  const textsIn = readTexts(BUILT_IN_LANGUAGES.includes(before.code) ? {} : intake.texts, source);
  const clipsIn = readClips(intake.clips, new Set(clipKeys(questionnaire)));
  const texts = changesOf(before.texts, textsIn.good);
  const clips = changesOf(
    mapOf(before.clips, ({ sha256 }) => sha256),
    mapOf(clipsIn.good, ({ sha256 }) => sha256),
  );
  const merged: Pack = {
    ...before,
    ...intake.head,
    // keys of another version mean nothing in this one
    texts: onlyOf({ ...before.texts, ...textsIn.good }, Object.keys(source)),
    clips: onlyOf(
      {
        ...before.clips,
        ...mapOf(clipsIn.good, ({ sha256, bytes }) => ({ sha256, bytes: bytes.length })),
      },
      clipKeys(questionnaire),
    ),
  };
  const isOtherContent =
    texts.added.length + texts.changed.length + clips.added.length + clips.changed.length > 0 ||
    (intake.head !== undefined && !fits(intake.head, before.questionnaire));
  const about = aboutAfter(before.about, intake.head?.about, isOtherContent);
  const pack = settled({ ...merged, about, isEnabled: before.isEnabled }, tree, questionnaire);
  const bytes = Object.values(pack.clips).reduce((sum, clip) => sum + clip.bytes, 0);
  return {
    pack,
    newClips: Object.values(clipsIn.good),
    texts,
    clips,
    isChanged: pack.hash !== before.hash || JSON.stringify(about) !== JSON.stringify(before.about),
    unknown: [...intake.unknown, ...textsIn.unknown, ...clipsIn.unknown],
    faults: [
      ...textsIn.faults,
      ...clipsIn.faults,
      ...(bytes > PACK_BYTES_MOST ? [{ at: 'clips', why: 'too-many' } as const] : []),
    ],
  };
}

export async function writeIntake(tx: Tx, tree: Tree, { pack, newClips }: IntakePlan): Promise<void> {
  for (const { sha256, bytes } of newClips) await putClip(tx, sha256, bytes);
  await putPack(tx, tree, pack);
}

/** A pack as it is kept: with the name of its contents, and no longer enabled where it may not be. */
export function settled(
  pack: Omit<StoredPack, 'hash'>,
  tree: Tree,
  questionnaire: Questionnaire,
): StoredPack {
  const hash = createHash('sha256')
    .update(JSON.stringify(tabletPack(pack)))
    .digest('hex');
  return { ...pack, hash, isEnabled: pack.isEnabled && mayEnable(pack, tree, questionnaire) };
}

/** What a tablet takes of a pack, in an order that follows from its contents alone. */
export function tabletPack(pack: Pack): Omit<PackAnswer, 'hash'> {
  const inOrder = <T>(all: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  const hasSound = Object.keys(pack.clips).length > 0;
  return {
    sys: SYS,
    code: pack.code,
    name: pack.name,
    // nobody has said that a person speaks it
    voice: pack.about.voice ?? (hasSound ? 'placeholder' : null),
    questionnaire: pack.questionnaire,
    texts: inOrder(pack.texts),
    clips: inOrder(pack.clips),
  };
}

/** A file that changes the contents brings its own review, or none. */
function aboutAfter(before: PackAbout, brought: PackAbout | undefined, isOtherContent: boolean): PackAbout {
  const said = brought ?? before;
  const kept = (name: 'province' | 'dialect') => said[name] ?? before[name];
  const review = isOtherContent ? (brought ?? { reviewer: null, date: null }) : said;
  return {
    reviewer: review.reviewer ?? (isOtherContent ? null : before.reviewer),
    date: review.date ?? (isOtherContent ? null : before.date),
    province: kept('province'),
    dialect: kept('dialect'),
    voice: said.voice ?? before.voice,
  };
}

const placesOf = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join();

function readTexts(texts: Texts, source: Texts) {
  const [good, unknown, faults]: [Record<string, string>, string[], FaultAt[]] = [{}, [], []];
  for (const [key, written] of Object.entries(texts)) {
    const text = written.normalize('NFC').trim();
    if (!Object.hasOwn(source, key)) unknown.push(key);
    else if (text.length > TEXT_MOST) faults.push({ at: `texts.${key}`, why: 'too-long' });
    // `{point}` becomes the name of the place: a text without it would speak of none
    else if (text !== '' && placesOf(text) !== placesOf(source[key]!))
      faults.push({ at: `texts.${key}`, why: 'wrong' });
    else if (text !== '') good[key] = text;
  }
  return { good, unknown, faults };
}

function readClips(clips: ReadonlyMap<string, Uint8Array>, keys: ReadonlySet<string>) {
  const [good, unknown, faults]: [Record<string, ClipBytes>, string[], FaultAt[]] = [{}, [], []];
  for (const [key, bytes] of clips) {
    const clip = keys.has(key) ? readClip(bytes) : undefined;
    if (clip === undefined) unknown.push(`${key}.mp3`);
    else if (typeof clip === 'string') faults.push({ at: `clips.${key}`, why: clip });
    else good[key] = clip;
  }
  return { good, unknown, faults };
}

const mapOf = <T, U>(all: Readonly<Record<string, T>>, of: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(all).map(([key, value]) => [key, of(value)]));

const onlyOf = <T>(all: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> =>
  Object.fromEntries(keys.flatMap((key) => (Object.hasOwn(all, key) ? [[key, all[key]!] as const] : [])));

function changesOf(
  before: Readonly<Record<string, string>>,
  brought: Readonly<Record<string, string>>,
): Changes {
  const keys = Object.keys(brought);
  return {
    added: keys.filter((key) => !Object.hasOwn(before, key)),
    changed: keys.filter((key) => Object.hasOwn(before, key) && before[key] !== brought[key]),
    same: keys.filter((key) => before[key] === brought[key]).length,
  };
}
