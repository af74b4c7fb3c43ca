import { Face, type FaceLevel, LEVELS } from './face.tsx';

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Arrow keys move the focus only: choosing moves on to the next question, so it takes Enter or Space. */
function moveFocus(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const tile = event.target as HTMLElement;
  if (step === undefined || tile.getAttribute('role') !== 'radio') return;
  const tiles = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=radio]')];
  tiles[(tiles.indexOf(tile) + step + tiles.length) % tiles.length]?.focus();
  event.preventDefault();
}

export interface ScaleProps {
  readonly label: string;
  /** Words of the five levels, from very dissatisfied to very satisfied. */
  readonly levels: readonly string[];
  readonly noOpinion: string;
  readonly chosen: FaceLevel | 0 | undefined;
  readonly onAnswer: (answer: FaceLevel | 0) => void;
}

/** Five equal tiles in fixed order, none chosen at first; "no opinion" stands outside the scale. */
export function Scale({ label, levels, noOpinion, chosen, onAnswer }: ScaleProps) {
  return (
    <div class="scale" role="radiogroup" aria-label={label} onKeyDown={moveFocus}>
      <div class="tiles">
        {LEVELS.map((level) => (
          <button
            key={level}
            type="button"
            role="radio"
            aria-checked={chosen === level}
            class={`tile level-${level}`}
            onClick={() => onAnswer(level)}
          >
            <Face level={level} />
            <span>{levels[level - 1]}</span>
          </button>
        ))}
      </div>
      <button
        type="button"
        role="radio"
        aria-checked={chosen === 0}
        class="no-opinion"
        onClick={() => onAnswer(0)}
      >
        {noOpinion}
      </button>
    </div>
  );
}
