import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Heading } from '../parts/heading.tsx';

export interface Act {
  readonly label: string;
  readonly look?: 'primary' | 'secondary';
  /** Shares its line with the next one. */
  readonly isHalf?: true;
  readonly onTouch: () => void;
}

/** One screen of the interview: a heading that takes the focus, what belongs to it, and the ways on at its foot. */
export function Panel(props: {
  /** Another name is another screen. */
  readonly name: string;
  readonly title: string;
  readonly eyebrow?: string | undefined;
  readonly text?: string | undefined;
  readonly acts: readonly (Act | false | undefined)[];
  readonly children?: ComponentChildren;
}) {
  const { name, title, eyebrow, text, acts, children } = props;
  useEffect(() => {
    scrollTo(0, 0);
    document.getElementById('heading')?.focus({ preventScroll: true });
  }, [name]);
  return (
    <section class="panel" key={name}>
      {eyebrow && <p class="panel-eyebrow">{eyebrow}</p>}
      <Heading text={title} />
      {text && <p>{text}</p>}
      {children}
      <div class="panel-acts">
        {acts.map(
          (act) =>
            act && (
              <button
                key={act.label}
                type="button"
                class={`${act.look ?? 'secondary'}${act.isHalf ? ' half' : ''}`}
                onClick={act.onTouch}
              >
                {act.label}
              </button>
            ),
        )}
      </div>
    </section>
  );
}

interface Item {
  readonly name: string;
  readonly isOther?: boolean;
  /** Absent where choosing goes on at once and nothing can be seen as chosen. */
  readonly isChosen?: boolean;
  readonly onChoose: () => void;
}

/** Words below each other, as large as a thumb; what stands outside of them is set apart. */
export function WordList({ label, items }: { readonly label: string; readonly items: readonly Item[] }) {
  const isRadio = items.some(({ isChosen }) => isChosen !== undefined);
  return (
    <div class="word-list" role={isRadio ? 'radiogroup' : 'group'} aria-label={label}>
      {items.map(({ name, isOther, isChosen, onChoose }) => (
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
  );
}
