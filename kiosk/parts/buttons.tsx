import type { ComponentChildren } from 'preact';

export interface Button {
  readonly label: string;
  readonly look?: 'primary' | 'primary huge' | 'secondary huge';
  readonly sign?: ComponentChildren;
  readonly onTouch: () => void;
}

/** Ways on and back. */
export function Buttons({ buttons }: { readonly buttons: readonly (Button | false | undefined)[] }) {
  return (
    <>
      {buttons.map(
        (button) =>
          button && (
            <button
              key={button.label}
              type="button"
              class={button.look ?? 'secondary'}
              onClick={button.onTouch}
            >
              {button.sign}
              {button.label}
            </button>
          ),
      )}
    </>
  );
}
