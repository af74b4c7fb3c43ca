import type { ComponentChildren } from 'preact';

/** A screen that says one thing: thanks, saving, a fault, "are you still there?", a device that is not set up. */
export function MessageScreen(props: {
  /** An alert is read out at once; anything else stands on the quiet ornament. */
  readonly isAlert?: boolean;
  readonly sign?: ComponentChildren;
  readonly title: string;
  readonly texts: readonly string[];
  readonly children?: ComponentChildren;
}) {
  const { isAlert, sign, title, texts, children } = props;
  return (
    <main class={isAlert ? 'plain message' : 'plain message calm'}>
      {sign}
      <h1 id="heading" tabIndex={-1}>
        {title}
      </h1>
      <div role={isAlert ? 'alert' : undefined}>
        {texts.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      <div class="message-buttons">{children}</div>
    </main>
  );
}
