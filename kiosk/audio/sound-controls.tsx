import { put } from '../../shared/text/words.ts';
import type { LaterWords } from '../../shared/text/words.ts';
import { type Player, VOLUMES } from './player.ts';

/** What a person touches to hear: the speaker with its volume in the bar, and a small one on each answer. */

/** The picture of a loudspeaker: its body, and the waves that leave it. */
export const SPEAKER = ['M4 9v6h4l5 4V5L8 9z', 'M16 9q2 3 0 6M18.5 6.5q4 5.5 0 11'] as const;

const Speaker = () => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d={SPEAKER[0]} />
    <path class="waves" d={SPEAKER[1]} />
  </svg>
);
const Square = () => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d="M6 6h12v12H6z" />
  </svg>
);

export interface SoundControlsProps {
  readonly player: Player;
  readonly words: LaterWords;
  /** No person has spoken this. */
  readonly isTrial: boolean;
}

export function SoundControls({ player, words, isTrial }: SoundControlsProps) {
  const { isListening, isSpeaking, volume } = player;
  return (
    <div class="sound" role="group" aria-label={words.listen}>
      <button type="button" class="sound-ask" aria-pressed={isSpeaking} onClick={player.ask}>
        {isSpeaking ? <Square /> : <Speaker />}
        <span>
          {isSpeaking ? words.stop : words.listen}
          {isTrial && <small>{words.trialVoice}</small>}
        </span>
      </button>
      {isListening && (
        <>
          <button type="button" class="sound-turn" aria-label={words.softer} onClick={() => player.turn(-1)}>
            −
          </button>
          <span class="sound-steps" role="img" aria-label={put(words.volume, { at: volume, of: VOLUMES })}>
            {Array.from({ length: VOLUMES }, (_, i) => (
              <i key={i} class={`step-${i + 1} ${i < volume ? 'on' : ''}`} />
            ))}
          </span>
          <button type="button" class="sound-turn" aria-label={words.louder} onClick={() => player.turn(1)}>
            +
          </button>
        </>
      )}
    </div>
  );
}

export interface AnswerSpeaker {
  /** Key of the recording. */
  readonly key: string;
  /** Words of the answer. */
  readonly answer: string;
  readonly onHear: () => void;
}

/** They lie over the corners of the tiles, so that a tile stays one button; `placeAnswerSpeakers` puts them there. */
export function AnswerSpeakers(props: {
  readonly words: LaterWords;
  readonly speakers: readonly AnswerSpeaker[];
}) {
  return (
    <>
      {props.speakers.map(({ key, answer, onHear }) => (
        <button
          key={key}
          type="button"
          class="answer-speaker"
          aria-label={put(props.words.hearAnswer, { answer })}
          onClick={onHear}
        >
          <Speaker />
        </button>
      ))}
      <div class="answer-ring" key="ring" />
    </>
  );
}
