import type { VNode } from 'preact';
import { fillText, type Language, type Questionnaire, type Text } from '../shared/questionnaire.ts';
import type { Words } from '../shared/text/words.ts';
import type { Place } from '../shared/wire/device.ts';
import type { Button } from './parts/buttons.tsx';
import type { Move } from './visit/visit-states.ts';

/** What a page hands to whatever is drawn. */
export interface Show {
  readonly place: Place;
  readonly questionnaire: Questionnaire;
  /** A language comes when its words are there; Vietnamese always is. */
  readonly words: { readonly vi: Words; readonly en?: Words };
  readonly send: (move: Move) => void;
  /** The dot of a device that needs somebody. */
  readonly lamp?: string | undefined;
  /** What a tablet has around its visits, as soon as that is loaded. */
  readonly around?: Around | undefined;
}

/** What is drawn of it: controls of how the screen is shown, and whose invitation stands. */
interface Around {
  tools(language: Language): VNode;
  turn(): Language | undefined;
}

/** What every screen of a state is made with: the language and its words, official texts filled in, and buttons. */
export function sceneOf(show: Show, language: Language) {
  const { place, questionnaire, send } = show;
  const names = { point: place.point.name, kind: place.unit.kind };
  return {
    ...show,
    language,
    words: show.words[language] ?? show.words.vi,
    fill: (text: Text) => fillText(questionnaire, text, names, language),
    button: (label: string, move: Move, look?: Button['look']): Button => ({
      label,
      look,
      onTouch: () => send(move),
    }),
  };
}
export type Scene = ReturnType<typeof sceneOf>;
