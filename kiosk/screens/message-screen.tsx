import type { ComponentChildren } from 'preact';
import { type Button, Buttons } from '../parts/buttons.tsx';
import { Heading } from '../parts/heading.tsx';

/** A screen that says one thing: thanks, saving, a fault, "are you still there?", a device that is not set up. */
export function MessageScreen(props: {
  /** An alert is read out at once; anything else stands on the quiet ornament. */
  readonly isAlert?: boolean;
  readonly sign?: ComponentChildren;
  readonly title: string;
  readonly texts?: readonly string[];
  readonly buttons?: readonly Button[] | undefined;
}) {
  const { isAlert, sign, title, texts = [], buttons = [] } = props;
  return (
    <main class={isAlert ? 'plain message' : 'plain message calm'}>
      {sign}
      <Heading text={title} />
      <div role={isAlert ? 'alert' : undefined}>
        {texts.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      <div class="message-buttons">
        <Buttons buttons={buttons} />
      </div>
    </main>
  );
}
