import type { ComponentChildren } from 'preact';

/** The dark red bar with its thin gold rule: where one is, how far one has come, and the way out. */
export function Bar(props: {
  readonly place: string;
  readonly middle: ComponentChildren;
  readonly end: { readonly label: string; readonly onEnd: () => void };
}) {
  const { place, middle, end } = props;
  return (
    <header class="bar">
      <p class="bar-place">{place}</p>
      <div class="bar-middle">{middle}</div>
      <button type="button" class="bar-end" onClick={end.onEnd}>
        {end.label}
      </button>
    </header>
  );
}
