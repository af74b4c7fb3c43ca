import type { VNode } from 'preact';
import { askUs } from '../parts/ask-us.ts';
import { openSound, type SoundHost } from '../audio/open-sound.ts';
import type { Offer } from '../audio/tablet-languages.ts';
import { SoundControls } from '../audio/sound-controls.tsx';
import { Tool } from '../parts/tool.tsx';
import { DOUBLE_TAP_MS } from '../visit/visit.ts';
import { isUntouched, languageOf, type Move, type Visit } from '../visit/visit-states.ts';
import { bigText } from './big-text.ts';
import { ClosedScreen } from './closed-screen.tsx';
import { shownRepliesIn } from '../device/shown-replies-in.ts';
import { takeFullScreen } from './full-screen.ts';
import { type Heard, HeardScreen, heardTurns } from './heard-screen.tsx';
import { holdGestures, stayOnPage } from './hold-gestures.ts';
import { NoticeScreen } from './notice-screen.tsx';
import { nextOpening } from './next-opening.ts';
import { makePractice } from './practice.tsx';
import { sleeps } from './sleep.ts';
import { watchStaffDoor } from './staff-door.ts';
import style from './surroundings.css?inline';
import { wakeLock } from './wake-lock.ts';
import { watchOpeningTest } from './watch-opening-test.ts';

/**
 * What is around a visit and not part of it: big letters, other languages and sound, the privacy notice, the sleep of a
 * closed place, the languages that take turns on the attract screen, with what was done about remarks, the doors that are held and the staff's that opens.
 * A script of its own, loaded when the first screen stands: the page takes answers without it.
 */
export interface Host extends SoundHost {
  readonly root: HTMLElement;
  readonly toStaff: (part?: string) => void;
}

export interface Surroundings {
  /** Controls that change how the screen is shown; they stand in the bar and on the attract screen. */
  tools(code: string): VNode;
  /** What stands in place of the attract screen: privacy notice, closed place, or practice question. */
  cover(): VNode | undefined;
  /** Whose invitation stands on the attract screen; undefined = that of the screen's own language. */
  turn(): string | undefined;
  /** The start touch; whoever listens tries a touch first. */
  start(): void;
  /** After each step of the visit. */
  onStep(after: Visit, move: Move): void;
  /** New settings hold. */
  settle(): void;
  /** What is added to the totals of this day. */
  countsOf(date: string): object;
}

/** No more than one slow change in eight seconds. */
const TURN_MS = 8_000;
const now = () => performance.now();

export async function openSurroundings(host: Host): Promise<Surroundings> {
  const { setup, state, send, redraw } = host;
  // An official's telephone has a page of its own; here it would only say that it asks nobody.
  if (host.enrolment().settings.interviewer) location.replace('interview/');
  const page = document.documentElement;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
  let words: Offer['words'] = { vi: host.vi };
  const sound = await openSound({
    ...host,
    onOffer(offer) {
      words = offer.words;
      host.onOffer(offer);
    },
  });

  const practice = makePractice({
    player: sound.player,
    send,
    redraw,
    clock: now,
    later: (ms, call) => setTimeout(call, ms),
  });
  const big = bigText(page, host.root);
  const lock = wakeLock();
  const isStill = matchMedia('(prefers-reduced-motion: reduce)');
  let touchedMs = now();
  let isAsleep = false;
  let turns = 0;

  const isIdle = () => state().kind === 'attract';

  function look(): void {
    const { opening, businessTime } = setup();
    isAsleep = sleeps({ opening, time: businessTime(), isIdle: isIdle(), quietMs: now() - touchedMs });
    lock.want(!isAsleep);
  }

  function tick(): void {
    const wasAsleep = isAsleep;
    look();
    const takesTurns = isUntouched(state()) && !isAsleep && !isStill.matches && now() - touchedMs >= TURN_MS;
    turns = takesTurns ? turns + 1 : 0;
    if (isAsleep !== wasAsleep || takesTurns) redraw();
  }

  /** The touch that wakes is not the first half of one that starts: the screen comes when a double tap is over. */
  function stir(): void {
    touchedMs = now();
    if (isAsleep) setTimeout(tick, DOUBLE_TAP_MS);
  }

  for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, stir);
  document.addEventListener('visibilitychange', look);
  setInterval(tick, TURN_MS);
  look();
  holdGestures();
  stayOnPage();
  takeFullScreen(page);
  watchStaffDoor(isIdle, host.toStaff);
  watchOpeningTest({ shelf: host.shelf, today: host.today, isIdle, open: () => host.toStaff('#opening') });

  /** What stands on the idle screen just now: the invitation in a language, or a reply. */
  function turnNow(): string | Heard | undefined {
    const all = [...Object.keys(words), ...heardTurns(shownRepliesIn(host.enrolment().settings))];
    return isUntouched(state()) ? all[turns % all.length] : undefined;
  }

  function start(): void {
    const code = languageOf(state());
    const isSpoken = sound.player.isListening && sound.heardIn(code)?.pack.clips['practice'];
    if (!isSpoken) return send({ kind: 'start' });
    feel();
    practice.open(code);
    document.getElementById('heading')?.focus({ preventScroll: true });
  }

  /** Somebody is there, even where a control was not touched by a finger. */
  const feel = () => send({ kind: 'touch' });

  function enlarge(): void {
    feel();
    big.turn(!big.isOn());
    redraw();
  }

  function tools(code: string): VNode {
    const heard = sound.heardIn(code);
    const later = sound.wordsIn(code);
    return (
      <>
        {heard && (
          <SoundControls player={sound.player} words={later} isTrial={heard.pack.voice !== 'human'} />
        )}
        <Tool sign="Aa" label={later.bigText} isOn={big.isOn()} onTouch={enlarge} />
      </>
    );
  }

  return {
    tools,
    cover() {
      const { place, opening, businessTime } = setup();
      const at = state();
      if (at.kind !== 'attract') return undefined;
      const code = at.language;
      const language = code === 'en' ? code : 'vi';
      const later = sound.wordsIn(code);
      if (at.notice) {
        const onClose = () => send({ kind: 'notice', open: false });
        const ask = askUs(words[code] ?? words.vi, place);
        return <NoticeScreen words={later} unit={place.unit.name[language]} ask={ask} onClose={onClose} />;
      }
      if (isAsleep) {
        const next = nextOpening(opening, businessTime().ms);
        return <ClosedScreen point={place.point.name} unit={place.unit.name} next={next} />;
      }
      const heard = turnNow();
      if (typeof heard === 'object') {
        const own = words[heard.language] ?? words.vi;
        const unit = place.unit.name[heard.language];
        const ways = { tools: tools(code), onTouch: redraw, onStart: start };
        return <HeardScreen heard={heard} unit={unit} words={own} {...ways} />;
      }
      const said = { ...later, ...(words[code] ?? words.vi) };
      return practice.draw(said, place.point.name[language], tools(code));
    },
    turn() {
      const at = turnNow();
      return typeof at === 'string' ? at : undefined;
    },
    start,
    settle: sound.settle,
    countsOf: sound.countsOf,
    onStep(after, move) {
      touchedMs = now();
      if (isUntouched(after)) {
        practice.close();
        if (big.isOn()) big.turn(false);
      }
      sound.onStep(after, move);
    },
  };
}
