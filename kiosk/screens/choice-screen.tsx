import type { ComponentChildren } from 'preact';

export interface Choice {
  readonly name: string;
  /** Absent where a choice is a step of its own (the field), and cannot be seen as chosen. */
  readonly isChosen?: boolean;
  readonly isOther?: boolean;
  readonly onChoose: () => void;
}

export interface FootButton {
  readonly label: string;
  readonly look?: 'primary' | 'secondary';
  readonly onTouch: () => void;
}

/** Ways on and back, at the foot of a screen. */
export function Foot({ buttons }: { readonly buttons: readonly (FootButton | undefined)[] }) {
  return (
    <footer class="foot">
      {buttons.map(
        (button) =>
          button && (
            <button
              key={button.label}
              type="button"
              class={button.look ?? 'secondary'}
              onClick={button.onTouch}
            >
              {button.label}
            </button>
          ),
      )}
    </footer>
  );
}

export interface FrameProps {
  /** Names the screen, so that nothing of one is carried into the next. */
  readonly name: string;
  readonly title: string;
  readonly why?: string;
  readonly buttons: readonly (FootButton | undefined)[];
}

function Frame({ children, ...props }: FrameProps & { readonly children: ComponentChildren }) {
  return (
    <main class="screen" key={props.name}>
      <div class="ask">
        <h1 id="heading" tabIndex={-1}>
          {props.title}
        </h1>
        <p class="official">{props.why}</p>
      </div>
      {children}
      <Foot buttons={props.buttons} />
    </main>
  );
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

export interface RemarkProps extends FrameProps {
  readonly label: string;
  readonly remark: string;
  readonly most: number;
  readonly onRemark: (text: string) => void;
}

export function RemarkScreen({ label, remark, most, onRemark, ...frame }: RemarkProps) {
  return (
    <Frame {...frame}>
      <label class="remark">
        <span class="hidden">{label}</span>
        <textarea
          value={remark}
          maxLength={most}
          rows={5}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => onRemark(event.currentTarget.value)}
        />
        <span aria-hidden="true">
          {remark.length}/{most}
        </span>
      </label>
    </Frame>
  );
}
