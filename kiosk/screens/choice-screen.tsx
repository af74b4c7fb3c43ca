import { Frame, type FrameProps } from './frame.tsx';

export interface Choice {
  readonly name: string;
  /** Absent where a choice is a step of its own (the field), and cannot be seen as chosen. */
  readonly isChosen?: boolean;
  readonly isOther?: boolean;
  readonly onChoose: () => void;
}

/** One optional question about the person, or what the person came for: nothing is chosen at first. */
export function ChoiceScreen({ choices, ...frame }: FrameProps & { readonly choices: readonly Choice[] }) {
  const isRadio = choices.some(({ isChosen }) => isChosen !== undefined);
  return (
    <Frame {...frame}>
      <div
        class={isRadio ? 'choices' : 'choices many'}
        role={isRadio ? 'radiogroup' : 'group'}
        aria-label={frame.title}
      >
        {choices.map(({ name, isChosen, isOther, onChoose }) => (
          <button
            key={name}
            type="button"
            role={isRadio ? 'radio' : undefined}
            aria-checked={isChosen}
            class={isOther ? 'choice other' : 'choice'}
            onClick={onChoose}
          >
            {name}
          </button>
        ))}
      </div>
    </Frame>
  );
}
