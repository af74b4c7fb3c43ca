export interface Button {
  readonly label: string;
  readonly look?: 'primary' | 'primary timed' | 'primary huge' | 'secondary huge' | undefined;
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
              {button.label}
            </button>
          ),
      )}
    </>
  );
}
