import type { ComponentChildren } from 'preact';

/** The dark red bar with its thin gold rule: where one is, how far one has come, and the way out. */
export function Bar(props: {
  readonly place: string;
  readonly middle: ComponentChildren;
  /** Controls of how the screen is shown. */
  readonly tools?: ComponentChildren;
  readonly end: { readonly label: string; readonly onEnd: () => void };
}) {
  const { place, middle, tools, end } = props;
  return (
    <header class="bar">
      <p class="bar-place">{place}</p>
      <div class="bar-middle">{middle}</div>
      <div class="bar-ways">
        {tools}
        <button type="button" class="bar-end" onClick={end.onEnd}>
          {end.label}
        </button>
      </div>
    </header>
  );
}
