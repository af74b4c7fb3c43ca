import type { vi } from '../../shared/text/vi.ts';
import type { Enrolment } from '../device/enrolment.ts';
import { areLate, keepPackStates, packStates, recallPackStates } from '../device/pack-states.ts';
import type { Shelf } from '../device/shelf.ts';
import { isStart } from '../visit/count-step.ts';
import type { Setup } from '../visit/finish.ts';
import { isUntouched, languageOf, type Move, screenName, type Visit } from '../visit/visit-states.ts';
import {
  type BesideWords,
  type Heard,
  type Languages,
  languagesIn,
  languagesOf,
  type Offer,
} from './tablet-languages.ts';
import type { OfferedLanguage } from '../../shared/wire/packs.ts';
import { openOutput } from './output.ts';
import { openPackStore, type PackStore, type PackStoreDeps } from './pack-store.ts';
import { makePlayer, type Player } from './player.ts';
import { type AnswerSpeakersDeps, showAnswerSpeakers } from './show-answer-speakers.tsx';
import { openSoundCounts } from './sound-counts.ts';
import { spokenOf } from './spoken-screen.ts';

/** The languages of a tablet and what can be heard in them: wires packs, player and counts to the visit. */
export interface SoundHost {
  readonly shelf: Shelf;
  readonly today: () => string;
  readonly enrolment: () => Enrolment;
  readonly vi: typeof vi;
  readonly state: () => Visit;
  readonly send: (move: Move) => void;
  readonly redraw: () => void;
  readonly render: AnswerSpeakersDeps['render'];
  readonly hashOf: PackStoreDeps['hashOf'];
  readonly setup: () => Setup;
  readonly onFault: (fault: string) => void;
  /** These languages are there from now on. */
  readonly onOffer: (offer: Offer) => void;
}

export interface Sound {
  readonly player: Player;
  /** What can be heard in a language; undefined where nothing can. */
  heardIn(code: string): Heard | undefined;
  wordsIn(code: string): BesideWords;
  onStep(after: Visit, move: Move): void;
  /** New settings hold. */
  settle(): void;
  /** What is added to the totals of this day. */
  countsOf(date: string): object;
}

/** Beside the offline copy, whose own name begins otherwise. */
const CACHE = 'sipas-packs';
const LOOK_EVERY_MS = 15_000;
/** After a failure. */
const TRY_AGAIN_MS = 300_000;
/** As often as this, whoever listens counts as being there. */
const LISTENS_EVERY_MS = 5_000;
const ASK_TIMEOUT_MS = 60_000;

export async function openSound(host: SoundHost): Promise<Sound> {
  const { shelf, today, send, state } = host;
  const isIdle = () => state().kind === 'attract';
  const [counts, store, noted] = await Promise.all([
    openSoundCounts(shelf, today),
    openPacks(host, isIdle),
    recallPackStates(shelf),
  ]);
  let states = noted;
  const kept: Record<string, Awaited<ReturnType<PackStore['recall']>>> = {};
  let languages: Languages;
  let isCounted = false;

  const player = makePlayer({
    output: openOutput(),
    async recording(code, key) {
      const clip = languages.heard[code]?.pack.clips[key];
      return clip && store?.recording(clip.sha256);
    },
    onChange() {
      host.redraw();
      speakers.draw();
      if (!player.isSpeaking || isCounted || isIdle()) return;
      isCounted = true;
      counts.heard();
    },
  });
  const heardIn = (code: string) => languages.heard[code];
  const codes = () => Object.keys(languages.heard);
  const speakers = showAnswerSpeakers({ render: host.render, player, state, heardIn, codes });

  function offer(): void {
    const { settings, questionnaire } = host.enrolment();
    languages = languagesOf(languagesIn(settings), questionnaire, kept, host.vi);
    host.onOffer(languages.offer);
    speakers.draw();
  }

  let notBeforeMs = 0;
  let isStale = false;
  const isHere = ({ code, hash }: OfferedLanguage) => kept[code]?.hash === hash;
  /** People see on the staff's page what has come; what has not after a day is told to the server. */
  function note(offered: readonly OfferedLanguage[]): void {
    const nowMs = host.setup().businessTime().ms;
    const before = JSON.stringify(states);
    states = packStates(offered, isHere, states, nowMs);
    if (areLate(states, nowMs)) host.onFault('packs-late');
    if (JSON.stringify(states) !== before) void keepPackStates(shelf, states).catch(() => {});
  }

  /** Fetches one pack after another while nobody is there; what breaks off is gone on with, what fails is tried later. */
  async function look(packs: PackStore): Promise<void> {
    if (!isIdle() || performance.now() < notBeforeMs) return;
    const offered = languagesIn(host.enrolment().settings).filter(({ hash }) => hash !== null);
    const recallAll = async () => {
      for (const language of offered.filter((one) => !isHere(one))) {
        kept[language.code] = await packs.recall(language.code);
        isStale = true;
      }
      note(offered);
    };
    await recallAll();
    for (const { code, hash } of offered.filter((one) => !isHere(one))) {
      const isWhole = await packs.fetch(code, hash!);
      if (!isWhole && isIdle()) notBeforeMs = performance.now() + TRY_AGAIN_MS;
    }
    await recallAll();
    if (!isStale || !isIdle()) return;
    isStale = false;
    offer();
    await packs.tidy(offered.map(({ code }) => code));
  }
  let looking = Promise.resolve();
  /** One after another, because both would write. */
  const lookAgain = () => {
    if (store) looking = looking.then(() => look(store)).catch(() => {});
  };

  offer();
  setInterval(lookAgain, LOOK_EVERY_MS);
  setInterval(() => player.isSpeaking && send({ kind: 'touch' }), LISTENS_EVERY_MS);
  lookAgain();

  let before = state();
  return {
    player,
    heardIn,
    wordsIn: (code) => languages.later[code] ?? languages.later['vi']!,
    onStep(after, move) {
      if (move.kind === 'language') player.greet(after.kind === 'attract' ? after.language : '');
      else if (screenName(after) !== screenName(before)) player.open(spokenOf(after), languageOf(after));
      else if (move.kind === 'answer') player.hush();
      // this is the next person
      if (isUntouched(after)) {
        isCounted = false;
        player.forget();
      }
      const code = languageOf(after);
      if (isStart(before, after) && languages.offer.packs[code]) counts.began(code);
      before = after;
    },
    settle() {
      isStale = true;
      notBeforeMs = 0;
      offer();
      lookAgain();
    },
    countsOf: counts.totalsOf,
  };
}

/** None where the browser has no such storage: then nothing speaks, and no pack is offered. */
async function openPacks(
  { enrolment, hashOf }: SoundHost,
  isIdle: () => boolean,
): Promise<PackStore | undefined> {
  const cache = await globalThis.caches?.open(CACHE).catch(() => undefined);
  if (!cache) return undefined;
  return openPackStore({
    cache,
    hashOf,
    mayGoOn: isIdle,
    ask: (address) =>
      fetch(address, {
        headers: { authorization: `Bearer ${enrolment().token}` },
        signal: AbortSignal.timeout(ASK_TIMEOUT_MS),
        cache: 'no-store',
        credentials: 'omit',
      }),
  });
}
