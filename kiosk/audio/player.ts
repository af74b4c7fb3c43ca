import type { Spoken } from './spoken-screen.ts';

/**
 * Speaks for somebody who listens: one recording after another, and silence at once when the screen is another one.
 * Nothing sounds before a person has chosen a language or touched the speaker, and nothing of it outlasts the person.
 */
export interface Playing {
  stop(): void;
  /** Settles when the recording is over or was stopped. */
  readonly over: Promise<void>;
}

export interface PlayerDeps {
  /** The recording of a key; undefined where there is none. */
  readonly recording: (code: string, key: string) => Promise<ArrayBuffer | undefined>;
  readonly output: {
    play(recording: ArrayBuffer): Promise<Playing | undefined>;
    /** 0 to 1, also of what sounds already. */
    setLoudness(loudness: number): void;
    /** Nobody listens any more. */
    rest(): void;
  };
  /** Something that is drawn has changed. */
  readonly onChange: () => void;
}

/** Steps of 5 dB. */
const LOUDNESS = [0.1, 0.18, 0.32, 0.56, 1] as const;
export const VOLUMES = LOUDNESS.length;
const USUAL_VOLUME = 3;

export interface Player {
  readonly isListening: boolean;
  /** The key that is heard just now. */
  readonly speaking: string | undefined;
  /** Between the first recording and the end of the last one. */
  readonly isSpeaking: boolean;
  /** 1 to `VOLUMES`. */
  readonly volume: number;
  /** Another screen, or none that speaks. */
  open(spoken: Spoken | undefined, code: string): void;
  /** A language was chosen: from now on screens speak, and it says its sample. */
  greet(code: string): void;
  /** The speaker was touched. */
  ask(): void;
  /** One recording of the screen by itself. */
  say(key: string): void;
  /** An answer was chosen: what is still being read is no longer needed. */
  hush(): void;
  turn(steps: 1 | -1): void;
  /** The next person finds it as the last one did. */
  forget(): void;
}

export function makePlayer({ recording, output, onChange }: PlayerDeps): Player {
  let isListening = false;
  let volume: number = USUAL_VOLUME;
  let spoken: Spoken | undefined;
  let code = '';
  let timesAsked = 0;
  /** Rises with every new utterance: what belongs to an older one ends where it is. */
  let utterance = 0;
  let isSpeaking = false;
  let speaking: string | undefined;
  let playing: Playing | undefined;
  output.setLoudness(LOUDNESS[volume - 1]!);

  function hush(): void {
    utterance++;
    playing?.stop();
    playing = undefined;
    if (!isSpeaking) return;
    isSpeaking = false;
    speaking = undefined;
    onChange();
  }

  async function speak(keys: readonly string[]): Promise<void> {
    hush();
    const own = utterance;
    const isOver = () => own !== utterance;
    isSpeaking = true;
    onChange();
    for (const key of keys) {
      const found = await recording(code, key);
      if (isOver()) return;
      const begun = found && (await output.play(found));
      if (isOver()) return begun?.stop();
      if (!begun) continue;
      playing = begun;
      speaking = key;
      onChange();
      await begun.over;
      if (isOver()) return;
    }
    hush();
  }

  return {
    get isListening() {
      return isListening;
    },
    get isSpeaking() {
      return isSpeaking;
    },
    get speaking() {
      return speaking;
    },
    get volume() {
      return volume;
    },
    open(next, language) {
      hush();
      spoken = next;
      code = language;
      timesAsked = 0;
      if (isListening && spoken) void speak(spoken.opening);
    },
    greet(language) {
      code = language;
      isListening = true;
      void speak(['sample']);
    },
    ask() {
      if (isSpeaking) {
        // Whoever stops it has heard enough: the next screens are silent too.
        isListening = false;
        return hush();
      }
      isListening = true;
      if (spoken) void speak(timesAsked++ === 0 ? spoken.asked : spoken.again);
    },
    say(key) {
      void speak([key]);
    },
    hush,
    turn(steps) {
      volume = Math.min(VOLUMES, Math.max(1, volume + steps));
      output.setLoudness(LOUDNESS[volume - 1]!);
      onChange();
    },
    forget() {
      hush();
      isListening = false;
      volume = USUAL_VOLUME;
      output.setLoudness(LOUDNESS[volume - 1]!);
      output.rest();
      onChange();
    },
  };
}
