import type { ComponentChildren } from 'preact';
import { type Button, Buttons } from '../parts/buttons.tsx';
import { Heading } from '../parts/heading.tsx';

export interface FrameProps {
  /** Names the screen, so that nothing of one is carried into the next. */
  readonly name: string;
  readonly look?: 'question' | 'review';
  /** Said above the title. */
  readonly eyebrow?: string | undefined;
  readonly title: string;
  /** The official wording, never shortened; or why this is asked. */
  readonly text?: string;
  /** More about the text. */
  readonly more?: ComponentChildren;
  readonly buttons: readonly (Button | false | undefined)[];
}

/** A screen of a visit: what is asked, the answers, the ways on and back. */
export function Frame(props: FrameProps & { readonly children: ComponentChildren }) {
  return (
    <main class={`screen ${props.look ?? ''}`} key={props.name}>
      <div class="ask">
        {props.eyebrow && <p class="eyebrow">{props.eyebrow}</p>}
        <Heading text={props.title} />
        <p class="official">{props.text}</p>
        {props.more}
      </div>
      {props.children}
      <footer class="foot">
        <Buttons buttons={props.buttons} />
      </footer>
    </main>
  );
}
