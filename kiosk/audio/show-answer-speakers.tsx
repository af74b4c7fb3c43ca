import type { render } from '../draw.ts';
import { languageOf, type Visit } from '../visit/visit-states.ts';
import type { LaterWords } from '../../shared/text/words.ts';
import type { Player } from './player.ts';
import { placeAnswerSpeakers } from './place-speakers.ts';
import style from './sound.css?inline';
import { AnswerSpeakers, SPEAKER } from './sound-controls.tsx';
import { OPTIONS } from './spoken-screen.ts';

/** The small speakers in a layer over the answers, for whoever listens; and a speaker on each language that speaks. */
export interface AnswerSpeakersDeps {
  /** The page's own: a script beside it brings no second one. */
  readonly render: typeof render;
  readonly player: Player;
  readonly state: () => Visit;
  readonly heardIn: (code: string) => { readonly words: LaterWords } | undefined;
  /** The languages that can be heard. */
  readonly codes: () => readonly string[];
}

const PICTURE =
  "url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath d='" +
  `${SPEAKER[0]}'/%3E%3Cpath d='${SPEAKER[1]}' fill='none' stroke='%23000' stroke-width='2' ` +
  "stroke-linecap='round'/%3E%3C/svg%3E\")";
/** By the name of the mask that the oldest tablets know, and all newer ones still do. */
const chipStyle = (codes: readonly string[]) =>
  `${codes.map((code) => `.chip[lang='${code}']::before`).join()}{content:'';display:inline-block;width:1.3em;` +
  `height:1.3em;margin-right:.4em;vertical-align:-.25em;background:currentColor;` +
  `-webkit-mask:${PICTURE} center/contain no-repeat}`;

export function showAnswerSpeakers({ render, player, state, heardIn, codes }: AnswerSpeakersDeps): {
  draw(): void;
} {
  const app = document.getElementById('app')!;
  const over = document.createElement('div');
  over.className = 'sound-over';
  document.body.append(over);
  const [sheet, chips] = [new CSSStyleSheet(), new CSSStyleSheet()];
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet, chips];
  let marked = '';

  function draw(): void {
    const names = codes().join();
    if (names !== marked) chips.replaceSync(names && chipStyle(codes()));
    marked = names;
    const now = state();
    const heard = heardIn(languageOf(now));
    const isAsked = heard && player.isListening && now.kind === 'question' && !now.picked;
    const answers = isAsked ? [...app.querySelectorAll<HTMLElement>('.scale [role=radio]')] : [];
    const speakers = answers.map((answer, i) => ({
      key: OPTIONS[i]!,
      answer: answer.textContent,
      onHear: () => player.say(OPTIONS[i]!),
    }));
    render(isAsked && <AnswerSpeakers words={heard.words} speakers={speakers} />, over);
    placeAnswerSpeakers(over, answers, answers[OPTIONS.indexOf(player.speaking ?? '')]);
  }

  // Heard of when the page has drawn, before the next frame; larger letters are a mark on the page itself.
  const observer = new MutationObserver(draw);
  observer.observe(app, { childList: true, subtree: true });
  observer.observe(document.documentElement, { attributes: true });
  addEventListener('resize', draw);
  void document.fonts.ready.then(draw);
  return { draw };
}
